import type { CheckResult, CheckScope, ProbeRecord, StoredRun } from '#contract/checks';
import type { LinkFilter } from '#contract/links';
import type { SkipReason } from '#contract/messages/check-messages';
import type { Settings } from '#contract/settings';
import type { Outcome, SurfaceId } from '#contract/surfaces';
import type { DueFacts } from '#domain/checking/due-check';
import type { ProbeAnswer } from '#domain/checking/probe-answer';
import type { Finding } from '#domain/compliance/finding';
import type { LinkKind } from '#domain/links/link-kinds';
import type { ResolvedTarget } from '#domain/links/resolved-earning';
import type { ProbeFacts } from '#domain/probing/probe-facts';

/** A run as it was asked for. */
export interface NewCheckRun {
  jobId: string;
  scope: CheckScope;
  surface: SurfaceId;
  proxy: Settings['proxy'] | null;
  startedAt: string;
}

export interface RunPlan {
  scope: CheckScope;
  surface: SurfaceId;
  proxy: Settings['proxy'] | null;
  /** Null until its tasks are stored. */
  total: number | null;
  checked: number;
  skipped: number;
}

/** One link a run asks about. */
export interface CheckTask {
  position: number;
  linkHash: number;
  linkId: number;
  kind: LinkKind;
  value: string;
}

export type NewCheckTask = Omit<CheckTask, 'position'> & { priority: number; was: Outcome };

/** What asking about one link brought. */
export interface LinkAnswers {
  task: CheckTask;
  facts: ProbeFacts[];
  target: ResolvedTarget | null;
  /** Findings on its landing page; null when there was no page to read. */
  findings: Finding[] | null;
}

export interface FinishedTask {
  position: number;
  state: 'checked' | 'skipped';
  outcome: Outcome | null;
  skipReason: SkipReason | null;
}

/** Persisted runs: what they were to ask, how far they got, and what came back. */
export interface CheckStore {
  plan(runId: number): RunPlan;
  /**
   * Stores the tasks of a run, most urgent first, all or nothing.
   * @param breathe called now and then; what it throws ends the storing, and the run has no tasks
   */
  setTasks(runId: number, tasks: readonly NewCheckTask[], breathe: () => Promise<void>): Promise<void>;
  waitingTasks(runId: number): CheckTask[];
  /** Appends answers and what follows from them. */
  saveAnswers(runId: number, answers: readonly LinkAnswers[], checkedAt: string): Promise<void>;
  finishTasks(runId: number, finished: readonly FinishedTask[]): Promise<void>;
  finishRun(runId: number, at: string): Promise<void>;
}

export interface ResultFilter {
  runId: number;
  outcomes?: readonly Outcome[] | undefined;
  skipped?: boolean | undefined;
  turned?: boolean | undefined;
}

/** Runs as they are begun and read. */
export interface CheckRunStore {
  create(run: NewCheckRun): Promise<number>;
  /** Hands a run to another job. @param byItself counted until the run gets on, so that one that kills the program is given up */
  setJob(runId: number, jobId: string, byItself: boolean): Promise<void>;
  restarts(runId: number): number;
  /** Newest first. */
  page(offset: number, limit: number): { total: number; items: StoredRun[] };
  /** @throws AppError `NOT_FOUND` */
  run(runId: number): StoredRun;
  byJob(jobId: string): StoredRun | null;
  /** In the order they were to be asked. */
  results(filter: ResultFilter, offset: number, limit: number): { total: number; items: CheckResult[] };
}

/** A link of the catalog that a run may ask about. */
export interface PlannableLink {
  linkHash: number;
  linkId: number;
  kind: LinkKind;
  value: string;
  outcome: Outcome;
}

export interface DueLinkFacts extends PlannableLink {
  facts: DueFacts;
  productTitle: string | null;
  checkedAt: string | null;
}

/**
 * Finds the links a run is to ask about, each once however many products share it, with their outcome on the run's
 * surface as of a day.
 */
export interface CheckPlanReader {
  all(surface: SurfaceId, asOf: string): PlannableLink[];
  byFilter(filter: LinkFilter, surface: SurfaceId, asOf: string): PlannableLink[];
  byIds(linkIds: readonly number[], surface: SurfaceId, asOf: string): PlannableLink[];
  /** Those an earlier run skipped. */
  skippedIn(runId: number, surface: SurfaceId, asOf: string): PlannableLink[];
  /**
   * Facts for scheduling of every link that is in an open campaign, or was checked before and not today; links that
   * products share, or that are both, come repeatedly. In parts, so that others may be answered between them.
   */
  dueFacts(surface: SurfaceId, asOf: string, today: string): Iterable<DueLinkFacts[]>;
  /** Living links that are in no campaign and were never checked. */
  neverChecked(surface: SurfaceId, asOf: string, today: string, limit: number): PlannableLink[];
  /** How many they are, as numbers to be added up; others may be answered between them. */
  countNeverChecked(asOf: string, today: string): Iterable<number>;
  /** The verdicts' outcomes by link hash. */
  outcomesOf(linkHashes: readonly number[], surface: SurfaceId, asOf: string): Map<number, Outcome>;
}

/** Stored answers of links, for verdicts. */
export interface EvidenceReader {
  /** Answers of each link by its hash, in no particular order. */
  answersOf(linkHashes: readonly number[]): Map<number, ProbeAnswer[]>;
}

/** Stored answers of one link, for reading. */
export interface EvidenceDetails {
  /** The newest answers, in no particular order. */
  history(linkHash: number): ProbeAnswer[];
  /** The last answer of each probe, skipped or not, with its chain. */
  newest(linkHash: number): ProbeRecord[];
  /** Where the link led when it was last followed. */
  target(linkHash: number): ResolvedTarget | null;
  landingFindings(linkId: number): Finding[];
}
