import type { FindingBasis, Severity } from '../finding.ts';
import type { Role } from '../grammar/atoms.ts';
import type { FoldTableData } from '../text/fold-table.ts';

/** A sentence in both UI languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** One named class of words; every string holds templates separated by spaces, see grammar/expand-words. */
export interface WordClassData {
  name: string;
  role?: Role;
  /** Its words may also be met as homophones or in pinyin. */
  fuzzy?: boolean;
  /** Its words count only where a word break is likely on both sides (分享, but not in 积分享双倍). */
  checked?: boolean;
  /** Its words are known to the search for word breaks, so that 送|电子书 is not read as 送电|子书. */
  nouns?: boolean;
  /** Its words are initials (pyq, hb): they count only beside other evidence. */
  initials?: boolean;
  words: string[];
}

/** A pack of words (`kind: "words"`). */
export interface WordsPack {
  kind: 'words';
  id: string;
  classes: WordClassData[];
}

/** Where a condition on other atoms is looked for. */
export type Reach = 'clause' | 'sentence' | 'text';

export interface NearbyCondition {
  classes: string[];
  within: Reach;
}

/** Contexts in which words are mentioned rather than used. */
export type ScopeName = 'negation' | 'warning' | 'quotation' | 'question' | 'report';

/** Patterns whose match becomes an atom of class `as` for later phrases and for detectors. */
export interface PhraseData {
  as: string;
  role?: Role;
  patterns: string[];
}

/** Patterns whose match is evidence of one kind of violation; rules say since when and how severe. */
export interface DetectorData {
  id: string;
  patterns: string[];
  needs?: NearbyCondition;
  unless?: NearbyCondition[];
  /** Not when one of these classes touches the match on the left (≤ 4 units, same clause). */
  unlessBefore?: string[];
  /** Not when one of these classes touches the match on the right (≤ 4 units, same clause). */
  unlessAfter?: string[];
  ignores?: ScopeName[];
  /** A number (in its own unit) that some number of the match must exceed. */
  over?: number;
  /** The last amount of the match must be at least the first (充100送500). */
  grows?: boolean;
}

/**
 * A pack of phrases and detectors (`kind: "grammar"`). A macro is a list of patterns with `@` for an element;
 * `REWARDED(FOLLOW)` in a pattern list stands for that list with `@` = FOLLOW. Macros are shared by all grammar packs.
 */
export interface GrammarPack {
  kind: 'grammar';
  id: string;
  macros?: Record<string, string[]>;
  phrases: PhraseData[];
  detectors: DetectorData[];
}

/** `none` switches a rule off on a surface. */
export type RuleSeverity = Severity | 'none';

/** How a finding may be rewritten: give without the condition, leave the sentence out, or say it plainly. */
export interface RewriteData {
  how: 'drop-condition' | 'drop-clause' | 'replace';
  note: Bilingual;
}

/** A text a test runs a rule on, judged on `surface`. */
export interface RuleExample {
  text: string;
  surface?: string;
}

export interface RuleData {
  id: string;
  category: string;
  detect: string[];
  from: string;
  /** Last day in force; null = still in force. */
  to: string | null;
  clause: string;
  title: Bilingual;
  source: string[];
  confidence: FindingBasis['confidence'];
  severity: Record<string, RuleSeverity>;
  explain: Bilingual;
  clearedBy: Bilingual | null;
  rewrite: RewriteData[];
  examples: { positive: RuleExample[]; negative: RuleExample[] };
}

/** A dated pack of rules (`kind: "rules"`), e.g. `wechat-extlink@2025-10`. */
export interface RulesPack {
  kind: 'rules';
  id: string;
  title: Bilingual;
  rules: RuleData[];
}

/** The folding tables (`kind: "tables"`), generated; see e2e/eval/tables. */
export interface TablesPack extends FoldTableData {
  kind: 'tables';
  id: string;
  syllables: string;
  readings: string;
}

/** Data derived from the vocabulary (`kind: "lexicon-tables"`), generated; see e2e/eval/tables. */
export interface LexiconTablesPack {
  kind: 'lexicon-tables';
  id: string;
  /** Common words separated by spaces; index = weight, about the binary logarithm of their frequency. */
  dictionary: string[];
  /** Ordinary words that sound like a fuzzy word. */
  homophones: string;
  /** Triples: first half, second half, whole character. */
  splits: string;
  /** Pairs: look-alike, base character. */
  lookAlikes: string;
}

/** What a whole sentence that reads like a violation is most likely one of; `detector` names the rules that speak. */
export interface EvidenceGroup {
  name: string;
  detector: string;
  /** Characters, pairs and (after `#`) word classes that point to this group, separated by spaces. */
  points: string;
}

/**
 * Weights by which a sentence as a whole reads like a violation (`kind: "evidence"`), learnt from labelled texts; see
 * e2e/eval/tables. `^` and `$` are the ends of a window, `_` a space, `0` any digit.
 */
export interface EvidencePack {
  kind: 'evidence';
  id: string;
  bias: number;
  /** Weight of one unit of `w`. */
  unit: number;
  /** What the sum must exceed. */
  threshold: number;
  /** By how much more the sum of a sentence must that is read without those around it. */
  alone: number;
  /** Words whose sum is below this are too harmless for a match of one of the detectors `outweighs` in them to count. */
  harmless: number;
  /** Ids, separated by blanks. */
  outweighs: string;
  /** `w` is a whole number; one beyond 127 counts as 127. */
  weights: { w: number; grams: string }[];
  groups: EvidenceGroup[];
}

/** Plain wording to offer instead of risky wording (`kind: "rewrites"`). */
export interface RewritesPack {
  kind: 'rewrites';
  id: string;
  /** Pairs of folded wording and what to write instead; longest match wins. */
  replace: [string, string][];
  /** First characters of a claim that may be softened where no pair fits (最 → 很). */
  softener: Record<string, string>;
  /** What to write when nothing else is left of a text. */
  neutral: Record<string, string>;
}

export type CompliancePack =
  | WordsPack
  | GrammarPack
  | RulesPack
  | TablesPack
  | LexiconTablesPack
  | RewritesPack
  | EvidencePack;
