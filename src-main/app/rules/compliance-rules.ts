import { AppError } from '#contract/errors';
import { detailsOf } from '#contract/messages/error-details';
import { plainWordNote } from '#contract/messages/compliance-messages';
import { describePackIssue } from '#contract/messages/describe-pack-issue';
import type { ComplianceRuleRow } from '#contract/rules';
import { CompiledRules, rulesInForce } from '#domain/compliance/compiled-rules';
import { Linter } from '#domain/compliance/linter';
import type { CompliancePack } from '#domain/compliance/packs/pack-types';
import { readPack } from '#domain/compliance/packs/read-pack';
import { PhraseTrial } from '#domain/compliance/user/phrase-trial';
import { type AllowPhrase, isInForce, type UserEntries } from '#domain/compliance/user/user-types';
import { textHash } from '#domain/shared/text-hash';

/** Rules kept compiled: today's, the as-of date's, those of an impact analysis. Each costs some 20 MB. */
const rememberedRules = 3;
/** Linters kept ready: each of those days in each language. */
const rememberedLinters = 6;

/** Drops the oldest entry before a map grows beyond its size. */
function remember<Value>(map: Map<string, Value>, key: string, value: Value, most: number): Value {
  const [oldest] = map.keys();
  if (map.size >= most && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
  return value;
}

const noEntries: UserEntries = { words: [], phrases: [] };

/** The compliance packs and the user's lists in use, compiled for whatever day is asked. */
export class ComplianceRules {
  readonly #builtIn: readonly CompliancePack[];
  #packs: readonly CompliancePack[];
  #entries: UserEntries = noEntries;
  #entriesText = JSON.stringify(noEntries);
  readonly #builtInContent: number;
  /** Stands for the content of all packs. */
  #content: number;
  readonly #compiled = new Map<string, CompiledRules>();
  readonly #linters = new Map<string, Linter>();

  /** @throws AppError `PACK_INVALID` when a value is not a pack */
  constructor(builtIn: readonly unknown[]) {
    this.#builtIn = builtIn.map(checkedPack);
    this.#packs = this.#builtIn;
    this.#builtInContent = textHash(JSON.stringify(this.#builtIn));
    this.#content = this.#builtInContent;
  }

  /** The packs that come with the program. */
  get builtIn(): readonly CompliancePack[] {
    return this.#builtIn;
  }

  /** Ids of the packs that hold rules, for manifests and stored findings. */
  get versions(): string[] {
    return this.#packs.filter((pack) => pack.kind === 'rules').map((pack) => pack.id);
  }

  /** Judges by these lists from now on. */
  useEntries(entries: UserEntries): void {
    const text = JSON.stringify(entries);
    if (text === this.#entriesText) return;
    this.#entries = entries;
    this.#entriesText = text;
    this.#linters.clear();
  }

  /** Judges by these packs beside the built-in ones from now on; they must fit together (`checkPackSet`). */
  usePacks(packs: readonly CompliancePack[]): void {
    const builtIn = this.#builtInContent;
    const content = packs.length === 0 ? builtIn : textHash(`${builtIn} ${JSON.stringify(packs)}`);
    if (content === this.#content) return;
    this.#packs = [...this.#builtIn, ...packs];
    this.#content = content;
    this.#compiled.clear();
    this.#linters.clear();
  }

  /**
   * Stands for everything a verdict of a day depends on: rules, words, lists. Equal fingerprints judge equally. Days
   * between two changes share one, so that a new day alone does not mean scanning everything again.
   */
  fingerprint(asOf: string): string {
    const { words, phrases } = this.#entries;
    const inForce = [...words, ...phrases].filter((entry) => isInForce(entry, asOf));
    return textHash(`${this.#rulesKey(asOf)} ${JSON.stringify(inForce)}`).toString(36);
  }

  /** Every dated rule, for people to read. */
  rules(asOf: string): ComplianceRuleRow[] {
    const inForce = new Set(rulesInForce(this.#packs, asOf).map(({ rule }) => rule));
    return this.#packs.flatMap((pack) =>
      pack.kind === 'rules'
        ? pack.rules.map((rule) => {
            const { examples, detect: _detect, rewrite: _rewrite, ...shown } = rule;
            return {
              ...shown,
              pack: pack.id,
              packTitle: pack.title,
              inForce: inForce.has(rule),
              examples: {
                positive: examples.positive.map(({ text }) => text),
                negative: examples.negative.map(({ text }) => text),
              },
            };
          })
        : [],
    );
  }

  linterFor(asOf: string, locale: 'zh' | 'en' = 'zh'): Linter {
    return this.#linters.get(`${asOf} ${locale}`) ?? this.#newLinter(asOf, locale);
  }

  /** What an allow-phrase would silence on a day, beside the user's lists. */
  trialOf(phrase: AllowPhrase, asOf: string): PhraseTrial {
    const { words, phrases } = this.#entries;
    return new PhraseTrial(this.#compiledFor(asOf), phrase, { asOf, userWords: words, allowPhrases: phrases });
  }

  /** Compiles the rules of a day before anybody needs them, with a breath after each step. */
  async compileAhead(asOf: string, breathe: () => Promise<void>): Promise<void> {
    const key = this.#rulesKey(asOf);
    const steps = CompiledRules.steps(this.#packs, asOf);
    while (!this.#compiled.has(key)) {
      const { done, value } = steps.next();
      if (done === true) remember(this.#compiled, key, value, rememberedRules);
      else await breathe();
    }
  }

  #newLinter(asOf: string, locale: 'zh' | 'en'): Linter {
    const { words, phrases } = this.#entries;
    const linter = new Linter(this.#compiledFor(asOf), {
      asOf,
      locale,
      userWords: words,
      allowPhrases: phrases,
      plainWordNote: plainWordNote[locale],
    });
    return remember(this.#linters, `${asOf} ${locale}`, linter, rememberedLinters);
  }

  #compiledFor(asOf: string): CompiledRules {
    const key = this.#rulesKey(asOf);
    const known = this.#compiled.get(key);
    return known ?? remember(this.#compiled, key, CompiledRules.of(this.#packs, asOf), rememberedRules);
  }

  #rulesKey(asOf: string): string {
    const ids = rulesInForce(this.#packs, asOf).map(({ rule, pack }) => `${pack} ${rule.id}`);
    return `${this.#content} ${textHash(ids.join('\n'))}`;
  }
}

/** @throws AppError `PACK_INVALID` naming the first problems */
function checkedPack(value: unknown): CompliancePack {
  const reading = readPack(value);
  if (reading.ok) return reading.pack;
  const first = reading.issues.slice(0, 3);
  const details = detailsOf((locale) => first.map((issue) => describePackIssue(issue, locale)).join(' '));
  throw new AppError('PACK_INVALID', details.detailEn, { params: details });
}
