import { plainHost } from './hosts.ts';

/**
 * Whether `arrived` is the page `asked` names: scheme upgrade, default port, fragment, letter case of the host, percent
 * codes of plain characters, a missing `/` and parameters added on the way aside.
 */
export function isSameTarget(arrived: string, asked: string): boolean {
  const a = readTarget(arrived);
  const b = readTarget(asked);
  if (a === null || b === null || a.page !== b.page) return false;
  const left = [...a.query];
  return b.query.every((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function readTarget(address: string): { page: string; query: string[] } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const port = url.port === '80' || url.port === '443' ? '' : url.port;
  const query = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '');
  return {
    page: `${plainHost(url.hostname)}:${port}${decodeOnce(url.pathname)}`,
    query: query.slice(0, 200).map(decodeOnce),
  };
}

/** Decodes once what can be decoded; a broken escape stays as written. */
function decodeOnce(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch (error) {
      if (error instanceof URIError) return codes.toUpperCase();
      throw error;
    }
  });
}
