import { z } from 'zod';
import type { ErrorData } from './errors.ts';

export const jobStates = ['queued', 'running', 'paused', 'done', 'failed', 'cancelled', 'interrupted'] as const;
export type JobState = (typeof jobStates)[number];

export type JobKind =
  | 'import'
  | 'undo'
  | 'export'
  | 'scan'
  | 'open-pack'
  | 'check'
  | 'impact'
  | 'earnings'
  | 'paste'
  | 'top';

/** Jobs that can stand still and go on; the others only end. */
export const pausableJobs: ReadonlySet<JobKind> = new Set(['check'] as const);

/** Jobs that nobody waits for: while somebody uses the window they leave it the processor. */
export const unhurriedJobs: ReadonlySet<JobKind> = new Set(['scan'] as const);

/** Progress is absolute, so a lost event does no harm. */
export interface JobSnapshot {
  id: string;
  kind: JobKind;
  state: JobState;
  done: number;
  /** Null while unknown. */
  total: number | null;
  /** Message key of what is being done, e.g. `reading`, `merging`. */
  phase: string;
  /** Short text for lists: a file or campaign name. */
  label: string;
  result: unknown;
  error: ErrorData | null;
  createdAt: string;
  finishedAt: string | null;
}

export const jobId = z.string().min(1).max(64);

export const jobInputs = {
  'jobs.list': z.object({ limit: z.int().min(1).max(100) }).strict(),
  'jobs.get': z.object({ jobId }).strict(),
  'jobs.cancel': z.object({ jobId }).strict(),
  'jobs.pause': z.object({ jobId }).strict(),
  'jobs.resume': z.object({ jobId }).strict(),
};

export interface JobOutputs {
  'jobs.list': JobSnapshot[];
  'jobs.get': JobSnapshot;
  'jobs.cancel': JobSnapshot;
  /** Nothing new is begun; what is at work ends first. A job that ended is left alone. */
  'jobs.pause': JobSnapshot;
  'jobs.resume': JobSnapshot;
}
