import { isIP } from 'node:net';
import { plainHost } from '#domain/probing/hosts';
import type { NetworkFailure } from '#domain/probing/network-failure';
import { judgeAddress } from './address-guard.ts';

/** Names that only mean something inside a network (RFC 6761, 6762, 8375 and common habit). */
const localSuffixes = 'localhost local localdomain internal intranet lan home corp private home.arpa'.split(' ');

/** Ports of other protocols that browsers refuse as well (WHATWG Fetch, "port blocking"). */
const otherProtocols: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

const maxUrlUnits = 8_192;

export type CheckedUrl =
  | { ok: true; url: URL; host: string; isLiteral: boolean }
  | { ok: false; failure: NetworkFailure };

const refuse = (kind: 'bad-address' | 'address-refused', detail: string): CheckedUrl => ({
  ok: false,
  failure: { kind, detail },
});

/**
 * Whether an address may be requested at all, before any name is resolved: http(s), no user name, a usual port, no local
 * name, no literal private address in any spelling. The URL standard turns `2130706433`, `0x7f.1`, `127.1` and full-width
 * forms into plain addresses first.
 */
export function checkUrl(written: string): CheckedUrl {
  if (written.length > maxUrlUnits) return refuse('bad-address', `length ${written.length}`);
  if (!URL.canParse(written)) return refuse('bad-address', 'syntax');
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refuse('bad-address', url.protocol);
  if (url.username !== '' || url.password !== '') return refuse('bad-address', 'user:password@');
  if (otherProtocols.has(Number(url.port === '' ? 443 : url.port))) return refuse('bad-address', `port ${url.port}`);
  const literal = literalAddress(url.hostname);
  if (literal !== null) {
    const host = literal;
    return judgeAddress(literal) === 'public'
      ? { ok: true, url, host, isLiteral: true }
      : refuse('address-refused', literal);
  }
  const host = plainHost(url.hostname);
  if (isLocalName(host)) return refuse('address-refused', host);
  return { ok: true, url, host, isLiteral: false };
}

function literalAddress(hostname: string): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname.replace(/\.$/, '');
  return isIP(bare) === 0 ? null : bare;
}

/** A name without a dot is somebody's router or printer. */
function isLocalName(host: string): boolean {
  if (!host.includes('.')) return true;
  return localSuffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
}
