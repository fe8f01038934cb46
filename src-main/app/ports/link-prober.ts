import type { PauseSignal } from '#domain/probing/pause-switch';
import type { ProbeFacts, ProbeId } from '#domain/probing/probe-facts';

/** One probe of one link. Network trouble is part of the result; a cancelled probe comes back skipped. */
export type LinkProbe = (url: string, signal?: AbortSignal) => Promise<ProbeFacts>;

/** The probes of one network connection. */
export interface LinkProber extends Record<ProbeId, LinkProbe> {
  /** Whom a probe asks first, for keeping requests to one host apart. */
  hostFor(probe: ProbeId, url: string): string;
}

export interface QueuedLink<Result> {
  id: string;
  host: string;
  /** Higher goes first. */
  priority: number;
  run(signal: AbortSignal): Promise<Result>;
}

/** Works through links, several at a time, hosts taking turns; stands still while paused, ends when the signal aborts. */
export type ProbeRunner = <Result>(
  links: readonly QueuedLink<Result>[],
  options: {
    onResult(link: QueuedLink<Result>, result: Result): Promise<void>;
    signal: AbortSignal;
    pauseSignal: PauseSignal;
  },
) => Promise<{ cancelled: boolean }>;
