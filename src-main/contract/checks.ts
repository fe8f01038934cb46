import { z } from 'zod';
import type { DueReason } from '#domain/checking/due-check';
import type { TimelineEntry } from '#domain/checking/link-timeline';
import type { ProbeAnswer } from '#domain/checking/probe-answer';
import type { Finding } from '#domain/compliance/finding';
import type { ResolvedTarget } from '#domain/links/resolved-earning';
import type { Verdict } from '#domain/openability/verdict';
import type { Hop } from '#domain/probing/hop';
import type { OpenedTarget, ProbeEvidence } from '#domain/probing/probe-facts';
import { offsetLimit, type Page, rowId, surface } from './common.ts';
import { limits } from './limits.ts';
import { type JobSnapshot, type JobState, jobId } from './jobs.ts';
import { linkFilter, type LinkRow } from './links.ts';
import type { SkipReason } from './messages/check-messages.ts';
import { proxySetting } from './settings.ts';
import { type Outcome, outcomes, type SurfaceId } from './surfaces.ts';

/** Which links a run asks about. */
export const checkScope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('all') }).strict(),
  z.object({ type: z.literal('links'), linkIds: z.array(rowId).min(1).max(limits.idsPerCall) }).strict(),
  z.object({ type: z.literal('filter'), filter: linkFilter }).strict(),
  /** 检测即将发布的: the links a campaign is about to post; null = on every surface of it. */
  z.object({ type: z.literal('campaign'), id: rowId, surface: surface.nullable() }).strict(),
  /** Those due for another look, most urgent first. */
  z.object({ type: z.literal('due'), limit: z.int().min(1).max(50_000) }).strict(),
  /** Those an earlier run had to skip. */
  z.object({ type: z.literal('skipped'), runId: rowId }).strict(),
]);
export type CheckScope = z.infer<typeof checkScope>;

/** One run over many links. Its job may be replaced: a run goes on where an earlier job stopped. */
export interface CheckRun {
  id: number;
  jobId: string;
  scope: CheckScope;
  /** Surface that results are stated for; what was learned holds for every surface it speaks of. */
  surface: SurfaceId;
  state: JobState;
  /** Null until the links are known. */
  total: number | null;
  checked: number;
  skipped: number;
  /** Links whose outcome on the surface is not what it was before the run. */
  turned: number;
  /** Checked links by their outcome. */
  byOutcome: Record<Outcome, number>;
  skippedBy: { reason: SkipReason; links: number }[];
  startedAt: string;
  finishedAt: string | null;
}

/** A run without the state of its job. */
export type StoredRun = Omit<CheckRun, 'state'>;

/** What a run says about one link. */
export interface CheckResult {
  /** Null when the link has left the catalog since. */
  linkId: number | null;
  kind: string;
  value: string;
  state: 'waiting' | 'checked' | 'skipped';
  /** Before the run, on its surface. */
  was: Outcome;
  /** Null unless checked: a skipped link was learned nothing about. */
  outcome: Outcome | null;
  skipReason: SkipReason | null;
}

/** One answer of a probe with everything it was read from. */
export interface ProbeRecord extends ProbeAnswer {
  /** The address that was asked about. */
  url: string;
  /** Empty once a later answer said the same again. */
  hops: Hop[];
  evidence: ProbeEvidence[];
  opened: OpenedTarget | null;
}

/** Everything stored about one link's openability. */
export interface LinkEvidenceView {
  link: LinkRow;
  /** The newest answer of each probe, skipped ones included, with its chain. */
  newest: ProbeRecord[];
  timeline: TimelineEntry[];
  /** What the compliance rules say about its landing page. */
  findings: Finding[];
  target: ResolvedTarget | null;
}

/** What a one-off probe learned about one address or text. */
export interface ProbedText {
  input: string;
  /** Null when the text holds no link. */
  kind: string | null;
  url: string | null;
  answers: Omit<ProbeRecord, 'id' | 'runId'>[];
  /** Why nothing was learned; null when something was, and for text without an address. */
  skipReason: SkipReason | null;
  verdicts: Verdict[];
  findings: Finding[];
}

export interface DueLink {
  linkId: number;
  kind: string;
  value: string;
  productTitle: string | null;
  reason: DueReason;
  priority: number;
  checkedAt: string | null;
}

const proxy = proxySetting.nullable();

export const checkInputs = {
  /** `proxy`: for this run only; null = as the settings say. `surface` null = the one the app opens on. */
  'checks.start': z.object({ scope: checkScope, surface: surface.nullable(), proxy }).strict(),
  'checks.list': z.object(offsetLimit).strict(),
  'checks.get': z.object({ runId: rowId }).strict(),
  'checks.byJob': z.object({ jobId }).strict(),
  'checks.results': z
    .object({
      runId: rowId,
      outcomes: z.array(z.enum(outcomes)).optional(),
      skipped: z.boolean().optional(),
      turned: z.boolean().optional(),
      ...offsetLimit,
    })
    .strict(),
  'checks.pause': z.object({ runId: rowId }).strict(),
  /** Lets a paused run go on, or takes up one that was interrupted, cancelled or failed. */
  'checks.resume': z.object({ runId: rowId }).strict(),
  'checks.cancel': z.object({ runId: rowId }).strict(),
  'checks.due': z.object({ limit: z.int().min(1).max(limits.pageRows) }).strict(),
  'checks.evidence': z.object({ linkId: rowId }).strict(),
  'checks.answer': z.object({ answerId: rowId }).strict(),
  'checks.probe': z.object({ texts: z.array(z.string().min(1).max(16_384)).min(1).max(20), proxy }).strict(),
};

export interface CheckOutputs {
  'checks.start': { run: CheckRun; job: JobSnapshot };
  'checks.list': Page<CheckRun>;
  'checks.get': CheckRun;
  'checks.byJob': CheckRun | null;
  'checks.results': Page<CheckResult>;
  'checks.pause': CheckRun;
  'checks.resume': CheckRun;
  'checks.cancel': CheckRun;
  'checks.due': { total: number; byReason: { reason: DueReason; links: number }[]; items: DueLink[] };
  'checks.evidence': LinkEvidenceView;
  'checks.answer': ProbeRecord;
  'checks.probe': ProbedText[];
}
