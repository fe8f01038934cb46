import type { CompiledRules } from '../compiled-rules.ts';
import type { Finding, LintReport } from '../finding.ts';
import { Linter, type LinterOptions } from '../linter.ts';
import { foldText } from '../text/fold.ts';
import { applyMasks, findMaskedRanges } from '../text/mask.ts';
import { allowedBy, AllowPhrases } from './allow-phrases.ts';
import { coreOf, longestProposal, takeWholeWords } from './propose-allow-phrase.ts';
import type { AllowPhrase } from './user-types.ts';

/** Where a finding stands: enough to recognise it in another report of the same text. */
export type FindingPlace = Pick<Finding, 'rule' | 'start' | 'end'>;

/** More readings of one finding than this leave it to the user to find a phrase. */
const mostReadings = 5;

function isAt(finding: Finding, place: FindingPlace): boolean {
  return finding.rule === place.rule && finding.start < place.end && place.start < finding.end;
}

/** Tells what an allow-phrase would silence before the user adds it. */
export class PhraseTrial {
  readonly #rules: CompiledRules;
  readonly #phrase: AllowPhrase;
  readonly #alone: AllowPhrases;
  readonly #linter: Linter;
  readonly #options: LinterOptions;

  /** @param options the user's lists as they are; the phrase is added to them */
  constructor(rules: CompiledRules, phrase: AllowPhrase, options: LinterOptions) {
    this.#rules = rules;
    this.#phrase = phrase;
    this.#options = options;
    this.#alone = new AllowPhrases([phrase], options.asOf, rules.table);
    this.#linter = new Linter(rules, { ...options, allowPhrases: [...(options.allowPhrases ?? []), phrase] });
  }

  /** Whether the phrase would silence this finding of a text. Costs one look at the text, unless it was disguised. */
  silences(text: string, finding: Finding, surface?: string): boolean {
    if (finding.folds.length > 0) return this.silencesPlace(text, finding, surface);
    const view = applyMasks(foldText(text, this.#rules.table), findMaskedRanges(text));
    return allowedBy(finding, this.#alone.rangesIn(view, 0)) !== null;
  }

  /** The same for a finding known by its place only; judges the text anew. */
  silencesPlace(text: string, place: FindingPlace, surface?: string): boolean {
    const { findings, allowed } = this.judge(text, surface);
    return (
      !findings.some((finding) => isAt(finding, place)) &&
      allowed.some(({ finding, phrase }) => phrase === this.#phrase.text && isAt(finding, place))
    );
  }

  /**
   * When the phrase lets another reading of the same finding through (全网|最低价): the phrase widened to what those
   * readings rest on as well. Null when nothing short enough silences the finding.
   */
  wider(text: string, place: FindingPlace, surface?: string, readings = mostReadings): string | null {
    const left = this.judge(text, surface).findings.find((finding) => isAt(finding, place));
    if (left === undefined) return this.silencesPlace(text, place, surface) ? this.#phrase.text : null;
    const start = text.lastIndexOf(this.#phrase.text, place.end - 1);
    if (start < 0 || readings === 0) return null;
    const core = coreOf(left);
    const span = { start: Math.min(start, core.start), end: Math.max(start + this.#phrase.text.length, core.end) };
    takeWholeWords(text, span);
    if (span.end - span.start > longestProposal) return null;
    const phrase = { ...this.#phrase, text: text.slice(span.start, span.end) };
    return new PhraseTrial(this.#rules, phrase, this.#options).wider(text, place, surface, readings - 1);
  }

  private judge(text: string, surface: string | undefined): LintReport {
    return this.#linter.lint(text, { suggest: false, ...(surface === undefined ? {} : { surface }) });
  }
}
