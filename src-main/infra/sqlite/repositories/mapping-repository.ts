import { AppError } from '#contract/errors';
import type { SavedMapping } from '#contract/saved-mappings';
import type { MappingFile } from '#domain/import/mapping-file';
import type { Connection } from '../open-database.ts';
import { writeWhenFree } from '../write-when-free.ts';

interface MappingRow {
  id: number;
  headers_json: string;
  mapping_json: string;
  updated_at: string;
}

const savedColumns = 'rowid AS id, headers_json, mapping_json, updated_at';

const toSaved = ({ id, headers_json, mapping_json, updated_at }: MappingRow): SavedMapping => ({
  id,
  headers: JSON.parse(headers_json) as string[],
  mapping: JSON.parse(mapping_json) as MappingFile,
  updatedAt: updated_at,
});

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

  /** Newest first. */
  list(): SavedMapping[] {
    return this.#db
      .prepare<[], MappingRow>(`SELECT ${savedColumns} FROM column_mapping ORDER BY updated_at DESC, rowid DESC`)
      .all()
      .map(toSaved);
  }

  /** @throws AppError `NOT_FOUND` */
  byId(id: number): SavedMapping {
    const row = this.#db
      .prepare<[number], MappingRow>(`SELECT ${savedColumns} FROM column_mapping WHERE rowid = ?`)
      .get(id);
    if (!row) throw new AppError('NOT_FOUND', `no mapping ${id}`, { params: { detail: '列的设置' } });
    return toSaved(row);
  }

  update(id: number, mapping: MappingFile): Promise<void> {
    const values = [JSON.stringify(mapping), this.#now().toISOString(), id];
    return writeWhenFree(this.#db, () => {
      this.#db.prepare('UPDATE column_mapping SET mapping_json = ?, updated_at = ? WHERE rowid = ?').run(...values);
    });
  }

  /** Tables with these headers are recognised by themselves again. */
  remove(id: number): Promise<void> {
    return writeWhenFree(this.#db, () => {
      this.#db.prepare('DELETE FROM column_mapping WHERE rowid = ?').run(id);
    });
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
