import { type CalendarDay, dayInShanghai } from '../links/calendar-day.ts';
import { addDays, daysBetween } from '../shared/shanghai-day.ts';
import { linkForm } from '../links/link-kinds.ts';
import type { DeviceEvidence, JudgedLink, LifecycleFact, ProbeEvidence } from './evidence.ts';
import type { OpenabilityPack } from './pack-shape.ts';
import type { SetAside, VerdictBasis } from './verdict.ts';

/** A basis with what its rank among others depends on. */
export interface WeighedBasis {
  basis: VerdictBasis;
  /** 2: about this very link; 1: about its kind. */
  closeness: number;
  /** ISO instant; '' when it has none. */
  at: string;
}

export interface Situation {
  pack: OpenabilityPack;
  link: JudgedLink;
  surface: string;
  asOf: CalendarDay;
  /** Last day policy knows about; null when policy says nothing. */
  policyUntil: CalendarDay | null;
}

/** Lifecycle facts always hold, on every surface, from their first dead day. */
export function weighLifecycle(fact: LifecycleFact): VerdictBasis {
  return {
    type: 'lifecycle',
    id: fact.code,
    source: [],
    confidence: fact.code === 'expired' ? 'medium' : 'high',
    outcome: 'dead',
    setAside: null,
    on: fact.knownOn,
    note: null,
    params: { lastDay: addDays(fact.deadFrom, -1), seenOn: fact.deadFrom },
  };
}

export function weighProbe(evidence: ProbeEvidence, situation: Situation): WeighedBasis {
  const on = dayInShanghai(evidence.checkedAt);
  const { probe, result, checkedAt, outcome } = evidence;
  const definition = situation.pack.probes.find(({ id }) => id === probe);
  return {
    closeness: 2,
    at: checkedAt,
    basis: {
      type: 'probe',
      id: evidence.id,
      source: definition?.source ?? [],
      confidence: outcome === 'blocked' || outcome === 'dead' ? 'high' : 'medium',
      outcome,
      setAside: probeSetAside(evidence, on, situation),
      on,
      note: null,
      params: { ...evidence.params, probe, result, checkedAt },
    },
  };
}

/**
 * A visit that ended without a page. Nobody can be promised that the link opens, so it takes back such a claim and nothing
 * else: what is known to be worse stays. A site that refuses probes says nothing about its readers.
 */
const isFailedVisit = ({ probe, result, outcome }: Answer): boolean =>
  probe === 'direct' && outcome === 'unknown' && result !== 'access-denied';

/** WeChat put a notice before the link that could not be read. It may be a block, which would hold everywhere. */
const isUnreadNotice = ({ probe, result }: Answer): boolean =>
  probe === 'wapredirect' && (result === 'wechat-page-unread' || result === 'wechat-page-unknown');

type Answer = Pick<ProbeEvidence, 'probe' | 'result' | 'outcome'>;

/** Whether a basis only takes back the claim that the link opens. */
export function isDoubt({ type, outcome, params }: VerdictBasis): boolean {
  const answer = { probe: String(params['probe']), result: String(params['result']), outcome };
  return type === 'probe' && (isFailedVisit(answer) || isUnreadNotice(answer));
}

function probeSetAside(evidence: ProbeEvidence, on: CalendarDay | null, situation: Situation): SetAside | null {
  const { outcome, scope } = evidence;
  const { pack, surface, link } = situation;
  if (outcome === null) return 'says-nothing';
  if (outcome === 'dead') return ageSetAside(on, pack.parameters.deadFreshDays, situation, true);
  const isFailed = isFailedVisit(evidence);
  // A notice of WeChat's own that could not be read says something about WeChat; other pages that could not do not.
  if (outcome === 'unknown' && scope === 'every-surface' && !isFailed) return 'says-nothing';
  const isOfJump = scope === 'article-jump' && !isUnreadNotice(evidence);
  const surfaces = isOfJump ? pack.probeScope.articleJump : pack.probeScope.everySurface;
  // The address inside a 口令 or scheme may be blocked and the text still be copied.
  if (!surfaces.includes(surface) || linkForm(link.kind) !== 'address') return 'other-scene';
  return ageSetAside(on, pack.parameters.probeFreshDays, situation, isFailed);
}

/** @returns null when the record is about another kind, domain or surface. */
export function weighDevice(evidence: DeviceEvidence, situation: Situation): WeighedBasis | null {
  const { link, surface, pack } = situation;
  if (evidence.surface !== surface || evidence.kind !== link.kind) return null;
  if (evidence.scope === 'kind' && evidence.host !== link.host) return null;
  const on = dayInShanghai(evidence.checkedAt);
  const age = ageSetAside(on, pack.parameters.deviceFreshDays, situation, evidence.outcome === 'dead');
  return {
    closeness: evidence.scope === 'link' ? 2 : 1,
    at: evidence.checkedAt,
    basis: {
      type: 'device',
      id: evidence.id,
      source: [],
      confidence: evidence.scope === 'link' ? 'high' : 'medium',
      outcome: evidence.outcome,
      setAside: evidence.outcome === 'unknown' ? 'says-nothing' : age,
      on,
      note: null,
      params: {
        scope: evidence.scope,
        checkedAt: evidence.checkedAt,
        device: evidence.device,
        wechatVersion: evidence.wechatVersion,
      },
    },
  };
}

function ageSetAside(
  on: CalendarDay | null,
  freshDays: number,
  { asOf, policyUntil }: Situation,
  aboutTheTarget: boolean,
): SetAside | null {
  if (on === null || on > asOf) return 'later-than-as-of';
  if (daysBetween(on, asOf) > freshDays) return 'stale';
  // Policy is about opening; whether the goods are still there is not its business.
  if (!aboutTheTarget && policyUntil !== null && on < policyUntil) return 'older-than-policy';
  return null;
}
