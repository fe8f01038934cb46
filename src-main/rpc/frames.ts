import { type ErrorData, isErrorData } from '#contract/errors';

/** Bumped when a frame or a method changes incompatibly; both sides refuse to talk across a difference. */
export const protocolVersion = 1;

/** Everything that passes between a client and the engine. JSON-safe, so it survives structured clone and HTTP alike. */
export type Frame =
  | { type: 'hello'; protocolVersion: number; appVersion: string }
  | { type: 'call'; id: number; method: string; params: unknown }
  | { type: 'cancel'; id: number }
  | { type: 'ok'; id: number; result: unknown }
  | { type: 'err'; id: number; error: ErrorData }
  | { type: 'event'; name: string; data: unknown }
  | { type: 'fatal'; error: ErrorData };

/** One end of a two-way pipe. Implemented over worker ports, Electron IPC and, in tests, memory. */
export interface Channel {
  send(frame: Frame): void;
  /** @returns a function that stops listening */
  onFrame(listener: (frame: Frame) => void): () => void;
}

/** Checks the shape of a frame that comes from an untrusted side. */
export function isFrame(value: unknown): value is Frame {
  if (typeof value !== 'object' || value === null) return false;
  const frame = value as Record<string, unknown>;
  const hasId = Number.isSafeInteger(frame['id']);
  switch (frame['type']) {
    case 'hello':
      return typeof frame['protocolVersion'] === 'number' && typeof frame['appVersion'] === 'string';
    case 'call':
      return hasId && typeof frame['method'] === 'string';
    case 'cancel':
    case 'ok':
      return hasId;
    case 'err':
      return hasId && isErrorData(frame['error']);
    case 'event':
      return typeof frame['name'] === 'string';
    case 'fatal':
      return isErrorData(frame['error']);
    default:
      return false;
  }
}
