import type { Severity } from '../finding.ts';

/** A word or pattern of the user's own. */
export interface UserWord {
  /** The word, or the pattern when `kind` is `pattern` (RE2 syntax: no look-around, no back-references). */
  text: string;
  kind: 'word' | 'pattern';
  category: string;
  severity: Severity;
  note: string;
  /** Last day it counts, YYYY-MM-DD; null = for good. */
  expiresOn: string | null;
}

/** Wording the user vouches for: a trademark, a model name, a fact with proof. */
export interface AllowPhrase {
  text: string;
  /** Categories it silences; null = all. */
  category: string | null;
  /** 商标, 型号, 有证明的事实 … */
  reason: string;
  /** Where the proof is: a certificate number, a report. */
  proof: string;
  expiresOn: string | null;
}

export interface UserEntries {
  words: readonly UserWord[];
  phrases: readonly AllowPhrase[];
}

/** Category of own words that name none. */
export const ownCategory = 'own';

/** Caps that keep user lists harmless. */
export const userLimits = {
  words: 5000,
  phrases: 5000,
  patterns: 100,
  textLength: 100,
  patternLength: 200,
  categoryLength: 40,
  noteLength: 300,
} as const;

/** True when the entry still counts on `asOf`. */
export function isInForce(entry: { expiresOn: string | null }, asOf: string): boolean {
  return entry.expiresOn === null || asOf <= entry.expiresOn;
}
