import type { LinkDeriver } from '#app/ports/import-store';
import type { ImportedLink } from '#domain/catalog/imported-row';
import { addDays } from '#domain/shared/shanghai-day';
import type { StatementCache } from '../statement-cache.ts';
import { type LinkBlock, LinkBlocks, type PlacedLink } from './link-block.ts';

/** A row that brings links, with what it says of their coupon. */
export interface LinkSource {
  place: number;
  batch_id: number;
  data_date: string;
  links_json: string;
  coupon_ends_on: string | null;
  coupon_left: number | null;
}

/** The batch that rows are imported with: a re-import shares the rows of the batch that read them. */
export interface ImportingBatch {
  id: number;
  data_date: string;
}

/** Recognises the links of staged rows. */
export class StagedLinks {
  readonly #statements: StatementCache;
  readonly #derive: LinkDeriver;
  readonly #blocks = new LinkBlocks();

  constructor(statements: StatementCache, derive: LinkDeriver) {
    this.#statements = statements;
    this.#derive = derive;
  }

  /**
   * Places are the ids of the staged rows.
   * @param rows SQL over alias `r`, with the named values it needs
   */
  ofRows(batch: ImportingBatch, rows: string, values: object): LinkBlock {
    return this.ofSources(
      `SELECT r.id AS place, @batchId AS batch_id, @dataDate AS data_date, r.links_json, r.coupon_ends_on, r.coupon_left
       FROM import_row r WHERE ${rows} ORDER BY r.id`,
      { ...values, batchId: batch.id, dataDate: batch.data_date },
    );
  }

  /** @param sources query for rows of the shape {@link LinkSource} */
  ofSources(sources: string, values: object): LinkBlock {
    return this.#blocks.of(this.#linksOf(this.#statements.prepare<LinkSource>(sources).all(values)));
  }

  *#linksOf(rows: readonly LinkSource[]): Generator<PlacedLink> {
    for (const row of rows) {
      const couponEnd = couponDeadFrom(row);
      const soldOut = row.coupon_left === null ? null : Number(row.coupon_left === 0);
      for (const link of this.#derive(JSON.parse(row.links_json) as ImportedLink[], row.data_date)) {
        yield {
          place: row.place,
          batchId: row.batch_id,
          link,
          couponDeadFrom: link.livesOffCoupon ? couponEnd : null,
          soldOut: link.livesOffCoupon ? soldOut : null,
        };
      }
    }
  }
}

/** The coupon is over the day after its last day, or from the day its stock was seen empty. */
function couponDeadFrom({ coupon_ends_on, coupon_left, data_date }: LinkSource): string | null {
  const afterEnd = coupon_ends_on === null ? null : addDays(coupon_ends_on, 1);
  if (coupon_left !== 0) return afterEnd;
  return afterEnd !== null && afterEnd < data_date ? afterEnd : data_date;
}
