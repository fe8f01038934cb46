import { z } from 'zod';
import { productSelection } from './catalog.ts';
import { offsetLimit, type Page, rowId } from './common.ts';
import type { JobState } from './jobs.ts';
import type { ShownRefusal } from './top.ts';

/**
 * `refresh`: stock and dates of coupons; `convert`: new links and 口令 by item id; `shorten`, `tokens`: short links and
 * 口令 of links there already are.
 */
export const topActions = ['refresh', 'convert', 'shorten', 'tokens'] as const;
export type TopAction = (typeof topActions)[number];

/** Products of one run. More would take hours at the pace the platform allows. */
export const mostTopProducts = 5_000;

export const topTaskStates = ['done', 'failed', 'skipped', 'waiting'] as const;
export type TopTaskState = (typeof topTaskStates)[number];

/** One action over many products. Its job may be replaced: a run goes on where an earlier job stopped. */
export interface TopRun {
  id: number;
  jobId: string;
  action: TopAction;
  state: JobState;
  total: number;
  byState: Record<TopTaskState, number>;
  /** Why products failed or were skipped, most frequent first; one example of each. */
  reasons: { state: 'failed' | 'skipped'; refusal: ShownRefusal; products: number }[];
  /** Calls made so far. */
  calls: number;
  /** Products whose gain is not in the catalog yet: the program was killed before. */
  unmerged: number;
  /** Imports its gains became, oldest first; each can be undone. */
  batchIds: number[];
  /** Why it ended before its end, or left products without an answer; what is waiting can be taken up again. */
  stopped: ShownRefusal | null;
  startedAt: string;
  finishedAt: string | null;
}

/** A run without the state of its job. */
export type StoredTopRun = Omit<TopRun, 'state'>;

export interface TopResultRow {
  productId: string;
  title: string | null;
  itemId: string;
  state: TopTaskState;
  refusal: ShownRefusal | null;
}

/** What a run would do, before anything is sent. */
export interface TopPlan {
  products: number;
  /** Products that would be asked about. */
  asked: number;
  /** Calls at most. */
  calls: number;
  /** At the pace of the app, without the platform's own waits. */
  seconds: number;
  skipped: { refusal: ShownRefusal; products: number }[];
  /** More products than one run takes; the rest is left for another. */
  left: number;
}

const asked = { action: z.enum(topActions), products: productSelection };

export const topRunInputs = {
  'top.plan': z.object(asked).strict(),
  'top.start': z.object(asked).strict(),
  'top.runs': z.object(offsetLimit).strict(),
  'top.run': z.object({ runId: rowId }).strict(),
  'top.results': z.object({ runId: rowId, state: z.enum(topTaskStates).optional(), ...offsetLimit }).strict(),
  /** Hands what is waiting, or not in the catalog yet, to a new job. A run that is done or at work stays as it is. */
  'top.resume': z.object({ runId: rowId }).strict(),
  'top.cancel': z.object({ runId: rowId }).strict(),
};

export interface TopRunOutputs {
  'top.plan': TopPlan;
  'top.start': TopRun;
  'top.runs': Page<TopRun>;
  'top.run': TopRun;
  'top.results': Page<TopResultRow>;
  'top.resume': TopRun;
  'top.cancel': TopRun;
}
