import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { createHttpClient, type HttpClient, type HttpClientOptions } from '../http/http-client.ts';
import type { Dial } from '../http/open-socket.ts';
import type { HostAddress, LookUp } from '../http/resolve-host.ts';

/** A server on this computer that the client takes for the public addresses it looked up. */
export interface LocalWorld {
  client: HttpClient;
  /** `host:port` and headers of every request that arrived. */
  seen: IncomingMessage[];
  /** Every set of addresses a connection was opened to. */
  dialled: string[][];
  port: number;
  close(): Promise<void>;
}

export const publicAddress: HostAddress = { address: '93.184.216.34', family: 4 };

/**
 * The client with everything real except the last step: names resolve to what `lookUp` says (a public address unless
 * told otherwise) and a checked address leads to a local server.
 */
export async function openLocalWorld(
  listener: RequestListener,
  options: Partial<HttpClientOptions> = {},
): Promise<LocalWorld> {
  const seen: IncomingMessage[] = [];
  const dialled: string[][] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const lookUp: LookUp = () => Promise.resolve([publicAddress]);
  const dial: Dial = async (addresses) => {
    dialled.push(addresses.map(({ address }) => address));
    const socket = connect({ host: '127.0.0.1', port });
    await once(socket, 'connect');
    return socket;
  };
  const client = createHttpClient({
    route: () => ({ kind: 'direct' }),
    controlHosts: ['control.example.com'],
    limits: { connectMs: 1_000, firstByteMs: 200, totalMs: 500, headerBytes: 8_192 },
    hostLimits: { concurrency: 100, intervalMs: 0 },
    retry: { retries: 0, baseMs: 1, maxMs: 10 },
    lookUp,
    dial,
    ...options,
  });
  return {
    client,
    seen,
    dialled,
    port,
    close: async () => {
      await client.close();
      server.closeAllConnections();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
