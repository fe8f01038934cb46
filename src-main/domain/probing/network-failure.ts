/** Every way a request can end without an answer that can be read. */
export const failureKinds = [
  'bad-address',
  'address-refused',
  'fake-ip',
  'offline',
  'dns-not-found',
  'dns-unavailable',
  'refused',
  'reset',
  'unreachable',
  'connect-timeout',
  'first-byte-timeout',
  'total-timeout',
  'tls-certificate',
  'tls-handshake',
  'bad-answer',
  'headers-too-large',
  'too-large',
  'redirect-loop',
  'too-many-redirects',
  'bad-redirect',
  'proxy-unreachable',
  'proxy-auth',
  'proxy-refused',
  'proxy-dns',
  'proxy-unsupported',
  'cancelled',
] as const;

export type FailureKind = (typeof failureKinds)[number];

export interface NetworkFailure {
  kind: FailureKind;
  /** For people who read evidence: an address, an error code, a proxy's status line. Never shown alone. */
  detail: string;
}

/** Failures that say something about this computer's network, not about the link. */
const environmentKinds: ReadonlySet<FailureKind> = new Set([
  'fake-ip',
  'offline',
  'dns-unavailable',
  'proxy-unreachable',
  'proxy-auth',
  'proxy-refused',
  'proxy-dns',
  'proxy-unsupported',
  'cancelled',
]);

export const isEnvironmentFailure = (kind: FailureKind): boolean => environmentKinds.has(kind);
