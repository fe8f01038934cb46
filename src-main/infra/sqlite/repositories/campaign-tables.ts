import type {
  CampaignFields,
  CampaignReader,
  CampaignRecord,
  CampaignWriter,
  ItemDecision,
} from '#app/ports/campaign-store';
import { placesBetween, placeStep } from '#domain/campaigns/item-places';
import type { Connection } from '../open-database.ts';

const decisionColumns: Record<keyof ItemDecision, string> = {
  text: 'text',
  linkHash: 'link_hash',
  overrideReason: 'override_reason',
  exportedAt: 'exported_at',
  postedAt: 'posted_at',
  leftOut: 'left_out',
};

/** {@link CampaignWriter} over one connection; every call belongs to a transaction that somebody else opened. */
export class CampaignTables implements CampaignWriter {
  readonly #db: Connection;
  readonly #reader: CampaignReader;
  readonly #now: () => Date;

  constructor(db: Connection, reader: CampaignReader, now: () => Date) {
    this.#db = db;
    this.#reader = reader;
    this.#now = now;
  }

  create(
    name: string,
    scheduledOn: string | null,
    surfaces: CampaignRecord['surfaces'],
    productRowIds: readonly number[],
  ): number {
    const id = this.#insert(name, scheduledOn, '');
    this.#setSurfaces(id, surfaces);
    this.addProducts(id, productRowIds);
    return id;
  }

  update(id: number, { archived, surfaces, ...fields }: CampaignFields): void {
    const current = this.#reader.get(id);
    const at = archived === undefined ? current.archivedAt : archived ? this.#now().toISOString() : null;
    this.#db
      .prepare('UPDATE campaign SET name = ?, scheduled_on = ?, note = ?, archived_at = ? WHERE id = ?')
      .run(
        fields.name ?? current.name,
        fields.scheduledOn === undefined ? current.scheduledOn : fields.scheduledOn,
        fields.note ?? current.note,
        at,
        id,
      );
    if (surfaces) this.#setSurfaces(id, surfaces);
    this.#touch(id);
  }

  duplicate(id: number, name: string): number {
    const source = this.#reader.get(id);
    const copy = this.#insert(name, null, source.note);
    this.#setSurfaces(copy, source.surfaces);
    const firstId = this.#newIds('campaign_item', source.items);
    this.#db
      .prepare(
        `INSERT INTO campaign_item (id, campaign_id, market, item_key, title_when_added, position)
         SELECT @firstId + row_number() OVER (ORDER BY position, id) - 1, @copy, market, item_key, title_when_added, position
         FROM campaign_item WHERE campaign_id = @id`,
      )
      .run({ copy, id, firstId });
    this.#db
      .prepare(
        `INSERT INTO campaign_copy (item_id, surface, text, link_hash, left_out)
         SELECT n.id, k.surface, k.text, k.link_hash, k.left_out FROM campaign_copy k JOIN campaign_item o ON o.id = k.item_id
         JOIN campaign_item n ON n.campaign_id = @copy AND n.item_key = o.item_key AND n.market = o.market
         WHERE o.campaign_id = @id AND (k.text IS NOT NULL OR k.link_hash IS NOT NULL OR k.left_out = 1)`,
      )
      .run({ copy, id });
    return copy;
  }

  remove(id: number): void {
    this.#db.prepare('DELETE FROM campaign WHERE id = ?').run(id);
  }

  addProducts(id: number, productRowIds: readonly number[]): number {
    const firstId = this.#newIds('campaign_item', productRowIds.length);
    const { changes } = this.#db
      .prepare(
        `INSERT OR IGNORE INTO campaign_item (id, campaign_id, market, item_key, title_when_added, position)
         SELECT @firstId + j.key, @id, p.market, p.item_key, coalesce(p.title, p.item_id),
           (SELECT coalesce(max(position), 0) FROM campaign_item WHERE campaign_id = @id) + (j.key + 1) * ${placeStep}
         FROM json_each(@rowIds) j JOIN product p ON p.id = j.value ORDER BY j.key`,
      )
      .run({ id, firstId, rowIds: JSON.stringify(productRowIds) });
    this.#touch(id);
    return changes;
  }

  removeItems(itemIds: readonly number[]): number {
    const ids = JSON.stringify(itemIds);
    const campaigns = this.#db
      .prepare('SELECT DISTINCT campaign_id FROM campaign_item WHERE id IN (SELECT value FROM json_each(?))')
      .pluck()
      .all(ids) as number[];
    campaigns.forEach((id) => this.#touch(id));
    return this.#db.prepare('DELETE FROM campaign_item WHERE id IN (SELECT value FROM json_each(?))').run(ids).changes;
  }

  moveItems(id: number, itemIds: readonly number[], before: number | null): void {
    const order = this.#db
      .prepare<[number], { id: number; position: number }>(
        'SELECT id, position FROM campaign_item WHERE campaign_id = ? ORDER BY position, id',
      )
      .all(id);
    const put = this.#db.prepare('UPDATE campaign_item SET position = ? WHERE id = ?');
    for (const [item, position] of placesBetween(order, new Set(itemIds), before)) put.run(position, item);
    this.#touch(id);
  }

  decide(itemId: number, surface: string, change: Partial<ItemDecision>): void {
    const said = Object.entries(change) as [keyof ItemDecision, ItemDecision[keyof ItemDecision]][];
    if (said.length === 0) return;
    const columns = said.map(([field]) => decisionColumns[field]);
    const values = said.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value));
    this.#db
      .prepare(
        `INSERT INTO campaign_copy (item_id, surface, ${columns.join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')})
         ON CONFLICT (item_id, surface) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      )
      .run(itemId, surface, ...values);
    this.#db
      .prepare('UPDATE campaign SET updated_at = ? WHERE id = (SELECT campaign_id FROM campaign_item WHERE id = ?)')
      .run(this.#now().toISOString(), itemId);
  }

  snooze(
    { campaignId, surface, market, itemKey }: Parameters<CampaignWriter['snooze']>[0],
    until: string | null,
  ): void {
    const key = [campaignId, surface, market, itemKey];
    if (until === null) {
      this.#db
        .prepare('DELETE FROM inbox_snooze WHERE campaign_id = ? AND surface = ? AND market = ? AND item_key = ?')
        .run(...key);
      return;
    }
    this.#db
      .prepare(
        `INSERT INTO inbox_snooze (campaign_id, surface, market, item_key, until) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (campaign_id, surface, market, item_key) DO UPDATE SET until = excluded.until`,
      )
      .run(...key, until);
  }

  #insert(name: string, scheduledOn: string | null, note: string): number {
    const now = this.#now().toISOString();
    const id = this.#newIds('campaign', 1);
    this.#db
      .prepare('INSERT INTO campaign (id, name, scheduled_on, note, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)')
      .run(id, name, scheduledOn, note, now, now);
    return id;
  }

  /** @returns the first of `count` ids that were never used */
  #newIds(table: 'campaign' | 'campaign_item', count: number): number {
    const last = this.#db
      .prepare(
        `UPDATE row_sequence SET last = max(last, (SELECT coalesce(max(id), 0) FROM ${table})) + ? WHERE name = '${table}' RETURNING last`,
      )
      .pluck()
      .get(count);
    return Number(last) - count + 1;
  }

  #setSurfaces(id: number, surfaces: CampaignRecord['surfaces']): void {
    this.#db.prepare('DELETE FROM campaign_surface WHERE campaign_id = ?').run(id);
    const insert = this.#db.prepare(
      'INSERT OR IGNORE INTO campaign_surface (campaign_id, surface, template_id, position) VALUES (?, ?, ?, ?)',
    );
    surfaces.forEach(({ surface, templateId }, index) => insert.run(id, surface, templateId, index + 1));
  }

  #touch(id: number): void {
    this.#db.prepare('UPDATE campaign SET updated_at = ? WHERE id = ?').run(this.#now().toISOString(), id);
  }
}
