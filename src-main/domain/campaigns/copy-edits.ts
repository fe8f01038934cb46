import { classifyText } from '../links/classify.ts';
import { linkForm } from '../links/link-kinds.ts';
import type { LinkPart } from '../links/link-part.ts';
import { isForeign, type OwnIdentity } from './copy-links.ts';

/**
 * The copy with `link` in the place of the product's other links and of those that pay somebody else; a link that
 * belongs to neither (a shop page, a rule page) stays. Unchanged when there is nothing to replace.
 * @param known values of the product's links
 */
export function withLink(text: string, link: string, known: readonly string[], own: OwnIdentity): string {
  const wanted = link.trim();
  if (wanted === '' || text.includes(wanted)) return text;
  const values = known.map((value) => value.trim()).filter((value) => value !== '');
  const isOld = (part: LinkPart): boolean =>
    isForeign(part, own) || values.some((value) => value.includes(part.value) || part.value.includes(value));
  return replaceParts(text, classifyText(text).filter(isOld), wanted);
}

/** The first part becomes the link, further ones go. */
function replaceParts(text: string, parts: readonly LinkPart[], link: string): string {
  let result = '';
  let from = 0;
  parts.forEach(({ start, end }, index) => {
    result += text.slice(from, start) + (index === 0 ? link : '');
    from = end;
  });
  return result + text.slice(from);
}

/** How to use a 口令 makes no sense without one: 复制下面的口令，打开手机淘宝查看. */
const tokenAdvice = /复制.{0,20}(?:口令|打开)|打开.{0,12}(?:淘宝|手淘|京东)/;

/** The copy without any 口令, and without the lines that only carried or explained one. */
export function withoutTokens(text: string): string {
  const tokens = classifyText(text).filter(({ kind }) => linkForm(kind) === 'token');
  if (tokens.length === 0) return text;
  const marked = tokens
    .toReversed()
    .reduce((copy, { start, end }) => copy.slice(0, start) + '\ufdd0' + copy.slice(end), text);
  const lines = marked
    .split('\n')
    .filter((line) => {
      const rest = line.replaceAll('\ufdd0', '').trim();
      return !(line.includes('\ufdd0') && /^[\p{P}\p{S}\s]*$/u.test(rest)) && !tokenAdvice.test(rest);
    })
    .map((line) => line.replaceAll('\ufdd0', '').trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
