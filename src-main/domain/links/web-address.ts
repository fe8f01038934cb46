/** An http(s) address read the way a browser reads it. */
export interface WebAddress {
  /** With the protocol added when the text left it out. */
  href: string;
  protocol: 'http' | 'https';
  /** Lower case, punycode, no trailing dot, no port. */
  host: string;
  /**
   * Whether a plain reading and the URL standard agree on host and path, on a default port. Only then may a host name
   * make the link official; look-alike letters, backslashes, `%`-encoded hosts and odd ports never do.
   */
  plain: boolean;
  /** Dot segments resolved; starts with `/`. */
  path: string;
  /** Query pairs as written (still percent-encoded), in order. */
  query: readonly (readonly [name: string, value: string])[];
  /** `#…` as written, or ''. */
  fragment: string;
}

const partsPattern = /^(?:(https?):)?\/\/([^/?#\\]*)([^?#]*)(?:\?([^#]*))?(#.*)?$/is;

/**
 * An address as nearly all are written, of which the URL standard makes nothing else than what it says: a host of small
 * letters with a domain of letters, a path of plain characters without dot segments.
 */
const usualPattern = /^(https?):\/\/((?:[0-9a-z-]+\.)+[a-z]{2,})((?:\/(?:[\w~-][\w~.-]*)?)*)(?:\?([^#]*))?(#.*)?$/s;

/** Longer than any message, page or affiliate link; keeps the work on hostile text small. */
const maxLength = 16_384;

/** @returns null when no browser would open it (no host, bad port, impossible address) or it is absurdly long. */
export function readWebAddress(written: string): WebAddress | null {
  if (written.length > maxLength) return null;
  return readUsual(written) ?? readAny(written);
}

/** A third of the work of {@link readAny}, which an import has to do for every link. */
function readUsual(written: string): WebAddress | null {
  const parts = usualPattern.exec(written);
  if (!parts) return null;
  const [, scheme, host = '', path = '', query = '', fragment = ''] = parts;
  if (host.includes('xn--')) return null;
  return {
    href: written,
    protocol: scheme === 'http' ? 'http' : 'https',
    host,
    plain: true,
    path: path === '' ? '/' : path,
    query: readQuery(query),
    fragment,
  };
}

function readAny(written: string): WebAddress | null {
  const parts = partsPattern.exec(written);
  if (!parts) return null;
  const [, scheme, authority = '', writtenPath = '', query = '', fragment = ''] = parts;
  const protocol = scheme?.toLowerCase() === 'http' ? 'http' : 'https';
  const href = scheme === undefined ? `${protocol}:${written}` : written;
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  const host = withoutTrailingDots(url.hostname);
  if (!/[0-9a-z]/.test(host)) return null;
  return {
    href,
    protocol,
    host,
    plain: isPlain(authority, writtenPath, host, url.port),
    path: url.pathname,
    query: readQuery(query),
    fragment,
  };
}

function isPlain(authority: string, path: string, host: string, port: string): boolean {
  if (!/^[\x21-\x7e]*$/.test(authority) || /[%[\]]/.test(authority) || /[\\\s]/.test(path)) return false;
  if (port !== '' && port !== '80' && port !== '443') return false;
  const afterUser = authority.slice(authority.lastIndexOf('@') + 1);
  return afterUser.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase() === host;
}

/** `item.taobao.com.` is the same host, written in full. */
function withoutTrailingDots(host: string): string {
  let end = host.length;
  while (end > 0 && host.charAt(end - 1) === '.') end -= 1;
  return host.slice(0, end);
}

function readQuery(query: string): (readonly [string, string])[] {
  if (query === '') return [];
  return query.split('&').map((pair) => {
    // Pasted HTML source writes `&amp;` between the pairs.
    const text = pair.startsWith('amp;') ? pair.slice(4) : pair;
    const equals = text.indexOf('=');
    return equals < 0 ? ([text, ''] as const) : ([text.slice(0, equals), text.slice(equals + 1)] as const);
  });
}

/** Percent-decodes once; text that is not valid percent-encoding is returned as it is. */
export function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The first non-empty value among `names`, as written; servers read the first one when a name repeats. */
export function rawParameter(address: WebAddress, ...names: string[]): string | null {
  for (const name of names) {
    const found = address.query.find(([key]) => key === name);
    if (found && found[1] !== '') return found[1];
  }
  return null;
}

export function parameter(address: WebAddress, ...names: string[]): string | null {
  const raw = rawParameter(address, ...names);
  return raw === null ? null : decodeOnce(raw);
}
