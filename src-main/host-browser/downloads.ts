import { randomBytes } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

const ticketLifeMs = 60_000;

export interface Downloads {
  /** A one-time address for a file: a download cannot carry the bearer header. */
  issue(file: { path: string; name: string }): string;
  /** Sends the file of a fresh ticket. @returns false when the ticket is unknown, used or late */
  send(ticket: string, response: ServerResponse): Promise<boolean>;
}

export function createDownloads(now: () => number): Downloads {
  const tickets = new Map<string, { path: string; name: string; bornAt: number }>();
  return {
    issue(file) {
      const ticket = randomBytes(24).toString('base64url');
      tickets.set(ticket, { ...file, bornAt: now() });
      return ticket;
    },
    async send(ticket, response) {
      const file = tickets.get(ticket);
      tickets.delete(ticket);
      if (!file || now() - file.bornAt > ticketLifeMs) return false;
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': statSync(file.path).size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      await pipeline(createReadStream(file.path), response);
      return true;
    },
  };
}
