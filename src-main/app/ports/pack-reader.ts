import type { PackContents } from '#domain/copy-pack/read-pack';

/** A pack as it lies on disk, every listed file compared with what was exported. */
export interface PackOnDisk extends PackContents {
  container: 'zip' | 'folder';
  manifestText: string;
  /** Of the manifest's bytes, lower-case hexadecimal. */
  manifestSha256: string;
}

export interface PackReader {
  /** @throws AppError `FILE_GONE`, `FILE_UNREADABLE`, `CANCELLED` */
  open(
    path: string,
    options: { signal: AbortSignal; progress(done: number, total: number): void },
  ): Promise<PackOnDisk>;
  /** Whether something lies there. */
  exists(path: string): Promise<boolean>;
  /** Moves a temporary file to where packs are kept; gives its new path. */
  keep(path: string, name: string): Promise<string>;
}
