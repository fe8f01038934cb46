import type { ImportedLink, LinkField } from '../catalog/imported-row.ts';
import { classifyText } from '../links/classify.ts';
import { webAddress } from './cells/item-link.ts';
import { withoutReferences } from './cells/plain-text.ts';
import type { RowContext } from './row-context.ts';

const addressFields = [
  'affiliateUrl',
  'affiliateShortUrl',
  'couponUrl',
  'couponAffiliateUrl',
  'couponShortUrl',
] as const satisfies LinkField[];
const tokenFields = ['token', 'couponToken'] as const satisfies LinkField[];

const currency = /[\p{Sc}￥(（《]/u;
const schemeOrHost = /:\/\/|\.[a-z]{2,}\//i;

/** Whether it is worth while to pass a 推荐语 on: most hold no link and need not be read twice. */
function mayHoldLink(text: string): boolean {
  return schemeOrHost.test(text) || (currency.test(text) && /[0-9A-Za-z]{8,}/.test(text));
}

/**
 * The links and 口令 of a row, byte for byte: whatever stands around a 口令 belongs to it. 推荐语 is passed on whole when
 * it holds one; taking it apart is the link reader's work.
 */
export function readLinks(context: RowContext, detailUrl: string | null): ImportedLink[] {
  const links: ImportedLink[] = [];
  if (detailUrl !== null) links.push({ field: 'detailUrl', value: detailUrl });
  for (const field of addressFields) {
    const text = withoutReferences(context.value(field));
    if (text === '') continue;
    const address = webAddress(text);
    // What is no web address may still hold a 口令, an app link or a sentence with a link.
    if (address !== null || classifyText(text).length > 0) links.push({ field, value: address ?? text });
    else context.report('link-unreadable', 'dropped', field);
  }
  for (const field of tokenFields) {
    const text = context.value(field);
    if (text !== '') links.push({ field, value: text });
  }
  const recommendText = withoutReferences(context.text('recommendText'));
  if (recommendText !== '' && mayHoldLink(recommendText)) links.push({ field: 'recommendText', value: recommendText });
  return links;
}
