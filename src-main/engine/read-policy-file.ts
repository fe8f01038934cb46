import { readTextFile } from '#infra/files/read-text-file';

/** Packs are at most four million characters; Chinese takes three bytes each. */
const largestPackBytes = 12_000_000;

/** The text of a policy pack file. @throws AppError `FILE_UNREADABLE`, `FILE_GONE` */
export const readPolicyFile = ({ path, name }: { path: string; name: string }): Promise<string> =>
  readTextFile(path, name, largestPackBytes);
