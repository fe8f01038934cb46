import type { CatalogFilter, CatalogSort } from '#contract/catalog';
import type { CouponState } from '#contract/catalog-choices';
import { hasNoUsableLink, linkIsOutcome } from '../verdict-sql.ts';

export interface SqlCondition {
  /** Joined by AND; empty = no condition. */
  clauses: string[];
  values: Record<string, unknown>;
}

/** The day coupons and links are compared with: today, or the day the user judges by. */
export interface FilterContext {
  asOf: string;
}

const couponSql: Record<CouponState, string> = {
  none: "p.coupon_state IS NOT 'some'",
  active: `p.coupon_state = 'some' AND coalesce(p.coupon_left, 1) > 0 AND coalesce(p.coupon_starts_on, '') <= @asOf
    AND coalesce(p.coupon_ends_on, '9') >= @asOf`,
  upcoming: `p.coupon_state = 'some' AND p.coupon_starts_on > @asOf`,
  expired: `p.coupon_state = 'some' AND p.coupon_ends_on < @asOf`,
  'used-up': `p.coupon_state = 'some' AND p.coupon_left = 0`,
};

const earningSql = {
  own: `EXISTS (SELECT 1 FROM share_link l WHERE l.product_id = p.id AND l.earns = 'yes' AND l.owner = 'own')`,
  other: `EXISTS (SELECT 1 FROM share_link l WHERE l.product_id = p.id AND l.earns = 'yes' AND l.owner = 'other')`,
  unknown: `EXISTS (SELECT 1 FROM share_link l WHERE l.product_id = p.id AND l.earns <> 'no' AND l.owner = 'unknown')`,
  none: `NOT EXISTS (SELECT 1 FROM share_link l WHERE l.product_id = p.id AND l.earns <> 'no')`,
} as const;

class Conditions {
  readonly clauses: string[] = [];
  readonly values: Record<string, unknown> = {};

  add(clause: string, values: Record<string, unknown> = {}): void {
    this.clauses.push(`(${clause})`);
    Object.assign(this.values, values);
  }

  range(column: string, name: string, range: { min?: number | undefined; max?: number | undefined } | undefined): void {
    if (range?.min !== undefined) this.add(`${column} >= @${name}Min`, { [`${name}Min`]: range.min });
    if (range?.max !== undefined) this.add(`${column} <= @${name}Max`, { [`${name}Max`]: range.max });
  }

  /** Values travel as one JSON parameter, so any number of them needs one statement only. */
  oneOf(column: string, name: string, values: readonly string[] | undefined): void {
    if (!values || values.length === 0) return;
    this.add(`${column} IN (SELECT value FROM json_each(@${name}))`, { [name]: JSON.stringify(values) });
  }

  any<Key extends string>(options: Record<Key, string>, chosen: readonly Key[] | undefined): void {
    if (chosen && chosen.length > 0) this.add(chosen.map((key) => `(${options[key]})`).join(' OR '));
  }
}

function addFindings(where: Conditions, { findings = [], findingCategories = [] }: CatalogFilter): void {
  if (findings.length === 0 && findingCategories.length === 0) return;
  const severe = findings.map((severity) => `'${severity}'`).join(', ');
  const parts = [
    'superseded_at IS NULL AND product_id IS NOT NULL',
    ...(findings.length > 0 ? [`severity IN (${severe})`] : []),
    ...(findingCategories.length > 0 ? ['category IN (SELECT value FROM json_each(@findingCategories))'] : []),
  ];
  where.add(`p.id IN (SELECT product_id FROM finding WHERE ${parts.join(' AND ')})`, {
    findingCategories: JSON.stringify(findingCategories),
  });
}

/** SQL for everything in a filter but the search words. Alias `p` is the product. */
export function filterConditions(filter: CatalogFilter, context: FilterContext): SqlCondition {
  const where = new Conditions();
  where.oneOf('p.category', 'categories', filter.categories);
  where.oneOf('p.shop', 'shops', filter.shops);
  where.oneOf(`coalesce(p.platform, p.market)`, 'platforms', filter.platforms);
  where.range('p.final_price_fen', 'price', filter.finalPriceFen);
  where.range('p.commission_amount_fen', 'commission', filter.commissionFen);
  where.range('p.commission_rate_bp', 'rate', filter.commissionRateBp);
  where.range('p.monthly_sales', 'sales', filter.monthlySales);
  where.any(couponSql, filter.coupon);
  where.any(earningSql, filter.earning);
  addFindings(where, filter);
  if (filter.couponEnds) {
    where.add('p.coupon_ends_on BETWEEN @couponFrom AND @couponTo', {
      couponFrom: filter.couponEnds.from,
      couponTo: filter.couponEnds.to,
    });
  }
  if (filter.noUsableLinkOn) {
    // A name of its own: the filter by outcome may speak of another surface.
    where.add(hasNoUsableLink.replaceAll('@surface', '@usableOn'), { usableOn: filter.noUsableLinkOn });
  }
  if (filter.endsBetween) {
    where.add(
      `p.coupon_ends_on BETWEEN @endsFrom AND @endsTo OR EXISTS (
         SELECT 1 FROM share_link l WHERE l.product_id = p.id AND l.dead_from > @endsFrom AND l.dead_from <= date(@endsTo, '+1 day'))`,
      { endsFrom: filter.endsBetween.from, endsTo: filter.endsBetween.to },
    );
  }
  if (filter.link) {
    where.add(`p.id IN (SELECT l.product_id FROM share_link l WHERE ${linkIsOutcome(filter.link.outcomes)})`, {
      surface: filter.link.surface,
    });
  }
  if (filter.batchId !== undefined) {
    where.add(
      `EXISTS (SELECT 1 FROM import_row r JOIN import_batch b ON b.id = @batchId
         WHERE r.batch_id = coalesce(b.rows_of_batch, b.id) AND r.item_key = p.item_key AND r.market = p.market)`,
      { batchId: filter.batchId },
    );
  }
  if (filter.ids) {
    where.add(`p.market || ':' || p.item_key IN (SELECT value FROM json_each(@ids))`, {
      ids: JSON.stringify(filter.ids),
    });
  }
  return { clauses: where.clauses, values: { ...where.values, asOf: context.asOf } };
}

const sortColumns: Record<Exclude<CatalogSort['by'], 'newest'>, string> = {
  price: 'p.final_price_fen',
  commission: 'p.commission_amount_fen',
  rate: 'p.commission_rate_bp',
  sales: 'p.monthly_sales',
  'coupon-end': 'p.coupon_ends_on',
  title: 'p.title',
};

/**
 * ORDER BY with a stable tie-break, so that pages never repeat or skip a product.
 * @param id expression of the product's row id
 */
export function orderBy(sort: CatalogSort, id: string): string {
  const direction = sort.descending ? 'DESC' : 'ASC';
  return sort.by === 'newest' ? `${id} ${direction}` : `${sortColumns[sort.by]} ${direction}, ${id} ${direction}`;
}
