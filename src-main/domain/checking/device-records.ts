import { linkForm, linkKinds, type LinkKind } from '../links/link-kinds.ts';
import type { DeviceEvidence, JudgedLink } from '../openability/evidence.ts';
import type { Judge } from '../openability/judge.ts';
import type { Outcome } from '../openability/outcomes.ts';

/** What somebody saw on a phone, and for which links it is to stand. */
export interface DeviceRecord {
  id: number;
  /** Hash of the link's canonical form. */
  linkHash: number;
  kind: LinkKind;
  host: string | null;
  value: string;
  surface: string;
  outcome: Outcome;
  /** `link`: this link only; `host`: all of its kind and domain; `kind`: all of its kind. */
  reach: 'link' | 'host' | 'kind';
  device: string;
  wechatVersion: string;
  note: string;
  /** ISO instant. */
  recordedAt: string;
}

/** A link as far as records go by it. */
export interface RecordedLink extends JudgedLink {
  linkHash: number;
}

/** The records that speak of a link, as evidence for its verdict. A dead page is this link's own affair. */
export function deviceEvidenceFor(link: RecordedLink, records: readonly DeviceRecord[]): DeviceEvidence[] {
  return records.flatMap((record) => {
    const isSame = record.linkHash === link.linkHash;
    if (!isSame && !standsFor(record, link)) return [];
    const { kind, surface, outcome, device, wechatVersion } = record;
    return [
      {
        id: `device:${record.id}`,
        scope: isSame ? ('link' as const) : ('kind' as const),
        kind: isSame ? link.kind : kind,
        host: link.host,
        surface,
        outcome,
        checkedAt: record.recordedAt,
        device,
        wechatVersion,
      },
    ];
  });
}

function standsFor(record: DeviceRecord, link: JudgedLink): boolean {
  if (record.reach === 'link' || record.outcome === 'dead' || record.kind !== link.kind) return false;
  return record.reach === 'kind' || record.host === link.host;
}

/** Stands for every domain of a kind. */
export const anyHost = '*';

export interface KindOutcome {
  kind: LinkKind;
  /** {@link anyHost} for all domains without an entry of their own. */
  host: string | null;
  surface: string;
  outcome: Outcome;
}

/** Where records decide for whole kinds and domains on the judge's day; what they do not decide is left to policy. */
export function kindOutcomes(records: readonly DeviceRecord[], judge: Judge): KindOutcome[] {
  const found = new Map<string, KindOutcome>();
  for (const record of records) {
    if (record.reach === 'link' || record.outcome === 'dead') continue;
    const { kind, surface } = record;
    // Records of the whole kind count for each domain too, so a domain's entry is the whole answer for it.
    for (const host of record.reach === 'kind' ? [anyHost, record.host] : [record.host]) {
      const key = `${surface} ${kind} ${host ?? ''}`;
      if (found.has(key)) continue;
      const asked = records.filter((other) => host !== anyHost || other.reach === 'kind');
      const devices = deviceEvidenceFor({ linkHash: Number.NaN, kind, host }, asked);
      const { basis, outcome } = judge.judge({ kind, host }, surface, { lifecycle: [], probes: [], devices });
      if (basis[0]?.type === 'device' && basis[0].setAside === null) found.set(key, { kind, host, surface, outcome });
    }
  }
  return [...found.values()];
}

/** Links of one kind and domain, as the catalog counts them. */
export interface LinkGroup {
  kind: LinkKind;
  host: string | null;
  links: number;
  /** One of them that is alive: to be sent to the phone. */
  linkId: number;
  value: string;
}

/** One thing to try on a phone. */
export interface DeviceTry extends LinkGroup {
  surface: string;
  /** Domains this one stands for beside its own. */
  hosts: number;
  reach: 'host' | 'kind';
  /** What is believed now, and whether a source says so or nobody knows. */
  expected: Outcome;
}

/**
 * The fewest tries that cover a mix of links: one for each kind on each surface, or for each domain where a kind's domains
 * have nothing in common (other people's web pages). What a fresh record covers already is left out; the largest first.
 */
export function planTour(
  groups: readonly LinkGroup[],
  surfaces: readonly string[],
  records: readonly DeviceRecord[],
  judge: Judge,
): { tries: DeviceTry[]; links: number; fresh: number } {
  const known = kindOutcomes(records, judge);
  const tries: DeviceTry[] = [];
  let fresh = 0;
  for (const surface of surfaces) {
    const left = groups.filter(({ kind, host, links }) => {
      const covered = known.some(
        (entry) => entry.surface === surface && entry.kind === kind && (entry.host === host || entry.host === anyHost),
      );
      if (covered) fresh += links;
      return !covered;
    });
    for (const [, sharing] of Map.groupBy(left, tourKey)) tries.push(toTry(sharing, surface, judge));
  }
  tries.sort((a, b) => b.links - a.links || compareText(a.surface, b.surface) || compareText(a.kind, b.kind));
  return { tries, fresh, links: surfaces.length * groups.reduce((sum, { links }) => sum + links, 0) };
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Platforms' domains of one kind belong to one owner; other people's pages have only their domain in common. */
const standsForKind = (kind: LinkKind): boolean => linkKinds[kind].market !== null || linkForm(kind) !== 'address';

const tourKey = ({ kind, host }: LinkGroup): string => (standsForKind(kind) ? kind : `${kind} ${host ?? ''}`);

function toTry(sharing: readonly LinkGroup[], surface: string, judge: Judge): DeviceTry {
  const [first, ...rest] = [...sharing].sort((a, b) => b.links - a.links);
  if (!first) throw new RangeError('a group without links');
  const { kind, host } = first;
  return {
    ...first,
    surface,
    links: sharing.reduce((sum, { links }) => sum + links, 0),
    hosts: rest.length,
    reach: rest.length > 0 ? 'kind' : 'host',
    expected: judge.judge({ kind, host }, surface).outcome,
  };
}
