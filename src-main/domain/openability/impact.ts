import type { JudgedLink, LinkEvidence } from './evidence.ts';
import type { Judge } from './judge.ts';
import type { Outcome } from './outcomes.ts';

export interface ImpactLink {
  id: string;
  link: JudgedLink;
  evidence?: LinkEvidence;
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
  links: Iterable<ImpactLink>;
  surfaces: readonly string[];
  /** How many single changes to list; the counts are always complete. */
  listLimit: number;
}

/** What changes for the given links when `after` takes the place of `before` (another pack, another day, or both). */
export function impact(before: Judge, after: Judge, scope: ImpactScope): ImpactReport {
  const counts = new Map<string, ImpactCount>();
  const report: ImpactReport = { compared: 0, changed: 0, linksChanged: 0, counts: [], changes: [] };
  for (const { id, link, evidence } of scope.links) {
    let touched = false;
    for (const surface of scope.surfaces) {
      report.compared += 1;
      const from = before.judge(link, surface, evidence).outcome;
      const to = after.judge(link, surface, evidence).outcome;
      if (from === to) continue;
      touched = true;
      report.changed += 1;
      count(counts, { surface, from, to, links: 1 });
      if (report.changes.length < scope.listLimit) report.changes.push({ linkId: id, surface, from, to });
    }
    if (touched) report.linksChanged += 1;
  }
  report.counts = [...counts.values()].sort((a, b) => compareCounts(a, b, scope.surfaces));
  return report;
}

function count(counts: Map<string, ImpactCount>, change: ImpactCount): void {
  const key = `${change.surface} ${change.from} ${change.to}`;
  const known = counts.get(key);
  if (known) known.links += change.links;
  else counts.set(key, change);
}

function compareCounts(a: ImpactCount, b: ImpactCount, surfaces: readonly string[]): number {
  const bySurface = surfaces.indexOf(a.surface) - surfaces.indexOf(b.surface);
  if (bySurface !== 0) return bySurface;
  if (a.links !== b.links) return b.links - a.links;
  return `${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1;
}
