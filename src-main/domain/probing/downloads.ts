import { fileNameOf, isFileName } from './file-names.ts';
import type { PageView } from './page-view.ts';
import type { ProbePack } from './probe-pack.ts';

/** The file an answer consists of, by its headers and address; null when it is a page. */
export function downloadedFile(view: PageView, pack: ProbePack): string | null {
  const { end } = view.chain;
  if (end.kind !== 'page' || end.status >= 300) return null;
  const type = mediaType(end.headers['content-type']);
  const disposition = end.headers['content-disposition'] ?? '';
  const name = fileNameOf(end.url);
  const attached = /^\s*attachment/i.test(disposition);
  if (attached || pack.landing.downloadTypes.includes(type))
    return attachedName(disposition) ?? (name === '' ? type : name);
  // A page may live under any name, but no page is served as one of these types with such a name.
  return isFileName(end.url, pack) && !type.startsWith('text/html') ? name : null;
}

/** The file a page starts to download by itself. */
export function downloadJump(view: PageView, pack: ProbePack): string | null {
  const jump = view.jumps.find(({ url }) => isFileName(url, pack) || /^itms-services:/i.test(url));
  return jump ? fileNameOf(jump.url) || jump.url.slice(0, 80) : null;
}

const mediaType = (header: string | undefined): string => (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

function attachedName(disposition: string): string | null {
  const match = /filename\*?\s*=\s*(?:UTF-8'[^']{0,20}')?"?([^";]{1,120})/i.exec(disposition);
  return match?.[1]?.trim() ?? null;
}
