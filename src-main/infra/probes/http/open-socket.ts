import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { buildConnector } from 'undici';
import { openTunnel, unreachable } from '../proxy/open-tunnel.ts';
import type { ProxyRouter, ProxyServer } from '../proxy/proxy-route.ts';
import { judgeAddress } from './address-guard.ts';
import type { HostAddress, HostResolver } from './resolve-host.ts';
import { toFailure, TransportFailure } from './transport-failure.ts';

/** Opens a TCP connection to one of the addresses, all of which were checked. */
export type Dial = (addresses: readonly HostAddress[], port: number, timeoutMs: number) => Promise<Socket>;

/** Tries the addresses in turn, both families, as browsers do (RFC 8305). */
export const systemDial: Dial = (addresses, port, timeoutMs) =>
  new Promise((resolve, reject) => {
    const socket = connect({
      host: 'checked.invalid',
      port,
      autoSelectFamily: true,
      // The only addresses this socket can reach are the given ones: no name is resolved a second time.
      lookup: (_host, options, callback) => {
        const [first] = addresses;
        if (options.all) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family ?? 4);
      },
    });
    const timer = setTimeout(
      () => socket.destroy(new TransportFailure('connect-timeout', `${timeoutMs} ms`)),
      timeoutMs,
    );
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });

export interface SocketOptions {
  resolver: HostResolver;
  route: ProxyRouter;
  dial: Dial;
  connectMs: number;
  /** Told which address each new connection of a host was made to. */
  onConnected(host: string, address: string): void;
}

type ConnectTarget = buildConnector.Options;

/** How undici gets its connections: through the user's proxy, or to an address that was checked just now. */
export function createSocketOpener(options: SocketOptions): buildConnector.connector {
  const secure = buildConnector({ allowH2: false, timeout: options.connectMs });
  async function open(target: ConnectTarget): Promise<Socket> {
    const host = target.hostname;
    const isSecure = target.protocol === 'https:';
    const port = target.port === '' ? (isSecure ? 443 : 80) : Number(target.port);
    const route = options.route(new URL(`${target.protocol}//${isIP(host) === 6 ? `[${host}]` : host}:${port}`));
    if (route.kind === 'unsupported') throw new TransportFailure('proxy-unsupported', route.detail);
    if (route.kind === 'proxy' && !isSecure) return openProxy(route.proxy, options.connectMs);
    if (route.kind === 'proxy') {
      const tunnel = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
      return upgrade(secure, target, await openTunnel(route.proxy, tunnel, options.connectMs));
    }
    const socket = await options.dial(await addressesOf(host, options.resolver), port, options.connectMs);
    options.onConnected(host, socket.remoteAddress ?? '');
    return isSecure ? upgrade(secure, target, socket) : socket;
  }
  async function connectFor(target: ConnectTarget, callback: buildConnector.Callback): Promise<void> {
    let socket: Socket;
    try {
      socket = await open(target);
    } catch (error) {
      callback(settled(error), null);
      return;
    }
    callback(null, socket.setNoDelay(true));
  }
  return (target, callback) => void connectFor(target, callback);
}

/** Literal addresses are never looked up, so they are checked here once more. */
async function addressesOf(host: string, resolver: HostResolver): Promise<readonly HostAddress[]> {
  const family = isIP(host);
  if (family === 0) return resolver.resolve(host);
  if (judgeAddress(host) !== 'public') throw new TransportFailure('address-refused', host);
  return [{ address: host, family: family === 6 ? 6 : 4 }];
}

function upgrade(secure: buildConnector.connector, target: ConnectTarget, httpSocket: Socket): Promise<Socket> {
  // What breaks below TLS comes out through the TLS socket; here it must only not go unheard.
  httpSocket.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    secure({ ...target, httpSocket }, (...[error, socket]) => {
      if (error) {
        httpSocket.destroy();
        reject(error);
      } else resolve(socket);
    });
  });
}

function openProxy(proxy: ProxyServer, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const target = { host: proxy.hostname, port: proxy.port };
    const socket =
      proxy.protocol === 'https:' ? connectTls({ ...target, servername: serverName(proxy) }) : connect(target);
    socket.setTimeout(timeoutMs, () => socket.destroy(new TransportFailure('proxy-unreachable', `${timeoutMs} ms`)));
    socket.once(proxy.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      socket.setTimeout(0);
      socket.removeListener('error', fail);
      resolve(socket);
    });
    const fail = (error: Error): void => reject(error instanceof TransportFailure ? error : unreachable(proxy, error));
    socket.once('error', fail);
  });
}

const serverName = (proxy: ProxyServer): string => (isIP(proxy.hostname) === 0 ? proxy.hostname : '');

/** undici keeps a request waiting after some errors of its own kind; a failure that is ours ends it. */
function settled(error: unknown): Error {
  if (error instanceof TransportFailure) return error;
  if (!(error instanceof Error)) return new Error(String(error));
  try {
    const { kind, detail } = toFailure(error);
    return new TransportFailure(kind, detail, error);
  } catch (unknown) {
    return unknown instanceof Error ? unknown : error;
  }
}
