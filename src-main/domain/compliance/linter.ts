import { isAdvertisingSurface } from './advertising-surface.ts';
import { buildFinding, severityOn, spanInText, type Locale } from './build-finding.ts';
import type { Finding, LintReport, Severity, TextSpan } from './finding.ts';
import { CompiledRules } from './compiled-rules.ts';
import type { Detection } from './grammar/run-detectors.ts';
import { lintView, type ViewResult } from './lint-view.ts';
import { decide, joinNeighbours, mergeFindings } from './merge-findings.ts';
import type { CompliancePack } from './packs/pack-types.ts';
import type { WeighedView } from './evidence/evidence-scale.ts';
import { buildOpinion } from './evidence/build-opinion.ts';
import { secondOpinion } from './evidence/second-opinion.ts';
import { standingOf, type Standing } from './evidence/standing.ts';
import { readings, type Reading } from './readings.ts';
import { suggestRewrites, type RewriteHost } from './rewrite/suggest.ts';
import { chunksOf, type Chunk } from './text/chunks.ts';
import { foldText } from './text/fold.ts';
import { foldBits, foldsOf, textOf, type View } from './text/view.ts';
import { allowedBy, AllowPhrases, type AllowedRange } from './user/allow-phrases.ts';
import type { AllowPhrase, UserWord } from './user/user-types.ts';
import { UserWords } from './user/user-words.ts';

/** What a linter judges by beside the rules. */
export interface LinterOptions {
  /** Entries of the user's lists count until their last day; the rules' own day is up to {@link CompiledRules}. */
  asOf: string;
  locale?: Locale;
  userWords?: readonly UserWord[];
  allowPhrases?: readonly AllowPhrase[];
  /** What a finding of an own word says that carries no note. */
  plainWordNote?: string;
}

export interface LintOptions {
  /** A WeChat surface (`moments`, `group` …) or a position in a page (`landing`, `share-title` …); absent = unknown. */
  surface?: string;
  /** False leaves `suggestions` empty: about half the work, for use on every keystroke. */
  suggest?: boolean;
}

/** Longer texts get findings but no whole-text rewrites. */
const longestRewritten = 8000;
const mostFindings = 500;
/** Changes to characters that nobody makes but to keep a word from being recognised. */
const alterations = foldBits['split-character'] | foldBits['look-alike'] | foldBits['inserted-symbol'];
/** Codes are said to be opened in 绹宝 by the very tools that make them. */
const codes = 'token.special_code';

/** Whether one of the words of a match is written so as not to be recognised. */
function isHidden({ path, parts }: Detection, { context, view }: ViewResult): boolean {
  const { atoms } = context.table;
  return (
    path.some((atom) => atoms.of(atom).fuzzy > 0) ||
    parts.some(({ start, end }) => (foldsOf(view, start, end) & alterations) !== 0)
  );
}

/** What a match is told as: nothing doubtful blocks, and disguised words are never worth a hint only. */
function toldAs(
  severity: Severity,
  category: string,
  { standing, isDisguised }: { standing: Standing; isDisguised: () => boolean },
): Severity {
  if (standing === 'coincidence') return 'info';
  if (standing === 'doubtful' && severity === 'block') return 'warn';
  return severity === 'info' && category !== codes && isDisguised() ? 'warn' : severity;
}

/** Of readings in another order than that of the text, and without a scale. */
const unweighed: WeighedView = { windows: [], sentences: [], before: new Int32Array(0) };

/** Judges texts by the rules of one day. Pure: the same text and options give the same report. */
export class Linter {
  readonly #rules: CompiledRules;
  readonly #locale: Locale;
  readonly #userWords: UserWords;
  readonly #allowPhrases: AllowPhrases;

  constructor(rules: CompiledRules, options: LinterOptions) {
    this.#rules = rules;
    this.#locale = options.locale ?? 'zh';
    this.#userWords = new UserWords(options.userWords ?? [], options.asOf, rules.table, options.plainWordNote ?? '');
    this.#allowPhrases = new AllowPhrases(options.allowPhrases ?? [], options.asOf, rules.table);
  }

  /** Judges one text. Linear in its length; never throws, whatever the text holds. */
  lint(text: string, options: LintOptions = {}): LintReport {
    const report = this.judge(text, options.surface);
    const told = joinNeighbours(report.findings, text);
    if (options.suggest === false || report.decision === 'ok' || text.length > longestRewritten)
      return { ...report, findings: told };
    const suggestions = suggestRewrites(text, report.findings, this.rewriteHost(options.surface));
    const findings = told.map((finding) => (finding.severity === 'info' ? finding : { ...finding, suggestions }));
    return { ...report, findings };
  }

  private judge(text: string, surface: string | undefined): LintReport {
    const findings: Finding[] = this.#userWords.findPatterns(text);
    const ranges: AllowedRange[] = [];
    const { memory } = this.#rules;
    const isAdvertising = isAdvertisingSurface(surface);
    for (const chunk of chunksOf(text)) {
      if (findings.length > mostFindings) break;
      // Findings hold nothing of a view: the views of the piece before are done with.
      memory.clear();
      const mentions: TextSpan[] = [];
      for (const result of readings(chunk.text, this.#rules, (view, options) =>
        lintView(view, this.#rules.grammar, { ...options, isAdvertising }),
      )) {
        const weighed = result.isText ? (this.#rules.evidence?.weigh(result.context) ?? unweighed) : unweighed;
        const found = this.toFindings(text, chunk, result, { surface, weighed });
        findings.push(...found);
        if (result.isText) {
          for (const { start, end } of result.mentions)
            mentions.push(spanInText(result.view, chunk.offset, start, end));
          findings.push(...this.toOpinions(text, chunk, result, { surface, found, mentions, weighed }));
        }
        if (!this.#userWords.isEmpty && result.isText)
          findings.push(...this.#userWords.find(text, result.view, chunk.offset));
        if (!this.#allowPhrases.isEmpty && result.isText)
          ranges.push(...this.#allowPhrases.rangesIn(result.view, chunk.offset));
      }
    }
    const open: Finding[] = [];
    const allowed: LintReport['allowed'] = [];
    for (const finding of findings) {
      const phrase = allowedBy(finding, ranges);
      if (phrase === null) open.push(finding);
      else allowed.push({ finding, phrase: phrase.text });
    }
    const merged = mergeFindings(open);
    const silenced = mergeFindings(allowed.map((entry) => entry.finding));
    return {
      decision: decide(merged),
      findings: merged,
      allowed: allowed.filter((entry) => silenced.includes(entry.finding)),
    };
  }

  private toFindings(
    text: string,
    chunk: Chunk,
    result: ViewResult,
    on: { surface: string | undefined; weighed: WeighedView },
  ): Finding[] {
    const source = { text, offset: chunk.offset, view: result.view, locale: this.#locale };
    const out: Finding[] = [];
    for (const detection of result.detections) {
      const standing = this.standing(detection, result, on.weighed);
      const isDisguised = (): boolean => isHidden(detection, result);
      for (const selected of this.#rules.rulesOf(detection.detector.id)) {
        const severity = severityOn(selected.rule.severity, on.surface);
        if (severity === 'none') continue;
        const told = toldAs(severity, selected.rule.category, { standing, isDisguised });
        out.push(buildFinding(detection, selected, told, source));
      }
    }
    return out;
  }

  /** How a match stands in its text. Words disguised to the eye are never there by chance. */
  private standing({ detector, start, end }: Detection, { context, view }: ViewResult, weighed: WeighedView): Standing {
    const scale = this.#rules.evidence;
    if (scale?.outweighs(detector.id) !== true) return 'sure';
    if ((foldsOf(view, start, end) & ~foldBits.homophone) !== 0) return 'sure';
    return standingOf(context, scale, { weighed, match: { from: start, to: end } });
  }

  /**
   * Findings on sentences that only as a whole read like a violation: never more than a warning, none of a kind that a
   * pattern calls harmless there, and none on what is only spoken about.
   */
  private toOpinions(
    text: string,
    chunk: Chunk,
    result: Reading,
    on: {
      surface: string | undefined;
      found: readonly Finding[];
      mentions: readonly TextSpan[];
      weighed: WeighedView;
    },
  ): Finding[] {
    const scale = this.#rules.evidence;
    if (scale === undefined) return [];
    const source = { text, offset: chunk.offset, view: result.view, locale: this.#locale };
    const isHarmless = (opinion: Finding): boolean =>
      on.found.some((finding) => finding.category === opinion.category && finding.severity === 'info');
    const known = on.found.filter((finding) => finding.severity !== 'info');
    const isMentioned = (opinion: Finding): boolean =>
      on.mentions.some((mention) => mention.start < opinion.end && opinion.start < mention.end);
    return secondOpinion(result, scale, { weighed: on.weighed, known, offset: chunk.offset }).flatMap((opinion) =>
      this.#rules.rulesOf(opinion.detector).flatMap((selected) => {
        const severity = severityOn(selected.rule.severity, on.surface);
        if (severity === 'none') return [];
        const finding = buildOpinion(opinion, selected, severity, source);
        return isHarmless(finding) || isMentioned(finding) ? [] : [finding];
      }),
    );
  }

  private rewriteHost(surface: string | undefined): RewriteHost {
    return {
      judge: (text) => this.judge(text, surface),
      rewritesOf: (finding) => this.#rules.rulesById.get(finding.rule)?.rule.rewrite ?? [],
      fold: (text) => this.foldForComparison(text),
      pack: this.#rules.rewrites,
      noteOf: (rewrite) => rewrite.note[this.#locale],
    };
  }

  private foldForComparison(text: string): string {
    const view: View = foldText(text, this.#rules.table);
    return textOf(view);
  }
}

/** Compiles packs into a linter. Throws a RangeError that names the fault when a pack cannot be compiled. */
export function compilePacks(packs: readonly CompliancePack[], options: LinterOptions): Linter {
  return new Linter(CompiledRules.of(packs, options.asOf), options);
}
