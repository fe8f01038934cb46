import type { Locale, MessageText } from '#contract/messages/format-message';
import type { PackMessages } from '#contract/messages/pack-messages';
import type { Outcome } from '../openability/outcomes.ts';
import type { Confidence } from '../openability/pack-shape.ts';
import type { BasisType, SetAside, VerdictBasis, VerdictCaveat } from '../openability/verdict.ts';

/** The sentences the pack's pages are written with; the message catalogue supplies them. */
export interface PackWords {
  pack: PackMessages;
  outcomes: Readonly<Record<Outcome, MessageText>>;
  basisTypes: Readonly<Record<BasisType, MessageText>>;
  confidences: Readonly<Record<Confidence, MessageText>>;
  setAside: Readonly<Record<SetAside, MessageText>>;
  describeBasis(basis: VerdictBasis, locale: Locale): string;
  describeCaveat(caveat: VerdictCaveat, locale: Locale): string;
}
