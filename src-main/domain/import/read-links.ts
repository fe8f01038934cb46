import type { ImportedLink } from '../catalog/imported-row.ts';
import { classifyText } from '../links/classify.ts';
import { webAddress } from './cells/item-link.ts';
import { withoutReferences } from './cells/plain-text.ts';
import { isNoneWord } from './cells/tidy-cell.ts';
import { couponAddress } from './read-coupon.ts';
import type { RowContext } from './row-context.ts';
import { type LinkColumn, linkColumns } from './target-fields.ts';

const currency = /[\p{Sc}￥(（《]/u;
const schemeOrHost = /:\/\/|\.[a-z]{2,}\//i;

/** Whether it is worth while to pass a 推荐语 on: most hold no link and need not be read twice. */
function mayHoldLink(text: string): boolean {
  return schemeOrHost.test(text) || (currency.test(text) && /[0-9A-Za-z]{8,}/.test(text));
}

function isToken(field: LinkColumn): boolean {
  return field === 'token' || field === 'couponToken';
}

/** The link or 口令 of a cell, null for none; a text that is neither is reported. */
function readLink(context: RowContext, field: LinkColumn, column: number): ImportedLink | null {
  const cell = context.cell(column);
  if (cell === '' || isNoneWord(cell)) return null;
  if (isToken(field)) return { field, value: cell };
  const text = withoutReferences(cell);
  const address = webAddress(text);
  // What is no web address may still hold a 口令, an app link or a sentence with a link.
  if (address !== null || classifyText(text).length > 0) return { field, value: address ?? text };
  context.reportCell('link-unreadable', 'dropped', column);
  return null;
}

/**
 * The links and 口令 of a row, byte for byte: whatever stands around a 口令 belongs to it. 推荐语 is passed on whole when
 * it holds one; taking it apart is the link reader's work.
 */
export function readLinks(context: RowContext, detailUrl: string | null): ImportedLink[] {
  const { columnOf, moreLinks } = context.plan;
  const links: ImportedLink[] = [];
  if (detailUrl !== null) links.push({ field: 'detailUrl', value: detailUrl });
  for (const field of linkColumns) {
    const link = readLink(context, field, columnOf[field]);
    if (link) links.push(link);
  }
  for (const { field, column } of moreLinks) {
    const link = readLink(context, field, column);
    if (link) links.push(link);
  }
  const couponPage = couponAddress(context);
  if (couponPage !== null) links.push({ field: 'couponUrl', value: couponPage });
  const recommendText = withoutReferences(context.text('recommendText'));
  if (recommendText !== '' && mayHoldLink(recommendText)) links.push({ field: 'recommendText', value: recommendText });
  return links;
}
