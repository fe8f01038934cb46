import { lastOf } from '../shared/last-of.ts';
import { EvidenceScale } from './evidence/evidence-scale.ts';
import { type CompiledGrammar, grammarSteps } from './grammar/compile-grammar.ts';
import type { CompliancePack, RewritesPack, RulesPack } from './packs/pack-types.ts';
import { selectRules, type SelectedRule } from './packs/select-rules.ts';
import { buildFoldTable, type FoldTable } from './text/fold-table.ts';
import { Arena } from './text/memory.ts';
import { type Undisguise, undisguiseSteps } from './undisguise.ts';

function ofKind<K extends CompliancePack['kind']>(
  packs: readonly CompliancePack[],
  kind: K,
): Extract<CompliancePack, { kind: K }>[] {
  return packs.filter((pack): pack is Extract<CompliancePack, { kind: K }> => pack.kind === kind);
}

/** Rules in force on a day, in a stable order; days on which they are the same judge the same. */
export function rulesInForce(packs: readonly CompliancePack[], asOf: string): SelectedRule[] {
  return selectRules(ofKind<RulesPack['kind']>(packs, 'rules'), asOf);
}

type CompiledParts = Pick<CompiledRules, 'table' | 'grammar' | 'undisguise' | 'evidence' | 'rewrites'>;

/**
 * Vocabulary, grammar and rules of one day, ready to run: the costly part of a linter. Linters that differ only in
 * language or in the user's own lists share it.
 */
export class CompiledRules {
  readonly table: FoldTable;
  readonly grammar: CompiledGrammar;
  readonly undisguise: Undisguise;
  /** Weighs whole sentences; undefined without its table. */
  readonly evidence: EvidenceScale | undefined;
  readonly rewrites: RewritesPack | undefined;
  /** For the views of the text that is being judged; a linter is done with them before it, or another, judges on. */
  readonly memory = new Arena();
  readonly rulesById = new Map<string, SelectedRule>();
  readonly #rulesByDetector = new Map<string, SelectedRule[]>();

  private constructor(rules: readonly SelectedRule[], parts: CompiledParts) {
    for (const selected of rules) {
      this.rulesById.set(selected.rule.id, selected);
      for (const detector of selected.rule.detect) {
        this.#rulesByDetector.set(detector, [...this.rulesOf(detector), selected]);
      }
    }
    this.table = parts.table;
    this.grammar = parts.grammar;
    this.undisguise = parts.undisguise;
    this.evidence = parts.evidence;
    this.rewrites = parts.rewrites;
  }

  /** @throws RangeError naming the fault when a pack cannot be compiled */
  static of(packs: readonly CompliancePack[], asOf: string): CompiledRules {
    return lastOf(CompiledRules.steps(packs, asOf));
  }

  /** {@link of} in steps of mostly under 10 ms, some of 30, for whoever has others to answer in between. */
  static *steps(packs: readonly CompliancePack[], asOf: string): Generator<void, CompiledRules> {
    const rules = rulesInForce(packs, asOf);
    const tables = ofKind(packs, 'tables')[0];
    yield;
    const table = buildFoldTable(tables ?? { fold: '', drop: '', expand: '' });
    yield;
    const detectors = new Set(rules.flatMap(({ rule }) => rule.detect));
    const grammar = yield* grammarSteps(ofKind(packs, 'words'), ofKind(packs, 'grammar'), { table, detectors });
    yield;
    const undisguise = yield* undisguiseSteps(tables, ofKind(packs, 'lexicon-tables')[0], grammar);
    yield;
    const pack = ofKind(packs, 'evidence')[0];
    const evidence = pack === undefined ? undefined : yield* EvidenceScale.steps(pack, grammar);
    return new CompiledRules(rules, { table, grammar, undisguise, evidence, rewrites: ofKind(packs, 'rewrites')[0] });
  }

  /** Rules that a detector is evidence for. */
  rulesOf(detector: string): readonly SelectedRule[] {
    return this.#rulesByDetector.get(detector) ?? [];
  }
}
