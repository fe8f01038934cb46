import type { CalendarDay } from '../links/calendar-day.ts';
import type { Outcome } from './outcomes.ts';
import type { Bilingual, Confidence } from './pack-shape.ts';

export type BasisType = 'lifecycle' | 'probe' | 'device' | 'policy';

/** Why a basis is shown without deciding; the sentence is `openability.aside.<code>`. */
export type SetAside =
  | 'weaker'
  | 'low-confidence'
  | 'stale'
  | 'older-than-policy'
  | 'later-than-as-of'
  | 'other-scene'
  | 'says-nothing';

/** One thing a verdict rests on. Nothing is hidden: what does not decide says why. */
export interface VerdictBasis {
  type: BasisType;
  /** Policy row, probe result, device record or lifecycle code. */
  id: string;
  source: readonly string[];
  confidence: Confidence;
  /** What this basis alone would say; null when it says nothing about opening. */
  outcome: Outcome | null;
  /** null: it decides. */
  setAside: SetAside | null;
  /** Day it speaks for: the evidence's day, for policy the newest evidence or the start; null when undated. */
  on: CalendarDay | null;
  /** Text for people; null for a device or lifecycle basis, whose sentence is in the catalogue under its code. */
  note: Bilingual | null;
  params: Readonly<Record<string, string | number>>;
}

/** Something to know beside the outcome: with `text` from the pack, otherwise `openability.caveat.<code>`. */
export interface VerdictCaveat {
  code: string;
  params: Readonly<Record<string, string | number>>;
  text: Bilingual | null;
}

/** What happens to one kind of link or one link on one surface, as of a day. */
export interface Verdict {
  surface: string;
  asOf: CalendarDay;
  outcome: Outcome;
  /** In order of weight; empty only when nobody knows anything. */
  basis: readonly VerdictBasis[];
  caveats: readonly VerdictCaveat[];
}
