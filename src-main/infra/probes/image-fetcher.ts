import type { HttpClient } from './http/http-client.ts';
import { fetchImage } from './fetch-image.ts';

const largestImageBytes = 10 * 1024 * 1024;
/** After this many failures in a row the network is taken to be away, and the rest is not waited for one by one. */
const failuresUntilOffline = 3;

/** Answers of a server, as opposed to the network failing. */
const answered: ReadonlySet<string> = new Set([
  'http-status',
  'too-large',
  'bad-redirect',
  'too-many-redirects',
  'address-refused',
  'bad-address',
]);

export type ImageFetcher = (
  url: string,
  signal: AbortSignal,
) => Promise<{ ok: true; bytes: Uint8Array } | { ok: false; reason: string }>;

/** Fetches the product images of one export. `reason` is the failure's kind, `offline` once the network is given up on. */
export function createImageFetcher(client: HttpClient, userAgent: string): ImageFetcher {
  let failures = 0;
  return async (url, signal) => {
    if (failures >= failuresUntilOffline) return { ok: false, reason: 'offline' };
    const fetched = await fetchImage(client, { url, userAgent, maxBytes: largestImageBytes }, signal);
    if (fetched.ok) {
      failures = 0;
      return { ok: true, bytes: fetched.bytes };
    }
    failures = answered.has(fetched.failure.kind) ? 0 : failures + 1;
    return { ok: false, reason: fetched.failure.kind };
  };
}
