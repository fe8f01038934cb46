import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type Refusal = { status: 403 | 401 | 415; why: string };

/** Host must be exactly ours: a page that rebinds its own name to 127.0.0.1 sends its own name here. */
export function refuseForeignHost(request: IncomingMessage, origin: string): Refusal | null {
  return request.headers.host === new URL(origin).host ? null : { status: 403, why: 'foreign Host' };
}

/** Any page in the user's browser can send a POST to us; only our own page says so in Origin. */
export function refuseForeignOrigin(request: IncomingMessage, origin: string): Refusal | null {
  if (request.method === 'GET' || request.method === 'HEAD') {
    const site = request.headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none'
      ? null
      : { status: 403, why: 'cross-site read' };
  }
  return request.headers.origin === origin ? null : { status: 403, why: 'foreign Origin' };
}

/** A plain form cannot send this type, so a form post from elsewhere never gets as far as the token check. */
export function refuseNonJson(request: IncomingMessage): Refusal | null {
  return (request.headers['content-type'] ?? '').split(';')[0] === 'application/json'
    ? null
    : { status: 415, why: 'JSON expected' };
}

/** The token travels in a header, not a cookie: cookies are shared by every port of 127.0.0.1. */
export function refuseWithoutToken(request: IncomingMessage, isToken: (given: string) => boolean): Refusal | null {
  const header = request.headers.authorization ?? '';
  const given = header.startsWith('Bearer ') ? header.slice('Bearer '.length) : '';
  return given !== '' && isToken(given) ? null : { status: 401, why: 'no valid token' };
}

/** Compares in constant time; lengths are not secret. */
export function sameSecret(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
