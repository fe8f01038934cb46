import type { Socket } from 'node:net';
import { type Authority, createAuthority, type Issued } from './certificates.ts';

/** What goes wrong before a site can say anything. */
export interface ConnectTrouble {
  /** The proxy's answer in the place of a connection. */
  refuse?: string;
  /** What happens on the open connection in the place of TLS. */
  afterConnect?: (socket: Socket) => void;
  certificate?: (authority: Authority, host: string) => Issued;
}

const refusal = (status: string, squidError: string): string =>
  `HTTP/1.1 ${status}\r\nx-squid-error: ${squidError}\r\ncontent-length: 0\r\n\r\n`;

/** Hosts that exist only to fail. */
export const connectTroubles: Readonly<Record<string, ConnectTrouble>> = {
  'no-such-name.sim.test': { refuse: refusal('503 Service Unavailable', 'ERR_DNS_FAIL 0') },
  'refuses.sim.test': { refuse: refusal('503 Service Unavailable', 'ERR_CONNECT_FAIL 111') },
  'plain-502.sim.test': { refuse: 'HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n' },
  'resets.sim.test': { afterConnect: (socket) => socket.resetAndDestroy() },
  'tls-garbage.sim.test': { afterConnect: (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n') },
  'tls-stalled.sim.test': { afterConnect: () => undefined },
  'tls-expired.sim.test': { certificate: (authority, host) => authority.issue(host, { expired: true }) },
  'tls-wrong-name.sim.test': { certificate: (authority) => authority.issue('somebody-else.sim.test') },
  'tls-self-signed.sim.test': { certificate: (_authority, host) => createAuthority('Nobody').issue(host) },
};
