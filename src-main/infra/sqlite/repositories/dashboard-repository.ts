import type { DashboardReader, LinkGroup } from '#app/ports/dashboard-reader';
import type { Dashboard } from '#contract/dashboard';
import type { Outcome } from '#contract/surfaces';
import { addDays } from '#domain/shared/shanghai-day';
import type { Connection } from '../open-database.ts';
import { outcomeCounts, usableByRecord, usableGroups, usableOfGroup } from '../verdict-sql.ts';

const calendarDays = 30;

const firstGroup = (condition: string, order: string): string =>
  `SELECT * FROM (SELECT kind, earns, owner FROM share_link WHERE ${condition} ORDER BY ${order} LIMIT 1)`;

/** The group after one, in the order of the index. A comparison of the three at once would read all links of the kind. */
const nextGroup = `${[
  firstGroup('kind = @kind AND earns = @earns AND owner > @owner', 'owner'),
  firstGroup('kind = @kind AND earns > @earns', 'earns, owner'),
  firstGroup('kind > @kind', 'kind, earns, owner'),
].join(' UNION ALL ')} LIMIT 1`;

/** Counts for the overview; each is one pass over an index. */
export class DashboardRepository implements DashboardReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  products(): number {
    return this.#number('SELECT count(*) FROM product');
  }

  /** Goes from group to group in the index and counts each by its ends: grouping all rows takes twice as long. */
  linkGroups(asOf: string): LinkGroup[] {
    const next = this.#db.prepare<unknown[], Pick<LinkGroup, 'kind' | 'earns' | 'owner'>>(nextGroup);
    const inGroup = 'SELECT count(*) FROM share_link l WHERE kind = @kind AND earns = @earns AND owner = @owner';
    const links = this.#db.prepare<unknown[], number>(inGroup).pluck();
    const dead = this.#db.prepare<unknown[], number>(`${inGroup} AND dead_from <= @asOf`).pluck();
    const groups: LinkGroup[] = [];
    for (let group = next.get({ kind: '', earns: '', owner: '' }); group; group = next.get(group)) {
      groups.push({ ...group, links: links.get(group) ?? 0, dead: dead.get({ ...group, asOf }) ?? 0 });
    }
    return groups;
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

  commission(surface: string, asOf: string, groups: readonly LinkGroup[]): Dashboard['commission'] {
    // The condition, true of every amount that adds anything, lets an index answer instead of the wide table.
    const sum = 'SELECT coalesce(sum(commission_amount_fen), 0) AS fen, count(*) AS products FROM product';
    const of = (condition: string, values: object): { fen: number; products: number } =>
      this.#db
        .prepare<object, { fen: number; products: number }>(`${sum} WHERE commission_amount_fen > 0 AND ${condition}`)
        .get(values) ?? { fen: 0, products: 0 };
    const all = of('1', {});
    const { reached, missing } = this.#tickReached(surface, asOf, groups);
    const some = missing > 0 && missing < this.products();
    // Reading a byte of what is bound is four times as fast as asking a function of ours for each product.
    const atStake = some
      ? of("substr(@reached, id + 1, 1) = x'00'", { reached })
      : missing > 0
        ? all
        : { fen: 0, products: 0 };
    return { totalFen: all.fen, atStakeFen: atStake.fen, atStakeProducts: atStake.products };
  }

  /**
   * Finds the products with a usable link, those that `hasNoUsableLink` leaves out. It lets SQLite sort the products of all
   * links of all kinds; here they are ticked off group by group, the largest first, and often the first is enough.
   * @returns a byte for each row id, 1 when the product has one, and how many products have none
   */
  #tickReached(surface: string, asOf: string, groups: readonly LinkGroup[]): { reached: Uint8Array; missing: number } {
    const reached = new Uint8Array(this.#number('SELECT coalesce(max(id), 0) FROM product') + 1);
    let missing = this.products();
    const tick = (sql: string, values: object): void => {
      for (const id of this.#db
        .prepare<object, number>(sql)
        .pluck()
        .all({ ...values, surface, asOf })) {
        if (reached[id] === 0) missing -= 1;
        reached[id] = 1;
      }
    };
    tick(usableByRecord, {});
    const usable = this.#db.prepare<object, object>(usableGroups).all({ surface, groups: JSON.stringify(groups) });
    for (const group of usable) {
      if (missing === 0) break;
      tick(usableOfGroup, group);
    }
    return { reached, missing };
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
