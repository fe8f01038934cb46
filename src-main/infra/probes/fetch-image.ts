import type { NetworkFailure } from '#domain/probing/network-failure';
import type { HttpAnswer } from './http/exchange.ts';
import type { HttpClient } from './http/http-client.ts';

export type FetchedImage =
  | { ok: true; bytes: Buffer; contentType: string; url: string }
  | { ok: false; failure: NetworkFailure | { kind: 'http-status'; detail: string } };

export interface ImageRequest {
  url: string;
  userAgent: string;
  /** Larger pictures are refused. */
  maxBytes: number;
}

const maxRedirects = 4;

/**
 * A picture by its address, through the same checks as every request. Whether the bytes are a picture is for the reader
 * of the bytes to find out: servers name HTML pages `.jpg`.
 */
export async function fetchImage(
  client: HttpClient,
  request: ImageRequest,
  signal?: AbortSignal,
): Promise<FetchedImage> {
  let { url } = request;
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const { result } = await client.send(
      { url, userAgent: request.userAgent, accept: 'image/*,*/*;q=0.5', bodyBytes: request.maxBytes },
      redirects === 0 ? 'start' : 'redirect',
      signal,
    );
    if (!result.ok) return result;
    const location = result.headers['location'];
    if (result.status < 300 || result.status > 399 || location === undefined) return asImage(result);
    if (!URL.canParse(location, url))
      return { ok: false, failure: { kind: 'bad-redirect', detail: location.slice(0, 200) } };
    url = new URL(location, url).href;
  }
  return { ok: false, failure: { kind: 'too-many-redirects', detail: url } };
}

function asImage({ status, body, truncated, headers, url }: HttpAnswer): FetchedImage {
  if (status !== 200 || body === null) return { ok: false, failure: { kind: 'http-status', detail: `HTTP ${status}` } };
  if (truncated) return { ok: false, failure: { kind: 'too-large', detail: url } };
  return { ok: true, bytes: body, contentType: headers['content-type'] ?? '', url };
}
