import type { TopSubjectReader } from '#app/ports/top-store';
import type { ProductSelection } from '#contract/catalog';
import type { LinkField, Market } from '#domain/catalog/imported-row';
import type { SubjectLink, TopSubject } from '#domain/top/top-subject';
import type { Connection } from '../open-database.ts';
import type { CatalogRepository } from './catalog-repository.ts';
import { publicId, splitPublicId } from './product-row.ts';

interface SubjectRow {
  id: number;
  market: Market;
  item_key: string;
  item_id: string;
  coupon_state: 'some' | 'none' | null;
  coupon_text: string | null;
  coupon_face_fen: number | null;
  coupon_threshold_fen: number | null;
  coupon_starts_on: string | null;
  coupon_ends_on: string | null;
  coupon_left: number | null;
  coupon_total: number | null;
  coupon_activity_id: string | null;
}

interface LinkRow {
  product_id: number;
  kind: string;
  inner_kind: string | null;
  value: string;
  origin: string;
  owner: SubjectLink['owner'];
  issued_on: string | null;
  dead_from: string | null;
  coupon_dead_from: string | null;
  sold_out: number | null;
}

/** Reads what the platform is told and asked about products. */
export class TopSubjectRepository implements TopSubjectReader {
  readonly #db: Connection;
  readonly #catalog: CatalogRepository;

  constructor(db: Connection, catalog: CatalogRepository) {
    this.#db = db;
    this.#catalog = catalog;
  }

  selected(selection: ProductSelection, asOf: string): string[] {
    return this.#catalog.publicIds(this.#catalog.selectedRowIds(selection, asOf));
  }

  subjects(productIds: readonly string[]): Map<string, TopSubject> {
    const keys = JSON.stringify(productIds.map(splitPublicId));
    const rows = this.#db
      .prepare<[string], SubjectRow>(
        `SELECT p.id, p.market, p.item_key, p.item_id, p.coupon_state, p.coupon_text, p.coupon_face_fen,
           p.coupon_threshold_fen, p.coupon_starts_on, p.coupon_ends_on, p.coupon_left, p.coupon_total, p.coupon_activity_id
         FROM json_each(?) e CROSS JOIN product p ON p.item_key = e.value ->> 'itemKey' AND p.market = e.value ->> 'market'`,
      )
      .all(keys);
    const links = this.#linksOf(rows.map(({ id }) => id));
    return new Map(rows.map((row) => [publicId(row.market, row.item_key), toSubject(row, links.get(row.id) ?? [])]));
  }

  #linksOf(rowIds: readonly number[]): Map<number, SubjectLink[]> {
    const rows = this.#db
      .prepare<[string], LinkRow>(
        `SELECT product_id, kind, inner_kind, value, origin, owner, issued_on, dead_from,
           coupon_dead_from, sold_out
         FROM share_link WHERE product_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
      )
      .all(JSON.stringify(rowIds));
    const byProduct = new Map<number, SubjectLink[]>();
    for (const row of rows) {
      const list = byProduct.get(row.product_id) ?? [];
      byProduct.set(row.product_id, list);
      list.push(toLink(row));
    }
    return byProduct;
  }
}

const toLink = (row: LinkRow): SubjectLink => ({
  kind: row.kind,
  innerKind: row.inner_kind,
  value: row.value,
  field: row.origin as LinkField,
  owner: row.owner,
  issuedOn: row.issued_on,
  deadFrom: row.dead_from,
  couponDeadFrom: row.coupon_dead_from,
  soldOut: row.sold_out === 1,
});

function toSubject(row: SubjectRow, links: SubjectLink[]): TopSubject {
  const coupon = {
    couponText: row.coupon_text,
    couponFaceFen: row.coupon_face_fen,
    couponThresholdFen: row.coupon_threshold_fen,
    couponStartsOn: row.coupon_starts_on,
    couponEndsOn: row.coupon_ends_on,
    couponLeft: row.coupon_left,
    couponTotal: row.coupon_total,
    couponActivityId: row.coupon_activity_id,
  };
  const { market, item_key: itemKey, item_id: itemId, coupon_state: state } = row;
  return { market, itemKey, itemId, coupon: state === 'some' ? coupon : null, links };
}
