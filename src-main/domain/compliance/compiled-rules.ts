import { EvidenceScale } from './evidence/evidence-scale.ts';
import { compileGrammar, type CompiledGrammar } from './grammar/compile-grammar.ts';
import type { CompliancePack, RewritesPack, RulesPack } from './packs/pack-types.ts';
import { selectRules, type SelectedRule } from './packs/select-rules.ts';
import { buildFoldTable, type FoldTable } from './text/fold-table.ts';
import { buildUndisguise, type Undisguise } from './undisguise.ts';

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
  readonly rulesById = new Map<string, SelectedRule>();
  readonly #rulesByDetector = new Map<string, SelectedRule[]>();

  /** @throws RangeError naming the fault when a pack cannot be compiled */
  constructor(packs: readonly CompliancePack[], asOf: string) {
    const tables = ofKind(packs, 'tables')[0];
    this.table = buildFoldTable(tables ?? { fold: '', drop: '', expand: '' });
    for (const selected of rulesInForce(packs, asOf)) {
      this.rulesById.set(selected.rule.id, selected);
      for (const detector of selected.rule.detect) {
        this.#rulesByDetector.set(detector, [...this.rulesOf(detector), selected]);
      }
    }
    const detectors = new Set(this.#rulesByDetector.keys());
    this.grammar = compileGrammar(ofKind(packs, 'words'), ofKind(packs, 'grammar'), { table: this.table, detectors });
    this.undisguise = buildUndisguise(tables, ofKind(packs, 'lexicon-tables')[0], this.grammar);
    const evidence = ofKind(packs, 'evidence')[0];
    if (evidence !== undefined) this.evidence = new EvidenceScale(evidence, this.grammar.classIds);
    this.rewrites = ofKind(packs, 'rewrites')[0];
  }

  /** Rules that a detector is evidence for. */
  rulesOf(detector: string): readonly SelectedRule[] {
    return this.#rulesByDetector.get(detector) ?? [];
  }
}
