import type { IncomingMessage } from 'node:http';
import { isNeighbour, type LanInterface } from './lan-places.ts';

/** Why a request gets no answer but a number. */
export interface Refusal {
  status: 403 | 415;
}

const bodyLimitBytes = 2_000;

/**
 * What every request must be, whatever it asks for: from a device in the same network, addressed to exactly this server
 * (a page that rebinds its own name to our address sends its own name as Host), and not sent by another site.
 */
export function refuseForeign(request: IncomingMessage, place: LanInterface, origin: string): Refusal | null {
  const { host, origin: from, 'sec-fetch-site': site } = request.headers;
  if (!isNeighbour(request.socket.remoteAddress, place)) return { status: 403 };
  if (host !== new URL(origin).host) return { status: 403 };
  if (from !== undefined && from !== origin) return { status: 403 };
  return site === undefined || site === 'same-origin' || site === 'none' ? null : { status: 403 };
}

/** A form on another site can send neither this type nor our Origin. */
export function refusePost(request: IncomingMessage, origin: string): Refusal | null {
  if (request.headers.origin !== origin) return { status: 403 };
  const type = (request.headers['content-type'] ?? '').split(';')[0];
  return type === 'application/json' ? null : { status: 415 };
}

export type SmallJson = { ok: true; body: Record<string, unknown> } | { ok: false; status: 413 | 415 };

/** The body as a JSON object. Reading stops where it is too large. */
export async function readSmallJson(request: IncomingMessage): Promise<SmallJson> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimitBytes) return { ok: false, status: 413 };
    chunks.push(chunk);
  }
  try {
    const parsed: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? { ok: true, body: parsed as Record<string, unknown> } : { ok: false, status: 415 };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, status: 415 };
    throw error;
  }
}
