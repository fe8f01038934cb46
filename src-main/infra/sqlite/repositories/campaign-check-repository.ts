import type { CampaignCheckStore, StoredCheck } from '#app/ports/campaign-check-store';
import type { SurfaceId } from '#contract/surfaces';
import { textHash } from '#domain/shared/text-hash';
import type { Connection } from '../open-database.ts';
import { productColumnNames } from '../product-columns.ts';
import { revisionOf } from '../revision.ts';
import { writeNowOrNever } from '../write-when-free.ts';

const linkColumns = ['link_hash', 'earns', 'owner', 'pid', 'issued_on', 'dead_from', 'sold_out', 'validity_basis'];

const jsonOf = (alias: string, columns: readonly string[]): string =>
  `json_array(${columns.map((column) => `${alias}.${column}`).join(', ')})`;

const productFacts = `
  SELECT i.id, ${jsonOf('p', [...productColumnNames, 'final_price_fen', 'commission_amount_fen'])} AS product,
    (SELECT json_group_array(json_array(${jsonOf('l', linkColumns)},
       (SELECT json_group_object(o.surface, o.outcome) FROM link_override o WHERE o.link_id = l.id)))
     FROM share_link l WHERE l.product_id = p.id) AS links
  FROM campaign_item i LEFT JOIN product p ON p.item_key = i.item_key AND p.market = i.market
  WHERE i.campaign_id = ? ORDER BY i.id`;

/** {@link CampaignCheckStore} over one connection. */
export class CampaignCheckRepository implements CampaignCheckStore {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  catalogRevision(): number {
    return revisionOf(this.#db, 'catalog');
  }

  campaignRevision(campaignId: number): number {
    return Number(this.#db.prepare('SELECT revision FROM campaign WHERE id = ?').pluck().get(campaignId));
  }

  products(campaignId: number): string {
    let hash = 0;
    const rows = this.#db.prepare<[number], string[]>(productFacts).raw().iterate(campaignId);
    for (const row of rows) hash = textHash(`${hash} ${row.join(' ')}`);
    return hash.toString(36);
  }

  verdicts(surface: SurfaceId): string {
    const tables = this.#db
      .prepare(
        `SELECT json_array(
           (SELECT json_group_array(json_array(kind, outcome)) FROM temp.outcome_by_kind WHERE surface = @surface),
           (SELECT json_group_array(json_array(kind, host, outcome)) FROM temp.outcome_by_host WHERE surface = @surface))`,
      )
      .pluck()
      .get({ surface });
    return textHash(String(tables)).toString(36);
  }

  result(campaignId: number, surface: SurfaceId, key: string): string | null {
    const json = this.#db
      .prepare('SELECT results_json FROM campaign_check WHERE campaign_id = ? AND surface = ? AND key = ?')
      .pluck()
      .get(campaignId, surface, key);
    return typeof json === 'string' ? json : null;
  }

  lints(campaignId: number, surface: SurfaceId): Pick<StoredCheck, 'lintKey' | 'lintsJson'> | null {
    const row = this.#db
      .prepare<[number, string], Pick<StoredCheck, 'lintKey' | 'lintsJson'>>(
        'SELECT lint_key AS lintKey, lints_json AS lintsJson FROM campaign_check WHERE campaign_id = ? AND surface = ?',
      )
      .get(campaignId, surface);
    return row ?? null;
  }

  keep(campaignId: number, surface: SurfaceId, check: StoredCheck): void {
    writeNowOrNever(
      this.#db,
      () =>
        void this.#db
          .prepare(
            `INSERT INTO campaign_check (campaign_id, surface, key, results_json, lint_key, lints_json)
             SELECT id, @surface, @key, @resultsJson, @lintKey, @lintsJson FROM campaign WHERE id = @campaignId
             ON CONFLICT (campaign_id, surface) DO UPDATE SET key = excluded.key, results_json = excluded.results_json,
               lint_key = excluded.lint_key, lints_json = excluded.lints_json`,
          )
          .run({ campaignId, surface, ...check }),
    );
  }
}
