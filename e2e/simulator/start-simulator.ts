import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import { type Authority, createAuthority } from './certificates.ts';
import { connectTroubles, type ConnectTrouble } from './connect-troubles.ts';
import { notFound, type Site, type Sites } from './site.ts';
import { sites as allSites } from './sites/index.ts';

/** One request that reached the simulated world. */
export interface SeenRequest {
  method: string;
  url: string;
  host: string;
  userAgent: string;
  referer: string | null;
  cookie: string | null;
}

export interface Simulator {
  /** For the product's proxy setting. */
  proxyUrl: string;
  /** For NODE_EXTRA_CA_CERTS of the process under test. */
  caFile: string;
  /** The same, for `tls.setDefaultCACertificates` in this process. */
  caPem: string;
  /** Everything asked so far, oldest first. */
  requests: readonly SeenRequest[];
  close(): Promise<void>;
}

export interface SimulatorOptions {
  /** Further sites, or others in the place of the built-in ones. */
  sites?: Sites;
  /** Time every answer takes. */
  latencyMs?: number;
  /** User name and password the proxy asks for, `name:password`. */
  credentials?: string;
}

/**
 * The outside world on one loopback port: an HTTP proxy that never leaves this computer. Whatever is asked for is answered
 * by `sites/`; https is answered with certificates of a CA made at start.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const world = new World(options);
  await world.listen();
  return world;
}

class World implements Simulator {
  readonly requests: SeenRequest[] = [];
  readonly caPem: string;
  readonly caFile: string;
  proxyUrl = '';
  readonly #options: SimulatorOptions;
  readonly #sites: Sites;
  readonly #authority: Authority = createAuthority();
  readonly #contexts = new Map<string, SecureContext>();
  readonly #visits = new Map<string, number>();
  readonly #sockets = new Set<Socket>();
  readonly #proxy: Server;
  /** Speaks to what comes out of the tunnels. */
  readonly #inner: Server;
  readonly #folder = mkdtempSync(join(tmpdir(), 'simulated-world-'));

  constructor(options: SimulatorOptions) {
    this.#options = options;
    this.#sites = { ...allSites, ...options.sites };
    this.caPem = this.#authority.certificate;
    this.caFile = join(this.#folder, 'ca.pem');
    writeFileSync(this.caFile, this.caPem);
    this.#inner = createServer((request, response) => void this.#answer(request, response, 'https'));
    this.#proxy = createServer((request, response) => void this.#answer(request, response, 'http'));
    this.#proxy.on('connect', (request: IncomingMessage, socket: Socket) => this.#tunnel(request, socket));
    this.#proxy.on('connection', (socket: Socket) => this.#keep(socket));
  }

  async listen(): Promise<void> {
    this.#proxy.listen(0, '127.0.0.1');
    await once(this.#proxy, 'listening');
    this.proxyUrl = `http://127.0.0.1:${(this.#proxy.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.#proxy, 'close');
    this.#proxy.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #isAllowed(request: IncomingMessage): boolean {
    const { credentials } = this.#options;
    if (credentials === undefined) return true;
    return request.headers['proxy-authorization'] === `Basic ${Buffer.from(credentials).toString('base64')}`;
  }

  #tunnel(request: IncomingMessage, socket: Socket): void {
    const [host = '', port = '443'] = (request.url ?? '').split(':');
    if (!this.#isAllowed(request)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const trouble = connectTroubles[host];
    if (trouble?.refuse !== undefined) {
      socket.end(trouble.refuse);
      return;
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (trouble?.afterConnect) trouble.afterConnect(socket);
    else if (port === '80') this.#inner.emit('connection', socket);
    else this.#secure(host, socket, trouble);
  }

  #secure(host: string, socket: Socket, trouble?: ConnectTrouble): void {
    const secureContext = this.#contexts.get(host) ?? this.#newContext(host, trouble);
    const secured = new TLSSocket(socket, { isServer: true, secureContext });
    secured.on('error', () => socket.destroy());
    this.#inner.emit('connection', secured);
  }

  #newContext(host: string, trouble?: ConnectTrouble): SecureContext {
    const issued = trouble?.certificate ? trouble.certificate(this.#authority, host) : this.#authority.issue(host);
    const context = createSecureContext(issued);
    this.#contexts.set(host, context);
    return context;
  }

  async #answer(request: IncomingMessage, response: ServerResponse, scheme: 'http' | 'https'): Promise<void> {
    const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? ''}`);
    const host = url.hostname;
    if (scheme === 'http' && !this.#isAllowed(request)) {
      response.writeHead(407).end();
      return;
    }
    const trouble = scheme === 'http' ? connectTroubles[host] : undefined;
    if (trouble?.refuse !== undefined) {
      response.socket?.end(trouble.refuse);
      return;
    }
    this.#note(request, url);
    const visits = this.#visits.get(url.href) ?? 0;
    this.#visits.set(url.href, visits + 1);
    const body = await readAll(request);
    if (this.#options.latencyMs !== undefined) await delay(this.#options.latencyMs);
    const isWechat = (request.headers['user-agent'] ?? '').includes('MicroMessenger/');
    const asked = { method: request.method ?? 'GET', url, headers: request.headers, isWechat, body, visits };
    await this.#siteOf(host)(asked, response);
  }

  #note(request: IncomingMessage, url: URL): void {
    const { headers, method = 'GET' } = request;
    this.requests.push({
      method,
      url: url.href,
      host: url.hostname,
      userAgent: headers['user-agent'] ?? '',
      referer: headers.referer ?? null,
      cookie: headers.cookie ?? null,
    });
  }

  #siteOf(host: string): Site {
    const wildcard = `*.${host.split('.').slice(1).join('.')}`;
    return this.#sites[host] ?? this.#sites[wildcard] ?? ((_request, response) => notFound(response));
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
