import type { LinkRow } from '#contract/links';
import type { Outcome } from '#contract/surfaces';
import { answerTells, linkOutcome } from '../verdict-sql.ts';
import { publicId } from './product-row.ts';

/** What ends link `l`: its own validity, or its coupon where that ends sooner. */
export const validityBasis = `
  CASE WHEN l.coupon_dead_from IS l.dead_from AND l.own_dead_from IS NOT l.dead_from THEN 'coupon-end' ELSE l.validity_basis END`;

/** Columns of a link list; aliases `l` and `p` (left-joined). Needs `@surface` and `@asOf`. */
export const linkRowColumns = `
  l.id, l.link_hash, p.market, p.item_key, p.title, l.kind, l.value, l.host, l.item_id, l.pid, l.relation_id, l.origin, l.earns, l.owner,
  l.earns_reason, l.issued_on, l.dead_from, ${validityBasis} AS validity_basis, coalesce(l.sold_out, 0) AS sold_out,
  ${linkOutcome} AS outcome,
  (SELECT max(c.checked_at) FROM link_check c WHERE c.link_hash = l.link_hash AND ${answerTells}) AS checked_at`;

export interface LinkRecord {
  id: number;
  link_hash: number;
  market: string | null;
  item_key: string | null;
  title: string | null;
  kind: string;
  value: string;
  host: string | null;
  item_id: string | null;
  pid: string | null;
  relation_id: string | null;
  origin: string;
  earns: LinkRow['earns'];
  owner: LinkRow['owner'];
  earns_reason: string;
  issued_on: string | null;
  dead_from: string | null;
  validity_basis: string;
  sold_out: number;
  outcome: Outcome;
  checked_at: string | null;
}

export function toLinkRow(record: LinkRecord): LinkRow {
  const hasProduct = record.market !== null && record.item_key !== null;
  return {
    id: record.id,
    hash: record.link_hash,
    productId: hasProduct ? publicId(record.market as string, record.item_key as string) : null,
    productTitle: record.title,
    kind: record.kind,
    value: record.value,
    host: record.host,
    itemId: record.item_id,
    pid: record.pid,
    relationId: record.relation_id,
    origin: record.origin,
    earns: record.earns,
    owner: record.owner,
    earnsReason: record.earns_reason,
    issuedOn: record.issued_on,
    deadFrom: record.dead_from,
    validityBasis: record.validity_basis,
    soldOut: record.sold_out === 1,
    outcome: record.outcome,
    checkedAt: record.checked_at,
  };
}
