import type { NewPackRecord, PackStore } from '#app/ports/pack-writer';
import { AppError } from '#contract/errors';
import type { PackSummary } from '#contract/packs';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';
import { type PackRecord, packColumns, toPackSummary } from './pack-row.ts';
import { splitPublicId } from './product-row.ts';

const newestShown = 200;

/** Exported packs: what was in them, where they were written, and what of them was posted. */
export class PackRepository implements PackStore {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  record(pack: NewPackRecord): Promise<number> {
    return writeWhenFree(this.#db, () => {
      const id = this.#insert(pack);
      this.#insertItems(id, pack.rows);
      this.#db
        .prepare(
          `INSERT INTO campaign_copy (item_id, surface, exported_at) SELECT j.value, @surface, @createdAt FROM json_each(@ids) j WHERE true
           ON CONFLICT (item_id, surface) DO UPDATE SET exported_at = excluded.exported_at`,
        )
        .run({ surface: pack.surface, createdAt: pack.createdAt, ids: JSON.stringify(pack.exportedItemIds) });
      this.#audit(pack, id);
      bumpRevision(this.#db);
      return id;
    });
  }

  /** Newest first. */
  list(): PackSummary[] {
    return this.#db
      .prepare<[number], PackRecord>(`SELECT ${packColumns} FROM export_pack e ORDER BY e.id DESC LIMIT ?`)
      .all(newestShown)
      .map(toPackSummary);
  }

  /** @throws AppError `NOT_FOUND` */
  summary(id: number): PackSummary {
    const record = this.#db
      .prepare<[number], PackRecord>(`SELECT ${packColumns} FROM export_pack e WHERE e.id = ?`)
      .get(id);
    if (!record) throw new AppError('NOT_FOUND', `no pack ${id}`, { params: { detail: '文案包' } });
    return toPackSummary(record);
  }

  #insert(pack: NewPackRecord): number {
    const { rows, refused, overridden, exportedItemIds: _ids, ...plain } = pack;
    const { lastInsertRowid } = this.#db
      .prepare(
        `INSERT INTO export_pack (origin, campaign_id, campaign_name, surface, out_path, container, items, exported, refused_json,
           overridden_json, pack_key, manifest_sha256, manifest_json, created_at)
         VALUES (@origin, @campaignId, @campaignName, @surface, @path, @container, @items, @exported, @refused,
           @overridden, @key, @manifestSha256, @manifest, @createdAt)`,
      )
      .run({
        ...plain,
        exported: rows.length,
        refused: JSON.stringify(refused),
        overridden: JSON.stringify(overridden),
      });
    return Number(lastInsertRowid);
  }

  #insertItems(id: number, rows: NewPackRecord['rows']): void {
    const insert = this.#db.prepare(
      `INSERT INTO pack_item (pack_id, number, market, item_key, title, text, link_kind, link_value, outcome, price_fen,
         final_price_fen, coupon_ends_on, override_reason, pictures_json)
       VALUES (@id, @number, @market, @itemKey, @title, @text, @linkKind, @linkValue, @outcome, @priceFen,
         @finalPriceFen, @couponEndsOn, @override, @pictures)`,
    );
    for (const { productId, link, pictures, ...row } of rows) {
      insert.run({
        ...row,
        ...splitPublicId(productId),
        id,
        linkKind: link?.kind ?? null,
        linkValue: link?.value ?? null,
        pictures: JSON.stringify(pictures),
      });
    }
  }

  #audit(pack: NewPackRecord, id: number): void {
    const detail = {
      campaign: pack.campaignName,
      surface: pack.surface,
      exported: pack.rows.length,
      overridden: pack.overridden,
    };
    this.#db
      .prepare('INSERT INTO audit (at, action, subject, detail_json) VALUES (?, ?, ?, ?)')
      .run(pack.createdAt, `pack.${pack.origin}`, `pack:${id}`, JSON.stringify(detail));
  }
}
