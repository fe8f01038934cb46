import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { NetworkFailure } from '#domain/probing/network-failure';
import { codeOf, TransportFailure } from '../http/transport-failure.ts';
import type { ProxyServer } from './proxy-route.ts';

/**
 * Asks the proxy for a connection to `target` (`host:port`).
 *
 * @throws {TransportFailure} `proxy-unreachable`, `proxy-auth`, or `proxy-refused` with the proxy's own words
 */
export function openTunnel(proxy: ProxyServer, target: string, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method: 'CONNECT',
      host: proxy.hostname,
      port: proxy.port,
      path: target,
      headers: { host: target, ...authorizationHeader(proxy) },
      agent: false,
      timeout: timeoutMs,
    };
    const request = proxy.protocol === 'https:' ? httpsRequest(options) : httpRequest(options);
    request.once('connect', (response, socket: Socket, head: Buffer) => {
      if (response.statusCode === 200) {
        socket.setTimeout(0);
        // A server that speaks first may already have been heard.
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
        return;
      }
      socket.on('error', () => undefined).destroy();
      reject(refusal(response));
    });
    // A proxy that answers CONNECT like any other request.
    request.once('response', (response) => {
      response.destroy();
      reject(refusal(response));
    });
    request.once('timeout', () => request.destroy(new TransportFailure('proxy-unreachable', `${timeoutMs} ms`)));
    request.once('error', (error) => {
      reject(error instanceof TransportFailure ? error : unreachable(proxy, error));
    });
    request.end();
  });
}

/** Connects to the proxy itself, for plain http requests in absolute form. */
export function unreachable(proxy: ProxyServer, error: unknown): TransportFailure {
  return new TransportFailure('proxy-unreachable', `${proxy.hostname}:${proxy.port} ${codeOf(error)}`.trim(), error);
}

export function authorizationHeader(proxy: ProxyServer): Record<string, string> {
  return proxy.authorization === null ? {} : { 'proxy-authorization': proxy.authorization };
}

function refusal(response: IncomingMessage): TransportFailure {
  const { statusCode = 0, headers } = response;
  const { kind, detail } = proxyRefusal(statusCode, headers['x-squid-error']);
  return new TransportFailure(kind, detail);
}

/**
 * Why a proxy did not reach the site. Squid says so in a header of its own, such as `ERR_DNS_FAIL 0`; other proxies only
 * give a status.
 */
export function proxyRefusal(status: number, squidError: string | string[] | undefined): NetworkFailure {
  if (status === 407) return { kind: 'proxy-auth', detail: 'HTTP 407' };
  const reason = (Array.isArray(squidError) ? squidError[0] : squidError)?.slice(0, 60);
  const detail = reason === undefined ? `HTTP ${status}` : `HTTP ${status} ${reason}`;
  return { kind: reason?.startsWith('ERR_DNS_FAIL') ? 'proxy-dns' : 'proxy-refused', detail };
}
