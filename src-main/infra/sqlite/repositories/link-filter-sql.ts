import type { LinkFilter, LinkSort } from '#contract/links';
import { parseItemId } from '#domain/import/cells/item-id';
import { classifyText } from '#domain/links/classify';
import { textHash } from '#domain/shared/text-hash';
import { linkIsOutcome } from '../verdict-sql.ts';
import { searchQuery } from '../search-text.ts';
import { splitPublicId } from './product-row.ts';

interface Where {
  sql: string;
  values: Record<string, unknown>;
}

interface SearchCondition {
  clause: string;
  values: Record<string, unknown>;
}

/** Characters that stand in links and 口令, but hardly in the title of a product. */
const linkLike = /[./:=_￥¥€]/;
/** The part of a short link or 口令 that tells it apart. */
const code = /^[0-9A-Za-z]{6,40}$/;
const dressed = (text: string): string[] => [
  `￥${text}￥`,
  `https://s.click.taobao.com/${text}`,
  `https://m.tb.cn/h.${text}`,
  `https://e.tb.cn/h.${text}`,
  `https://u.jd.com/${text}`,
  `https://p.pinduoduo.com/${text}`,
];
const pidLike = /^mm_[\d_]*$/;

/** Links of an item: those of its product, and those without a product that carry its id. */
const ofItem = `
  SELECT s.id FROM share_link s JOIN product p ON p.id = s.product_id WHERE p.item_key = @itemKey
  UNION SELECT id FROM share_link WHERE product_id IS NULL AND item_id = @itemId`;

/** Whole ids only, so that an index can answer. */
function asItem(text: string): { itemId: string; itemKey: string } | null {
  const reading = parseItemId(text);
  return 'key' in reading ? { itemId: reading.id, itemKey: reading.key } : null;
}

function searchCondition(search: string): SearchCondition {
  const item = asItem(search);
  if (item) return { clause: `l.id IN (${ofItem})`, values: { ...item } };
  if (pidLike.test(search)) return { clause: `l.pid >= @search AND l.pid < @search || '~'`, values: { search } };
  const [part, second] = classifyText(search);
  if (part && !second && part.certainty === 'sure') {
    const named = (part.itemId === null ? null : asItem(part.itemId)) ?? { itemId: null, itemKey: null };
    const values = { hash: textHash(part.canonical), ...named };
    return { clause: `l.id IN (SELECT id FROM share_link WHERE link_hash = @hash UNION ${ofItem})`, values };
  }
  if (code.test(search)) return codeCondition(search);
  if (linkLike.test(search)) return { clause: 'instr(l.value, @search) > 0', values: { search } };
  return titleCondition(search);
}

/**
 * What looks like a code may be one, or a word of a title, which indexes answer. Only what is neither is looked for in
 * every link: the code of an app share, a part of a code, the number of a coupon.
 */
function codeCondition(search: string): SearchCondition {
  const hashes = dressed(search).flatMap((link) => classifyText(link).map((part) => textHash(part.canonical)));
  const byHash = 'SELECT s.id FROM share_link s WHERE s.link_hash IN (SELECT value FROM json_each(@hashes))';
  const titled = 'SELECT rowid FROM product_fts WHERE product_fts MATCH @words';
  return {
    clause: `l.id IN (
      ${byHash} UNION SELECT s.id FROM share_link s WHERE s.product_id IN (${titled})
      UNION SELECT s.id FROM share_link s WHERE NOT EXISTS (${byHash}) AND NOT EXISTS (${titled}) AND instr(s.value, @search) > 0)`,
    values: { words: searchQuery(search), hashes: JSON.stringify(hashes), search },
  };
}

function titleCondition(search: string): SearchCondition {
  const words = searchQuery(search);
  if (words === null) return { clause: '0', values: {} };
  return {
    clause: 'l.product_id IN (SELECT rowid FROM product_fts WHERE product_fts MATCH @words)',
    values: { words },
  };
}

/** WHERE clause and its named values for a filter; alias `l`. Needs `@asOf` beside them. */
export function linkConditions(filter: LinkFilter): Where {
  const clauses: string[] = [];
  const values: Record<string, unknown> = { surface: filter.surface };
  const oneOf = (column: string, name: string, list: readonly string[] | undefined): void => {
    if (!list || list.length === 0) return;
    clauses.push(`${column} IN (SELECT value FROM json_each(@${name}))`);
    values[name] = JSON.stringify(list);
  };
  oneOf('l.kind', 'kinds', filter.kinds);
  oneOf('l.earns', 'earns', filter.earns);
  oneOf('l.owner', 'owners', filter.owner);
  if (filter.outcomes && filter.outcomes.length > 0) clauses.push(linkIsOutcome(filter.outcomes));
  if (filter.endsBetween) {
    // The first dead day is the day after the last good one.
    clauses.push(`l.dead_from > @endsFrom AND l.dead_from <= date(@endsTo, '+1 day')`);
    Object.assign(values, { endsFrom: filter.endsBetween.from, endsTo: filter.endsBetween.to });
  }
  if (filter.endedBefore !== undefined) {
    clauses.push('l.dead_from <= @endedBefore');
    values['endedBefore'] = filter.endedBefore;
  }
  if (filter.noProduct) clauses.push('l.product_id IS NULL');
  if (filter.productId !== undefined) {
    const { market, itemKey } = splitPublicId(filter.productId);
    clauses.push('l.product_id = (SELECT id FROM product WHERE item_key = @productKey AND market = @market)');
    Object.assign(values, { market, productKey: itemKey });
  }
  const search = filter.search?.trim() ?? '';
  if (search !== '') {
    const condition = searchCondition(search);
    clauses.push(condition.clause);
    Object.assign(values, condition.values);
  }
  return { sql: clauses.length > 0 ? `WHERE ${clauses.join(' AND ')}` : '', values };
}

/** ORDER BY with a stable tie-break. Links without a known end come last, whichever way. */
export function linkOrder({ by, descending }: LinkSort, narrowed: boolean): string {
  const direction = descending ? 'DESC' : 'ASC';
  // The plus keeps the planner from walking the wide table in the order of its ids to find few rows in the end.
  return by === 'newest'
    ? `${narrowed ? '+' : ''}l.id ${direction}`
    : `l.dead_from IS NULL, l.dead_from ${direction}, l.id ${direction}`;
}
