/** `block`: refuse to export; `warn`: needs proof or a rewrite; `info`: worth knowing, never counted against the copy. */
export type Severity = 'block' | 'warn' | 'info';

/** Half-open range of UTF-16 units in the original text. */
export interface TextSpan {
  start: number;
  end: number;
}

/** What a finding rests on: a clause of a dated rule. */
export interface FindingBasis {
  /** Rule pack id, e.g. `wechat-extlink@2025-10`. */
  pack: string;
  /** Clause or article as the source numbers it, e.g. `2.1.2` or `第九条(三)`; '' when the source confirms no number. */
  clause: string;
  title: string;
  source: string[];
  /** First day the rule was in force, YYYY-MM-DD. */
  effectiveFrom: string;
  confidence: 'high' | 'medium' | 'low';
}

/** One place in a copy text that a rule speaks about. Offsets always refer to the text as given. */
export interface Finding {
  /** Rule id, unique within its pack. */
  rule: string;
  /** Category id, see resources/rulepacks (ids of research/wechat_policy.json plus advertising-law ids). */
  category: string;
  severity: Severity;
  start: number;
  end: number;
  /** `text.slice(start, end)` of the original. */
  text: string;
  /** The parts that make the violation, each exact in the original. */
  parts: { role: 'action' | 'condition' | 'reward' | 'claim' | 'token' | 'target'; span: TextSpan }[];
  /** Which folds had to be undone to see it (zero-width, full-width, homophone …); empty for plain text. */
  folds: string[];
  /** One line a shop owner understands. */
  explanation: string;
  basis: FindingBasis;
  /** Whole-text rewrites, re-scanned before being offered; may be empty. */
  suggestions: { text: string; note: string }[];
  /** What proof would clear it (统计来源, 奖项, 标准号 …); null when nothing would. */
  clearedBy: string | null;
}

/** Verdict over one text. `decision` is the worst severity among the findings; `info` alone is `ok`. */
export interface LintReport {
  decision: 'block' | 'warn' | 'ok';
  findings: Finding[];
  /** Findings silenced by an allow-phrase of the user: shown, never counted. */
  allowed: { finding: Finding; phrase: string }[];
}
