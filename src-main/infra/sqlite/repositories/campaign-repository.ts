import type { CampaignItemRecord, CampaignReader, CampaignRecord, ItemQuery } from '#app/ports/campaign-store';
import { AppError } from '#contract/errors';
import type { Connection } from '../open-database.ts';

const campaignColumns = `c.id, c.name, c.scheduled_on AS scheduledOn, c.note, c.created_at AS createdAt, c.updated_at AS updatedAt,
  c.archived_at AS archivedAt, (SELECT count(*) FROM campaign_item i WHERE i.campaign_id = c.id) AS items,
  (SELECT sum(p.commission_amount_fen) FROM campaign_item i JOIN product p ON p.item_key = i.item_key AND p.market = i.market
    WHERE i.campaign_id = c.id) AS commissionFen`;

const itemColumns = `i.id, i.campaign_id AS campaignId, i.market, i.item_key AS itemKey, i.title_when_added AS titleWhenAdded, i.place AS position,
  p.id AS productRowId, k.text, k.link_hash AS linkHash, k.override_reason AS overrideReason, k.exported_at AS exportedAt,
  k.posted_at AS postedAt, coalesce(k.left_out, 0) AS leftOut`;

/** Items with their product and what was decided on `@surface`. */
const itemJoins = (items: string): string => `(${items}) i
  LEFT JOIN product p ON p.item_key = i.item_key AND p.market = i.market
  LEFT JOIN campaign_copy k ON k.item_id = i.id AND k.surface = @surface`;

const itemSource = itemJoins(
  'SELECT *, row_number() OVER (ORDER BY position, id) AS place FROM campaign_item WHERE campaign_id = @id',
);

const oneItem = `SELECT *, (SELECT count(*) FROM campaign_item o WHERE o.campaign_id = c.campaign_id
  AND (o.position, o.id) <= (c.position, c.id)) AS place FROM campaign_item c WHERE c.id = @itemId`;

type ItemRow = Omit<CampaignItemRecord, 'leftOut'> & { leftOut: number };

const toRecord = (row: ItemRow): CampaignItemRecord => ({ ...row, leftOut: row.leftOut === 1 });

const leftOutIs: Record<ItemQuery['which'], string> = {
  all: '1',
  in: 'coalesce(k.left_out, 0) = 0',
  'left-out': 'k.left_out = 1',
};

function conditions(id: number, { surface, which, ids, search }: ItemQuery): { where: string; values: object } {
  const clauses = [leftOutIs[which]];
  if (ids) clauses.push('i.id IN (SELECT value FROM json_each(@ids))');
  if (search) clauses.push('instr(lower(coalesce(p.title, i.title_when_added)), lower(@search)) > 0');
  return {
    where: clauses.join(' AND '),
    values: { id, surface, ids: JSON.stringify(ids ?? []), search: search ?? '' },
  };
}

/** {@link CampaignReader} over one connection. */
export class CampaignRepository implements CampaignReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
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

  items(id: number, query: ItemQuery, offset: number, limit: number): CampaignItemRecord[] {
    const { where, values } = conditions(id, query);
    return this.#db
      .prepare<unknown[], ItemRow>(
        `SELECT ${itemColumns} FROM ${itemSource} WHERE ${where} ORDER BY i.place LIMIT @limit OFFSET @offset`,
      )
      .all({ ...values, offset, limit })
      .map(toRecord);
  }

  countItems(id: number, query: ItemQuery): number {
    const { where, values } = conditions(id, query);
    return Number(this.#db.prepare(`SELECT count(*) FROM ${itemSource} WHERE ${where}`).pluck().get(values));
  }

  /** @throws AppError `NOT_FOUND` */
  item(itemId: number, surface: string): CampaignItemRecord {
    const row = this.#db
      .prepare<unknown[], ItemRow>(`SELECT ${itemColumns} FROM ${itemJoins(oneItem)}`)
      .get({ itemId, surface });
    if (!row) throw new AppError('NOT_FOUND', `no item ${itemId}`, { params: { detail: '活动商品' } });
    return toRecord(row);
  }

  #surfaces(id: number): CampaignRecord['surfaces'] {
    return this.#db
      .prepare<[number], CampaignRecord['surfaces'][number]>(
        'SELECT surface, template_id AS templateId FROM campaign_surface WHERE campaign_id = ? ORDER BY position',
      )
      .all(id);
  }
}
