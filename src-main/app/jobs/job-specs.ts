import type { ErrorData } from '#contract/errors';
import type { JobKind } from '#contract/jobs';
import type { PauseSignal } from '#domain/probing/pause-switch';

/** Engine → job thread. */
export type JobCommand =
  | { type: 'start'; id: string; kind: JobKind; params: unknown; secret: unknown }
  | { type: 'cancel' | 'pause' | 'resume'; id: string }
  /** Somebody uses the window. */
  | { type: 'in-use' };

/** Job thread → engine. Numbers are absolute. */
export type JobReport =
  | { type: 'progress'; id: string; done: number; total: number | null; phase: string }
  | { type: 'done'; id: string; result: unknown }
  | { type: 'failed'; id: string; error: ErrorData };

/** What a job's code sees of the outside. */
export interface JobContext {
  jobId: string;
  /** What the job was given to work with and what is stored nowhere (keys); null for most. */
  secret: unknown;
  signal: AbortSignal;
  /** For jobs that can stand still (`pausableJobs`). */
  pause: PauseSignal;
  /** Cheap to call often; it is throttled on the way out. */
  progress(done: number, total: number | null, phase: string): void;
  /**
   * Lets cancel requests and other jobs in, and the window go first. Call between chunks.
   * @throws AppError `CANCELLED`
   */
  breathe(): Promise<void>;
}

export type JobRunner = (params: unknown, context: JobContext) => Promise<unknown>;
