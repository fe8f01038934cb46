import type { NewPackRecord, PackItemRecord, PackStore } from '#app/ports/pack-store';
import { AppError } from '#contract/errors';
import type { MarkOrigin, PackSummary } from '#contract/packs';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';
import {
  type PackItemRow,
  type PackRecord,
  packColumns,
  packItemColumns,
  packItems,
  toPackItem,
  toPackSummary,
} from './pack-row.ts';
import { splitPublicId } from './product-row.ts';

const newestShown = 200;

/** Exported packs: what was in them, where they were written, and what of them was posted. */
export class PackRepository implements PackStore {
  readonly #db: Connection;
  readonly #now: () => Date;

  constructor(db: Connection, now: () => Date) {
    this.#db = db;
    this.#now = now;
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
      this.#writeAudit(`pack.${pack.origin}`, id, pack.createdAt, {
        campaign: pack.campaignName,
        surface: pack.surface,
        exported: pack.rows.length,
        overridden: pack.overridden,
      });
      bumpRevision(this.#db, 'campaigns');
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

  find(by: { manifestSha256: string } | { key: string }): number | null {
    const [column, value] = 'key' in by ? ['pack_key', by.key] : ['manifest_sha256', by.manifestSha256];
    const id = this.#db
      .prepare(`SELECT id FROM export_pack WHERE ${column} = ? ORDER BY id DESC LIMIT 1`)
      .pluck()
      .get(value);
    return typeof id === 'number' ? id : null;
  }

  item(id: number, number: number): PackItemRecord | null {
    return this.#readItems('AND i.number = @number', { id, number })[0] ?? null;
  }

  items(id: number, offset: number, limit: number): PackItemRecord[] {
    return this.#readItems('ORDER BY i.number LIMIT @limit OFFSET @offset', { id, offset, limit });
  }

  mark(id: number, numbers: readonly number[], posted: boolean, from: MarkOrigin): Promise<number> {
    const which = { id, numbers: JSON.stringify(numbers) };
    return writeWhenFree(this.#db, () => {
      const changed = posted
        ? this.#setMarks({ ...which, at: this.#now().toISOString(), from })
        : this.#clearMarks(which);
      bumpRevision(this.#db, 'campaigns');
      return changed;
    });
  }

  moved(id: number, path: string): Promise<void> {
    return writeWhenFree(this.#db, () => {
      this.#db.prepare('UPDATE export_pack SET out_path = ? WHERE id = ?').run(path, id);
      bumpRevision(this.#db, 'campaigns');
    });
  }

  forget(id: number): Promise<void> {
    const { campaignName } = this.summary(id);
    return writeWhenFree(this.#db, () => {
      this.#db.prepare('DELETE FROM export_pack WHERE id = ?').run(id);
      this.#writeAudit('pack.forgotten', id, this.#now().toISOString(), { campaign: campaignName });
      bumpRevision(this.#db, 'campaigns');
    });
  }

  #readItems(tail: string, values: Record<string, number>): PackItemRecord[] {
    return this.#db
      .prepare<unknown[], PackItemRow>(
        `SELECT ${packItemColumns} FROM export_pack e JOIN ${packItems}
           LEFT JOIN product p ON p.item_key = i.item_key AND p.market = i.market
         WHERE e.id = @id AND i.pack_id = e.id ${tail}`,
      )
      .all(values)
      .map(toPackItem);
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
      `INSERT INTO pack_item (pack_id, number, market, item_key, title, text, link_kind, link_value, qr_url, outcome, price_fen,
         final_price_fen, coupon_ends_on, override_reason, pictures_json)
       VALUES (@id, @number, @market, @itemKey, @title, @text, @linkKind, @linkValue, @qrUrl, @outcome, @priceFen,
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

  /** A mark that is there already keeps its time. The campaign's item is posted with the pack's. */
  #setMarks(values: { id: number; numbers: string; at: string; from: MarkOrigin }): number {
    const { changes } = this.#db
      .prepare(
        `UPDATE pack_item SET posted_at = @at, posted_from = @from
         WHERE pack_id = @id AND posted_at IS NULL AND number IN (SELECT value FROM json_each(@numbers))`,
      )
      .run(values);
    this.#db
      .prepare(
        `INSERT INTO campaign_copy (item_id, surface, posted_at)
           SELECT c.id, e.surface, @at FROM export_pack e JOIN ${packItems}
           WHERE e.id = @id AND i.pack_id = e.id AND c.id IS NOT NULL AND i.number IN (SELECT value FROM json_each(@numbers))
         ON CONFLICT (item_id, surface) DO UPDATE SET posted_at = max(coalesce(posted_at, ''), excluded.posted_at)`,
      )
      .run({ id: values.id, numbers: values.numbers, at: values.at });
    return changes;
  }

  /** A mark the campaign's item had before this pack was exported belongs to another post and stays. */
  #clearMarks(values: { id: number; numbers: string }): number {
    this.#db
      .prepare(
        `UPDATE campaign_copy SET posted_at = NULL WHERE (item_id, surface) IN (
           SELECT k.item_id, k.surface FROM export_pack e JOIN ${packItems}
           WHERE e.id = @id AND i.pack_id = e.id AND k.posted_at >= e.created_at AND i.number IN (SELECT value FROM json_each(@numbers)))`,
      )
      .run(values);
    return this.#db
      .prepare(
        `UPDATE pack_item SET posted_at = NULL, posted_from = NULL
         WHERE pack_id = @id AND posted_at IS NOT NULL AND number IN (SELECT value FROM json_each(@numbers))`,
      )
      .run(values).changes;
  }

  #writeAudit(action: string, id: number, at: string, detail: unknown): void {
    this.#db
      .prepare('INSERT INTO audit (at, action, subject, detail_json) VALUES (?, ?, ?, ?)')
      .run(at, action, `pack:${id}`, JSON.stringify(detail));
  }
}
