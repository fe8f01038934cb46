import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemDial } from './open-socket.ts';
import { systemLookUp } from './resolve-host.ts';
import { toFailure } from './transport-failure.ts';

let server: Server;
let port = 0;

beforeEach(async () => {
  server = createServer((socket) => socket.on('error', () => undefined).end('hello'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});

afterEach(async () => {
  const closed = once(server, 'close');
  server.close();
  await closed;
});

describe('systemDial', () => {
  it('connects to the given address and no other', async () => {
    const socket = await systemDial([{ address: '127.0.0.1', family: 4 }], port, 1_000);
    expect([socket.remoteAddress, socket.remotePort]).toEqual(['127.0.0.1', port]);
    socket.destroy();
  });

  it('goes on to the next address when one does not answer', async () => {
    const addresses = [
      { address: '::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ] as const;
    const socket = await systemDial(addresses, port, 1_000);
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });

  it('says when nobody is there', async () => {
    const unused = await freePort();
    const failure = await systemDial([{ address: '127.0.0.1', family: 4 }], unused, 1_000).catch((error: unknown) =>
      toFailure(error),
    );
    expect(failure).toMatchObject({ kind: 'refused' });
  });
});

describe('systemLookUp', () => {
  it('asks the system, hosts file included', async () => {
    const found = await systemLookUp('localhost');
    expect(found.every(({ address }) => address === '127.0.0.1' || address === '::1')).toBe(true);
    expect(found.length).toBeGreaterThan(0);
  });
});

async function freePort(): Promise<number> {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const free = (other.address() as AddressInfo).port;
  other.close();
  await once(other, 'close');
  return free;
}
