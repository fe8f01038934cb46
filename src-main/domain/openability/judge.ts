import type { CalendarDay } from '../links/calendar-day.ts';
import { type LinkKind, linkKindIds } from '../links/link-kinds.ts';
import type { JudgedLink, LinkEvidence } from './evidence.ts';
import type { Outcome } from './outcomes.ts';
import type { OpenabilityPack } from './pack-shape.ts';
import { compilePolicy, type PolicyVerdict } from './policy.ts';
import type { Verdict, VerdictBasis, VerdictCaveat } from './verdict.ts';
import {
  isDoubt,
  type Situation,
  weighDevice,
  type WeighedBasis,
  weighLifecycle,
  weighProbe,
} from './weigh-evidence.ts';

/** A pack made ready to judge as of one day. Lookups are memoised; verdicts are immutable and may be shared. */
export interface Judge {
  readonly pack: OpenabilityPack;
  readonly asOf: CalendarDay;
  judge(link: JudgedLink, surface: string, evidence?: LinkEvidence): Verdict;
}

const noClasses: readonly string[] = [];

/** @param asOf a real calendar day (see `isCalendarDay`). */
export function compileJudge(pack: OpenabilityPack, asOf: CalendarDay): Judge {
  const policy = compilePolicy(pack, asOf);
  return {
    pack,
    asOf,
    judge(link, surface, evidence) {
      const byPolicy = policy.of(link.kind, surface, link.extraClasses ?? noClasses);
      if (evidence === undefined || isSilent(evidence, asOf)) return byPolicy.verdict;
      return combine({ pack, link, surface, asOf, policyUntil: byPolicy.knownUntil }, byPolicy, evidence);
    },
  };
}

/** One verdict; to judge many links, compile once. */
export function judge(
  pack: OpenabilityPack,
  link: JudgedLink,
  surface: string,
  asOf: CalendarDay,
  evidence?: LinkEvidence,
): Verdict {
  return compileJudge(pack, asOf).judge(link, surface, evidence);
}

/** Policy outcome of every link kind on every surface of the pack, for counting by kind. */
export function policyTable(
  pack: OpenabilityPack,
  asOf: CalendarDay,
): { kind: LinkKind; surface: string; outcome: Outcome; rowId: string | null }[] {
  const policy = compilePolicy(pack, asOf);
  return linkKindIds.flatMap((kind) =>
    pack.surfaces.map(({ id: surface }) => {
      const { verdict, decidingRow } = policy.of(kind, surface, noClasses);
      return { kind, surface, outcome: verdict.outcome, rowId: decidingRow?.id ?? null };
    }),
  );
}

const isSilent = (evidence: LinkEvidence, asOf: CalendarDay): boolean =>
  evidence.probes.length === 0 &&
  evidence.devices.length === 0 &&
  !evidence.lifecycle.some((fact) => fact.deadFrom <= asOf);

/** Lifecycle first, then what was seen (about this link before about its kind, newer before older), then policy. */
function combine(situation: Situation, byPolicy: PolicyVerdict, evidence: LinkEvidence): Verdict {
  const { surface, asOf } = situation;
  const dead = evidence.lifecycle.filter((fact) => fact.deadFrom <= asOf).map(weighLifecycle);
  const seen = [
    ...evidence.probes.map((probe) => weighProbe(probe, situation)),
    ...evidence.devices.map((device) => weighDevice(device, situation)).filter((basis) => basis !== null),
  ].sort(byWeight);
  const observed = seen.map(({ basis }) => basis);
  const all = [...dead, ...observed, ...byPolicy.verdict.basis];
  const deciding = decide(all.filter((basis) => basis.setAside === null));
  const others = all.filter((basis) => basis !== deciding).map(asWeaker);
  return {
    surface,
    asOf,
    outcome: deciding?.outcome ?? 'unknown',
    basis: deciding === null ? others : [deciding, ...others],
    caveats: [...evidenceCaveats(deciding, observed, byPolicy, situation), ...byPolicy.verdict.caveats],
  };
}

/** The first that counts; a doubt only where the next would have it open, or where there is no next. */
function decide([first, ...rest]: readonly VerdictBasis[]): VerdictBasis | null {
  if (first === undefined || !isDoubt(first)) return first ?? null;
  const next = decide(rest);
  return next === null || next.outcome === 'opens' || next.outcome === 'confirm' ? first : next;
}

const asWeaker = (basis: VerdictBasis): VerdictBasis =>
  basis.setAside === null ? { ...basis, setAside: 'weaker' } : basis;

function byWeight(a: WeighedBasis, b: WeighedBasis): number {
  if (a.closeness !== b.closeness) return b.closeness - a.closeness;
  const timeA = instant(a.at);
  const timeB = instant(b.at);
  if (timeA !== timeB) return timeB > timeA ? 1 : -1;
  // A phone saw the surface itself, a probe only the server.
  if (a.basis.type !== b.basis.type) return a.basis.type === 'device' ? -1 : 1;
  return a.basis.id < b.basis.id ? -1 : 1;
}

/** Broken instants count as older than all others. */
const instant = (at: string): number => {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? -Infinity : ms;
};

function evidenceCaveats(
  deciding: VerdictBasis | null,
  observed: readonly VerdictBasis[],
  byPolicy: PolicyVerdict,
  { surface, pack, asOf }: Situation,
): VerdictCaveat[] {
  const found: VerdictCaveat[] = [];
  const add = (code: string, params: VerdictCaveat['params'] = {}) => found.push({ code, params, text: null });
  const probes = observed.filter((basis) => basis.type === 'probe' && basis.on !== null && basis.on <= asOf);
  const clear = probes.find((basis) => basis.params['result'] === 'no-block-found');
  if (clear) add('no-block-found', { checkedAt: clear.params['checkedAt'] ?? '' });
  if (probes.some((basis) => basis.outcome === 'unknown' && basis.setAside === 'says-nothing')) add('page-not-read');
  const isJump = pack.probeScope.articleJump.includes(surface);
  const isFromJump = deciding?.type === 'probe' && deciding.params['probe'] === 'wapredirect';
  if (isFromJump && !isJump) add('seen-in-article-scene');
  if (deciding && differs(deciding, byPolicy.verdict.outcome))
    add('differs-from-policy', { policy: byPolicy.verdict.outcome });
  const openedLater = observed.some((basis) => basis.setAside === null && basis.outcome === 'opens');
  if (deciding?.type === 'lifecycle' && openedLater) add('opened-after-end');
  return found;
}

/** Seen something else than policy says; a dead page is no contradiction. */
const differs = (deciding: VerdictBasis, policy: Outcome): boolean =>
  (deciding.type === 'probe' || deciding.type === 'device') &&
  policy !== 'unknown' &&
  deciding.outcome !== 'dead' &&
  deciding.outcome !== policy;
