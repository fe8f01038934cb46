import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { PhoneDoor, PhoneServer } from '#app/ports/phone-server';
import { AppError } from '#contract/errors';
import { type LanInterface, lanInterfaces } from './lan-places.ts';
import { PhoneAccess } from './phone-access.ts';
import { PhoneHandler } from './phone-handler.ts';

/** A phone keeps a few connections open; more of them are somebody else's. */
const mostConnections = 24;
const headerLimitBytes = 8_000;
const patienceMs = 15_000;

interface Dependencies {
  interfaces?(): LanInterface[];
  newSecret?(): string;
  /** Records a bug and gives its id. */
  logBug(error: unknown, where: string): string;
}

/** Serves packs to phones, on one address of one network, for as long as the door is open. */
export function createPhoneServer({
  interfaces = () => lanInterfaces(networkInterfaces()),
  newSecret = () => randomBytes(24).toString('base64url'),
  logBug,
}: Dependencies): PhoneServer {
  return {
    places: () => interfaces().map(({ netmask: _mask, ...place }) => place),
    async open(placeId, content, events) {
      const place = interfaces().find(({ id }) => id === placeId);
      if (!place) throw new AppError('NOT_FOUND', `no network ${placeId}`, { params: { reason: 'network-gone' } });
      const access = new PhoneAccess({ newSecret, onChange: events.onChange });
      // Loaded here: few starts of the app come to this, and all would wait for it.
      const { createServer } = await import('node:http');
      const server = createServer({ maxHeaderSize: headerLimitBytes });
      server.maxConnections = mostConnections;
      server.headersTimeout = patienceMs;
      server.requestTimeout = patienceMs;
      await listen(server, place);
      const origin = originOf(server, place);
      const handler = new PhoneHandler({ place, origin, access, content, onGuessing: () => events.onEnd('guessing') });
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        handler.handle(request, response).catch((error: unknown) => {
          logBug(error, 'phone request');
          response.destroy();
        });
      });
      server.on('error', () => events.onEnd('network-lost'));
      return doorOf(server, access, origin);
    },
  };
}

function doorOf(server: Server, access: PhoneAccess, origin: string): PhoneDoor {
  return {
    address: origin,
    codeUrl: () => (access.code === null ? null : `${origin}/#${access.code}`),
    device: () => access.device,
    renewCode: () => access.renew(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, { address, name }: LanInterface): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new AppError('IO', cause.message, { params: { reason: 'network-refused', name }, cause }));
    });
    server.listen(0, address, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

function originOf(server: Server, { address }: LanInterface): string {
  const bound = server.address();
  return `http://${address}:${typeof bound === 'object' && bound ? bound.port : 0}`;
}
