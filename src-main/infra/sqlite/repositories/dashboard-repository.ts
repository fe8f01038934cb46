import type { DashboardReader, LinkGroup } from '#app/ports/dashboard-reader';
import type { Dashboard } from '#contract/dashboard';
import type { Outcome } from '#contract/surfaces';
import { addDays } from '#domain/shared/shanghai-day';
import type { Connection } from '../open-database.ts';
import { hasNoUsableLink, linkIsDead, outcomeCounts } from '../verdict-sql.ts';

const calendarDays = 30;

/** Counts for the overview; each is one pass over an index. */
export class DashboardRepository implements DashboardReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  products(): number {
    return this.#number('SELECT count(*) FROM product');
  }

  linkGroups(asOf: string): LinkGroup[] {
    return this.#db
      .prepare<unknown[], LinkGroup>(
        `SELECT l.kind, l.earns, l.owner, count(*) AS links, sum(${linkIsDead}) AS dead FROM share_link l GROUP BY 1, 2, 3`,
      )
      .all({ asOf });
  }

  outcomes(asOf: string, groups: readonly LinkGroup[]): { surface: string; outcome: Outcome; links: number }[] {
    return this.#db
      .prepare<unknown[], { surface: string; outcome: Outcome; links: number }>(outcomeCounts)
      .all({ asOf, groups: JSON.stringify(groups) });
  }

  findings(): Omit<Dashboard['findings'], 'unscanned'> {
    const open = 'FROM finding WHERE product_id IS NOT NULL AND superseded_at IS NULL';
    const products = (severity: string): number =>
      this.#number(`SELECT count(DISTINCT product_id) ${open} AND severity = '${severity}'`);
    const byCategory = this.#db
      .prepare<[], { category: string; severity: 'block' | 'warn'; products: number }>(
        `SELECT category, severity, count(DISTINCT product_id) AS products ${open} 
         GROUP BY 1, 2 ORDER BY severity, products DESC`,
      )
      .all();
    return { block: products('block'), warn: products('warn'), byCategory };
  }

  ending(today: string): Dashboard['ending'] {
    const linksWithin = (days: number): number =>
      this.#number(
        'SELECT count(*) FROM share_link WHERE dead_from > ? AND dead_from <= ?',
        today,
        addDays(today, days + 1),
      );
    return {
      within7: { from: today, to: addDays(today, 7) },
      linksIn7: linksWithin(7),
      linksIn30: linksWithin(30),
      linksDead: this.#number('SELECT count(*) FROM share_link WHERE dead_from <= ?', today),
      couponsIn7: this.#number(
        'SELECT count(*) FROM product WHERE coupon_ends_on BETWEEN ? AND ?',
        today,
        addDays(today, 7),
      ),
      couponsEnded: this.#number('SELECT count(*) FROM product WHERE coupon_ends_on < ?', today),
    };
  }

  ended({ from, to }: { from: string; to: string }): { links: number; coupons: number } {
    return {
      links: this.#number(
        'SELECT count(*) FROM share_link WHERE dead_from > ? AND dead_from <= ?',
        from,
        addDays(to, 1),
      ),
      coupons: this.#number('SELECT count(*) FROM product WHERE coupon_ends_on BETWEEN ? AND ?', from, to),
    };
  }

  calendar(today: string): Dashboard['calendar'] {
    const last = addDays(today, calendarDays - 1);
    const links = this.#byDay(
      `SELECT date(dead_from, '-1 day') AS day, count(*) AS n FROM share_link WHERE dead_from > ? AND dead_from <= ? GROUP BY 1`,
      today,
      addDays(last, 1),
    );
    const coupons = this.#byDay(
      'SELECT coupon_ends_on AS day, count(*) AS n FROM product WHERE coupon_ends_on BETWEEN ? AND ? GROUP BY 1',
      today,
      last,
    );
    return Array.from({ length: calendarDays }, (_, index) => {
      const day = addDays(today, index);
      return { day, links: links.get(day) ?? 0, coupons: coupons.get(day) ?? 0 };
    });
  }

  commission(surface: string, asOf: string): Dashboard['commission'] {
    // The condition, true of every amount that adds anything, lets an index answer instead of the wide table.
    const total = this.#number(
      'SELECT coalesce(sum(commission_amount_fen), 0) FROM product WHERE commission_amount_fen > 0',
    );
    const atStake = this.#db
      .prepare<unknown[], { fen: number; products: number }>(
        `SELECT coalesce(sum(p.commission_amount_fen), 0) AS fen, count(*) AS products FROM product p
         WHERE p.commission_amount_fen > 0 AND ${hasNoUsableLink}`,
      )
      .get({ surface, asOf });
    return { totalFen: total, atStakeFen: atStake?.fen ?? 0, atStakeProducts: atStake?.products ?? 0 };
  }

  lastImport(): Dashboard['lastImport'] {
    const row = this.#db
      .prepare<[], NonNullable<Dashboard['lastImport']>>(
        `SELECT id AS batchId, file_name AS fileName, finished_at AS at, created, updated FROM import_batch WHERE state = 'merged' ORDER BY id DESC LIMIT 1`,
      )
      .get();
    return row ?? null;
  }

  #number(sql: string, ...values: unknown[]): number {
    return Number(
      this.#db
        .prepare(sql)
        .pluck()
        .get(...values),
    );
  }

  #byDay(sql: string, from: string, to: string): Map<string, number> {
    const rows = this.#db.prepare<[string, string], { day: string; n: number }>(sql).all(from, to);
    return new Map(rows.map(({ day, n }) => [day, n]));
  }
}
