/** A stretch of a post as WeChat shows it. */
export interface PreviewPart {
  text: string;
  kind: 'text' | 'link';
}

const address = /https?:\/\/[!-~]+/g;

/** Cuts a post into text and what WeChat turns into links: only addresses beginning with a scheme, up to the first other character. */
export function previewParts(text: string): PreviewPart[] {
  const parts: PreviewPart[] = [];
  let from = 0;
  for (const { 0: link, index } of text.matchAll(address)) {
    if (index > from) parts.push({ kind: 'text', text: text.slice(from, index) });
    parts.push({ kind: 'link', text: link });
    from = index + link.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
