import { safeName } from '../copy-pack/safe-name.ts';

const longestName = 80;

/** What to call the rows handed back of a file, without an ending. The file may be a member of an archive. */
export function rejectsFileName(fileName: string): string {
  const stem = (fileName.split('/').at(-1) ?? '').replace(/\.\w{1,5}$/, '');
  return `${safeName(stem, longestName, '商品')}-未导入的行`;
}
