import type { CompiledRules } from '../compiled-rules.ts';
import type { Finding } from '../finding.ts';
import { Linter, type LinterOptions } from '../linter.ts';
import { foldText } from '../text/fold.ts';
import { applyMasks, findMaskedRanges } from '../text/mask.ts';
import { allowedBy, AllowPhrases } from './allow-phrases.ts';
import type { AllowPhrase } from './user-types.ts';

/** Where a finding stands: enough to recognise it in another report of the same text. */
export type FindingPlace = Pick<Finding, 'rule' | 'start' | 'end'>;

/** Tells what an allow-phrase would silence before the user adds it. */
export class PhraseTrial {
  readonly #rules: CompiledRules;
  readonly #phrase: AllowPhrase;
  readonly #alone: AllowPhrases;
  readonly #linter: Linter;

  /** @param options the user's lists as they are; the phrase is added to them */
  constructor(rules: CompiledRules, phrase: AllowPhrase, options: LinterOptions) {
    this.#rules = rules;
    this.#phrase = phrase;
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
    const { findings, allowed } = this.#linter.lint(text, {
      suggest: false,
      ...(surface === undefined ? {} : { surface }),
    });
    const isPlace = (finding: Finding): boolean =>
      finding.rule === place.rule && finding.start < place.end && place.start < finding.end;
    return (
      !findings.some(isPlace) && allowed.some(({ finding, phrase }) => phrase === this.#phrase.text && isPlace(finding))
    );
  }
}
