import type { FailureKind, NetworkFailure } from '#domain/probing/network-failure';

/** A failure whose kind is already known, on its way through undici. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  readonly failure: NetworkFailure;

  constructor(kind: FailureKind, detail: string, cause?: unknown) {
    super(`${kind}: ${detail}`, cause === undefined ? undefined : { cause });
    this.failure = { kind, detail };
  }
}

const byCode: Readonly<Record<string, FailureKind>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_DESTROYED: 'cancelled',
  UND_ERR_CLOSED: 'cancelled',
  ENETUNREACH: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_HEADERS_OVERFLOW: 'headers-too-large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'reset',
  EPROTO: 'tls-handshake',
};

/** Certificate checks of OpenSSL, as Node names them. */
const certificateCodes =
  /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH|AUTHORITY_|ERROR_IN_CERT)/;

/** What went wrong, from whatever was thrown. A bug stays an exception. */
export function toFailure(error: unknown, signal?: AbortSignal): NetworkFailure {
  if (error instanceof TransportFailure) return error.failure;
  if (signal?.aborted && error === signal.reason) return { kind: 'cancelled', detail: '' };
  const code = codeOf(error);
  const known = byCode[code];
  if (known) return { kind: known, detail: code };
  if (certificateCodes.test(code)) return { kind: 'tls-certificate', detail: code };
  if (/^ERR_(?:SSL|TLS)_|^ERR_OSSL_/.test(code)) return { kind: 'tls-handshake', detail: code };
  if (error instanceof Error && error.name === 'HTTPParserError') return { kind: 'bad-answer', detail: code || 'HTTP' };
  if (error instanceof AggregateError && error.errors.length > 0) return toFailure(error.errors[0], signal);
  if (error instanceof Error && error.cause instanceof Error) return toFailure(error.cause, signal);
  throw error;
}

export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
