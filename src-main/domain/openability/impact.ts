import type { JudgedLink, LinkEvidence } from './evidence.ts';
import type { Judge } from './judge.ts';
import type { Outcome } from './outcomes.ts';

export interface ImpactLink {
  id: string;
  link: JudgedLink;
  evidence?: LinkEvidence;
  /** The same link as it counts on the day of `after`; absent: as on that of `before`. */
  after?: { link: JudgedLink; evidence: LinkEvidence | undefined };
  /** Links with the same text here get the same verdicts, so that one of them is judged for all. */
  alike?: string;
}

/** One link whose verdict on one surface changes. */
export interface VerdictChange {
  linkId: string;
  surface: string;
  from: Outcome;
  to: Outcome;
}

export interface ImpactCount {
  surface: string;
  from: Outcome;
  to: Outcome;
  links: number;
}

export interface ImpactReport {
  /** Links × surfaces that were compared. */
  compared: number;
  /** How many of those change. */
  changed: number;
  /** Links that change on at least one surface. */
  linksChanged: number;
  /** Every kind of change with its number of links, in the order of `surfaces`, largest first within one. */
  counts: ImpactCount[];
  /** The first `listLimit` changes, in the order of `links`. */
  changes: VerdictChange[];
}

export interface ImpactScope {
  surfaces: readonly string[];
  /** How many single changes to list; the counts are always complete. */
  listLimit: number;
}

/** Counts what changes when `after` takes the place of `before` (another pack, another day, or both), link by link. */
export class ImpactCounter {
  readonly #before: Judge;
  readonly #after: Judge;
  readonly #scope: ImpactScope;
  readonly #counts = new Map<string, ImpactCount>();
  readonly #known = new Map<string, readonly Turn[]>();
  readonly #report: Omit<ImpactReport, 'counts'> = { compared: 0, changed: 0, linksChanged: 0, changes: [] };

  constructor(before: Judge, after: Judge, scope: ImpactScope) {
    this.#before = before;
    this.#after = after;
    this.#scope = scope;
  }

  add(link: ImpactLink): void {
    const turns = this.#turnsOf(link);
    const report = this.#report;
    report.compared += this.#scope.surfaces.length;
    report.changed += turns.length;
    if (turns.length > 0) report.linksChanged += 1;
    for (const turn of turns) {
      count(this.#counts, turn);
      if (report.changes.length < this.#scope.listLimit) report.changes.push({ linkId: link.id, ...turn });
    }
  }

  report(): ImpactReport {
    const counts = [...this.#counts.values()].sort((a, b) => compareCounts(a, b, this.#scope.surfaces));
    return { ...this.#report, counts };
  }

  #turnsOf({ link, evidence, after = { link, evidence }, alike }: ImpactLink): readonly Turn[] {
    const known = alike === undefined ? undefined : this.#known.get(alike);
    if (known) return known;
    const turns: Turn[] = [];
    for (const surface of this.#scope.surfaces) {
      const from = this.#before.judge(link, surface, evidence).outcome;
      const to = this.#after.judge(after.link, surface, after.evidence).outcome;
      if (from !== to) turns.push({ surface, from, to });
    }
    if (alike !== undefined) this.#known.set(alike, turns);
    return turns;
  }
}

type Turn = Omit<VerdictChange, 'linkId'>;

/** What changes for all the given links at once. */
export function impact(
  before: Judge,
  after: Judge,
  scope: ImpactScope & { links: Iterable<ImpactLink> },
): ImpactReport {
  const counter = new ImpactCounter(before, after, scope);
  for (const link of scope.links) counter.add(link);
  return counter.report();
}

function count(counts: Map<string, ImpactCount>, { surface, from, to }: Turn): void {
  const key = `${surface} ${from} ${to}`;
  const known = counts.get(key);
  if (known) known.links += 1;
  else counts.set(key, { surface, from, to, links: 1 });
}

function compareCounts(a: ImpactCount, b: ImpactCount, surfaces: readonly string[]): number {
  const bySurface = surfaces.indexOf(a.surface) - surfaces.indexOf(b.surface);
  if (bySurface !== 0) return bySurface;
  if (a.links !== b.links) return b.links - a.links;
  return `${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1;
}
