import { AppError } from '#contract/errors';
import type { ComplianceRuleRow } from '#contract/rules';
import { compilePacks, type Linter } from '#domain/compliance/linter';
import { textHash } from '#domain/shared/text-hash';
import type { CompliancePack } from '#domain/compliance/packs/pack-types';
import { readPack } from '#domain/compliance/packs/read-pack';

/** Linters kept ready: today's and the as-of date's, each in the languages asked for. */
const rememberedLinters = 4;

/** The compliance packs in use, compiled for whatever day is asked. */
export class ComplianceRules {
  readonly #packs: CompliancePack[];
  readonly #linters = new Map<string, Linter>();

  /** @throws AppError `PACK_INVALID` when a value is not a pack */
  constructor(packs: readonly unknown[]) {
    this.#packs = packs.map(checkedPack);
  }

  /** Ids of the packs that hold rules, for manifests and stored findings. */
  get versions(): string[] {
    return this.#packs.filter((pack) => pack.kind === 'rules').map((pack) => pack.id);
  }

  /**
   * Names the rules in force on a day: equal fingerprints judge equally. Days between two changes of the rules share
   * one, so that a new day alone does not mean scanning everything again.
   */
  fingerprint(asOf: string): string {
    const inForce = this.rules().filter(({ from, to }) => from <= asOf && (to === null || asOf <= to));
    return `${this.versions.join(' ')} #${textHash(inForce.map(({ id }) => id).join(' '))}`;
  }

  /** Every dated rule, for people to read. */
  rules(): ComplianceRuleRow[] {
    return this.#packs.flatMap((pack) =>
      pack.kind === 'rules'
        ? pack.rules.map(({ examples, detect: _detect, rewrite: _rewrite, clearedBy: _clearedBy, ...rule }) => ({
            ...rule,
            pack: pack.id,
            examples: {
              positive: examples.positive.map(({ text }) => text),
              negative: examples.negative.map(({ text }) => text),
            },
          }))
        : [],
    );
  }

  linterFor(asOf: string, locale: 'zh' | 'en' = 'zh'): Linter {
    const key = `${asOf} ${locale}`;
    const known = this.#linters.get(key);
    if (known) return known;
    const linter = compilePacks(this.#packs, { asOf, locale });
    const [oldest] = this.#linters.keys();
    if (this.#linters.size >= rememberedLinters && oldest !== undefined) this.#linters.delete(oldest);
    this.#linters.set(key, linter);
    return linter;
  }
}

function checkedPack(value: unknown): CompliancePack {
  const reading = readPack(value);
  if (reading.ok) return reading.pack;
  const detail = reading.issues
    .slice(0, 3)
    .map((issue) => JSON.stringify(issue))
    .join('；');
  throw new AppError('PACK_INVALID', detail, { params: { detail } });
}
