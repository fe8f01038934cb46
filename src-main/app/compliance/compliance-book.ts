import type { ComplianceStore, StoredRulePack } from '#app/ports/compliance-store';
import type { ComplianceRules } from '#app/rules/compliance-rules';
import type { ComplianceRuleRow } from '#contract/rules';
import type { Linter } from '#domain/compliance/linter';
import type { PackIssue } from '#domain/compliance/packs/pack-issue';
import type { CompliancePack } from '#domain/compliance/packs/pack-types';
import { checkPackSet, readPack } from '#domain/compliance/packs/read-pack';
import type { PhraseTrial } from '#domain/compliance/user/phrase-trial';
import type { AllowPhrase } from '#domain/compliance/user/user-types';
import { textHash } from '#domain/shared/text-hash';

/** A stored pack that cannot be used with this version of the program, and why. */
export interface UnusedPack {
  id: string;
  issues: PackIssue[];
}

/** Grammar builds on words, rules on grammar. */
const buildOrder: Record<CompliancePack['kind'], number> = {
  tables: 0,
  'lexicon-tables': 0,
  rewrites: 0,
  evidence: 0,
  words: 1,
  grammar: 2,
  rules: 3,
};

/**
 * The compliance rules as one data folder has them: built-in packs, the user's packs and lists. Every question is
 * answered by what is stored at that moment, whichever thread changed it.
 */
export class ComplianceBook {
  readonly #rules: ComplianceRules;
  readonly #store: ComplianceStore;
  #revision = -1;
  /** Hash of the stored packs last looked at. */
  #packsSeen = -1;
  #unused: UnusedPack[] = [];

  constructor(rules: ComplianceRules, store: ComplianceStore) {
    this.#rules = rules;
    this.#store = store;
  }

  get versions(): string[] {
    return this.#current().versions;
  }

  fingerprint(asOf: string): string {
    return this.#current().fingerprint(asOf);
  }

  rules(asOf: string): ComplianceRuleRow[] {
    return this.#current().rules(asOf);
  }

  linterFor(asOf: string, locale: 'zh' | 'en' = 'zh'): Linter {
    return this.#current().linterFor(asOf, locale);
  }

  /** Compiles the rules of a day before the first text is judged by them; others get a turn at every `breathe`. */
  compileAhead(asOf: string, breathe: () => Promise<void>): Promise<void> {
    return this.#current().compileAhead(asOf, breathe);
  }

  /** What an allow-phrase would silence on a day, beside the user's lists. */
  trialOf(phrase: AllowPhrase, asOf: string): PhraseTrial {
    return this.#current().trialOf(phrase, asOf);
  }

  get builtIn(): readonly CompliancePack[] {
    return this.#rules.builtIn;
  }

  /** The user's packs that are left out, for example because a newer program knows their words no longer. */
  get unused(): readonly UnusedPack[] {
    this.#current();
    return this.#unused;
  }

  #current(): ComplianceRules {
    const revision = this.#store.revision();
    if (revision === this.#revision) return this.#rules;
    const packs = this.#store.packs();
    const seen = textHash(JSON.stringify(packs));
    if (seen !== this.#packsSeen) {
      this.#rules.usePacks(this.#usable(packs));
      this.#packsSeen = seen;
    }
    this.#rules.useEntries(this.#store.lists());
    this.#revision = revision;
    return this.#rules;
  }

  /** The stored packs that still fit: all of them, or those that do when taken one after the other. */
  #usable(stored: readonly StoredRulePack[]): CompliancePack[] {
    this.#unused = [];
    const readable = stored.flatMap(({ id, value }) => {
      const reading = readPack(value);
      if (!reading.ok) this.#unused.push({ id, issues: reading.issues });
      return reading.ok ? [reading.pack] : [];
    });
    if (readable.length === 0 || checkPackSet([...this.builtIn, ...readable]).length === 0) return readable;
    const fitting: CompliancePack[] = [];
    for (const pack of readable.toSorted((left, right) => buildOrder[left.kind] - buildOrder[right.kind])) {
      const issues = checkPackSet([...this.builtIn, ...fitting, pack]);
      if (issues.length === 0) fitting.push(pack);
      else this.#unused.push({ id: pack.id, issues });
    }
    return fitting;
  }
}
