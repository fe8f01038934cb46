import type { MappingFile } from '#domain/import/mapping-file';
import type { Connection } from '../open-database.ts';
import { writeWhenFree } from '../write-when-free.ts';

/** Column mappings the user made, by the headers they were made for. */
export class MappingRepository {
  readonly #db: Connection;
  readonly #now: () => Date;

  constructor(db: Connection, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  bySignature(signature: string): MappingFile | null {
    const json = this.#db
      .prepare('SELECT mapping_json FROM column_mapping WHERE header_signature = ?')
      .pluck()
      .get(signature);
    return typeof json === 'string' ? (JSON.parse(json) as MappingFile) : null;
  }

  save(signature: string, headers: readonly string[], mapping: MappingFile): Promise<void> {
    const values = [signature, JSON.stringify(headers), JSON.stringify(mapping), this.#now().toISOString()];
    return writeWhenFree(this.#db, () => {
      this.#db
        .prepare(
          `INSERT INTO column_mapping (header_signature, headers_json, mapping_json, updated_at) VALUES (?, ?, ?, ?)
           ON CONFLICT (header_signature) DO UPDATE SET mapping_json = excluded.mapping_json, updated_at = excluded.updated_at`,
        )
        .run(...values);
    });
  }
}
