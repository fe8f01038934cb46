import type {
  CampaignChange,
  CampaignItemRecord,
  CampaignRecord,
  CampaignStore,
  ItemDecision,
} from '#app/ports/campaign-store';
import { AppError } from '#contract/errors';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';

const campaignColumns = `c.id, c.name, c.scheduled_on AS scheduledOn, c.note, c.created_at AS createdAt, c.updated_at AS updatedAt,
  c.archived_at AS archivedAt, (SELECT count(*) FROM campaign_item i WHERE i.campaign_id = c.id) AS items`;

const itemColumns = `i.id, i.campaign_id AS campaignId, i.market, i.item_key AS itemKey, i.title_when_added AS titleWhenAdded, i.position,
  p.id AS productRowId, k.text, k.link_hash AS linkHash, k.override_reason AS overrideReason, k.exported_at AS exportedAt,
  k.posted_at AS postedAt`;

const itemSource = `campaign_item i LEFT JOIN product p ON p.item_key = i.item_key AND p.market = i.market
  LEFT JOIN campaign_copy k ON k.item_id = i.id AND k.surface = @surface`;

/** Campaigns, their items in order, and what the user decided for each. */
export class CampaignRepository implements CampaignStore {
  readonly #db: Connection;
  readonly #now: () => Date;

  constructor(db: Connection, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  list(archived: boolean): CampaignRecord[] {
    const rows = this.#db
      .prepare<[], Omit<CampaignRecord, 'surfaces'>>(
        `SELECT ${campaignColumns} FROM campaign c WHERE c.archived_at IS ${archived ? 'NOT NULL' : 'NULL'}
         ORDER BY c.scheduled_on IS NULL, c.scheduled_on DESC, c.id DESC`,
      )
      .all();
    return rows.map((row) => ({ ...row, surfaces: this.#surfaces(row.id) }));
  }

  /** @throws AppError `NOT_FOUND` */
  get(id: number): CampaignRecord {
    const row = this.#db
      .prepare<[number], Omit<CampaignRecord, 'surfaces'>>(`SELECT ${campaignColumns} FROM campaign c WHERE c.id = ?`)
      .get(id);
    if (!row) throw new AppError('NOT_FOUND', `no campaign ${id}`, { params: { detail: '活动' } });
    return { ...row, surfaces: this.#surfaces(id) };
  }

  create(
    name: string,
    scheduledOn: string | null,
    surfaces: CampaignRecord['surfaces'],
    productRowIds: readonly number[],
  ): Promise<number> {
    return this.#change(() => {
      const now = this.#now().toISOString();
      const id = Number(
        this.#db
          .prepare('INSERT INTO campaign (name, scheduled_on, created_at, updated_at) VALUES (?, ?, ?, ?)')
          .run(name, scheduledOn, now, now).lastInsertRowid,
      );
      this.#setSurfaces(id, surfaces);
      this.#addProducts(id, productRowIds);
      return id;
    });
  }

  update(id: number, change: CampaignChange): Promise<void> {
    const current = this.get(id);
    return this.#change(() => {
      const archivedAt =
        change.archived === undefined ? current.archivedAt : change.archived ? this.#now().toISOString() : null;
      this.#db
        .prepare(
          'UPDATE campaign SET name = ?, scheduled_on = ?, note = ?, archived_at = ?, updated_at = ? WHERE id = ?',
        )
        .run(
          change.name ?? current.name,
          change.scheduledOn === undefined ? current.scheduledOn : change.scheduledOn,
          change.note ?? current.note,
          archivedAt,
          this.#now().toISOString(),
          id,
        );
      if (change.surfaces) this.#setSurfaces(id, change.surfaces);
    });
  }

  /** A copy with the same surfaces, items and texts, not yet exported or posted. */
  duplicate(id: number, name: string): Promise<number> {
    const source = this.get(id);
    return this.#change(() => {
      const now = this.#now().toISOString();
      const copy = Number(
        this.#db
          .prepare('INSERT INTO campaign (name, note, created_at, updated_at) VALUES (?, ?, ?, ?)')
          .run(name, source.note, now, now).lastInsertRowid,
      );
      this.#setSurfaces(copy, source.surfaces);
      this.#db
        .prepare(
          `INSERT INTO campaign_item (campaign_id, market, item_key, title_when_added, position)
           SELECT ?, market, item_key, title_when_added, position FROM campaign_item WHERE campaign_id = ?`,
        )
        .run(copy, id);
      this.#db
        .prepare(
          `INSERT INTO campaign_copy (item_id, surface, text, link_hash)
           SELECT n.id, k.surface, k.text, k.link_hash FROM campaign_copy k JOIN campaign_item o ON o.id = k.item_id
           JOIN campaign_item n ON n.campaign_id = @copy AND n.item_key = o.item_key AND n.market = o.market
           WHERE o.campaign_id = @id AND (k.text IS NOT NULL OR k.link_hash IS NOT NULL)`,
        )
        .run({ copy, id });
      return copy;
    });
  }

  remove(id: number): Promise<void> {
    this.get(id);
    return this.#change(() => void this.#db.prepare('DELETE FROM campaign WHERE id = ?').run(id));
  }

  addProducts(id: number, productRowIds: readonly number[]): Promise<number> {
    this.get(id);
    return this.#change(() => this.#addProducts(id, productRowIds));
  }

  removeItems(id: number, itemIds: readonly number[]): Promise<number> {
    return this.#change(
      () =>
        this.#db
          .prepare('DELETE FROM campaign_item WHERE campaign_id = ? AND id IN (SELECT value FROM json_each(?))')
          .run(id, JSON.stringify(itemIds)).changes,
    );
  }

  /** Puts items, in their present order, before another one; null = at the end. */
  moveItems(id: number, itemIds: readonly number[], before: number | null): Promise<void> {
    return this.#change(() => {
      const order = this.#db
        .prepare('SELECT id FROM campaign_item WHERE campaign_id = ? ORDER BY position')
        .pluck()
        .all(id) as number[];
      const moving = new Set(itemIds);
      const staying = order.filter((item) => !moving.has(item));
      const at = before === null || !staying.includes(before) ? staying.length : staying.indexOf(before);
      const next = [...staying.slice(0, at), ...order.filter((item) => moving.has(item)), ...staying.slice(at)];
      const place = this.#db.prepare('UPDATE campaign_item SET position = ? WHERE id = ?');
      next.forEach((item, index) => place.run(index + 1, item));
    });
  }

  items(id: number, surface: string, offset: number, limit: number): CampaignItemRecord[] {
    return this.#db
      .prepare<unknown[], CampaignItemRecord>(
        `SELECT ${itemColumns} FROM ${itemSource} WHERE i.campaign_id = @id ORDER BY i.position LIMIT @limit OFFSET @offset`,
      )
      .all({ id, surface, offset, limit });
  }

  /** @throws AppError `NOT_FOUND` */
  item(itemId: number, surface: string): CampaignItemRecord {
    const record = this.#db
      .prepare<unknown[], CampaignItemRecord>(`SELECT ${itemColumns} FROM ${itemSource} WHERE i.id = @itemId`)
      .get({ itemId, surface });
    if (!record) throw new AppError('NOT_FOUND', `no item ${itemId}`, { params: { detail: '活动商品' } });
    return record;
  }

  decide(itemId: number, surface: string, change: Partial<ItemDecision>): Promise<void> {
    const current = this.item(itemId, surface);
    const { text, linkHash, overrideReason, exportedAt, postedAt } = { ...current, ...change };
    return this.#change(() => {
      this.#db
        .prepare(
          `INSERT INTO campaign_copy (item_id, surface, text, link_hash, override_reason, exported_at, posted_at) VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (item_id, surface) DO UPDATE SET text = excluded.text, link_hash = excluded.link_hash,
             override_reason = excluded.override_reason, exported_at = excluded.exported_at, posted_at = excluded.posted_at`,
        )
        .run(itemId, surface, text, linkHash, overrideReason, exportedAt, postedAt);
      this.#touch(current.campaignId);
    });
  }

  #surfaces(id: number): CampaignRecord['surfaces'] {
    return this.#db
      .prepare<[number], CampaignRecord['surfaces'][number]>(
        'SELECT surface, template_id AS templateId FROM campaign_surface WHERE campaign_id = ? ORDER BY position',
      )
      .all(id);
  }

  #setSurfaces(id: number, surfaces: CampaignRecord['surfaces']): void {
    this.#db.prepare('DELETE FROM campaign_surface WHERE campaign_id = ?').run(id);
    const insert = this.#db.prepare(
      'INSERT OR REPLACE INTO campaign_surface (campaign_id, surface, template_id, position) VALUES (?, ?, ?, ?)',
    );
    surfaces.forEach(({ surface, templateId }, index) => insert.run(id, surface, templateId, index + 1));
  }

  #addProducts(id: number, productRowIds: readonly number[]): number {
    const { changes } = this.#db
      .prepare(
        `INSERT OR IGNORE INTO campaign_item (campaign_id, market, item_key, title_when_added, position)
         SELECT @id, p.market, p.item_key, coalesce(p.title, p.item_id),
           (SELECT coalesce(max(position), 0) FROM campaign_item WHERE campaign_id = @id) + j.key + 1
         FROM json_each(@rowIds) j JOIN product p ON p.id = j.value ORDER BY j.key`,
      )
      .run({ id, rowIds: JSON.stringify(productRowIds) });
    this.#touch(id);
    return changes;
  }

  #touch(id: number): void {
    this.#db.prepare('UPDATE campaign SET updated_at = ? WHERE id = ?').run(this.#now().toISOString(), id);
  }

  #change<T>(work: () => T): Promise<T> {
    return writeWhenFree(this.#db, () => {
      const result = work();
      bumpRevision(this.#db);
      return result;
    });
  }
}
