import { isAdvertisingSurface } from './advertising-surface.ts';
import { buildFinding, severityOn, type Locale } from './build-finding.ts';
import type { Finding, LintReport } from './finding.ts';
import { compileGrammar, type CompiledGrammar } from './grammar/compile-grammar.ts';
import { lintView, type ViewResult } from './lint-view.ts';
import { decide, mergeFindings } from './merge-findings.ts';
import type { CompliancePack, RewritesPack } from './packs/pack-types.ts';
import { selectRules, type SelectedRule } from './packs/select-rules.ts';
import { readings } from './readings.ts';
import { suggestRewrites, type RewriteHost } from './rewrite/suggest.ts';
import { chunksOf, type Chunk } from './text/chunks.ts';
import { buildFoldTable, type FoldTable } from './text/fold-table.ts';
import { foldText } from './text/fold.ts';
import { textOf, type View } from './text/view.ts';
import { buildUndisguise, type Undisguise } from './undisguise.ts';
import { allowedBy, AllowPhrases, type AllowedRange } from './user/allow-phrases.ts';
import type { AllowPhrase, UserWord } from './user/user-types.ts';
import { UserWords } from './user/user-words.ts';

/** What a linter judges by. */
export interface CompileOptions {
  /** Rules in force on this day (YYYY-MM-DD) apply. */
  asOf: string;
  locale?: Locale;
  userWords?: readonly UserWord[];
  allowPhrases?: readonly AllowPhrase[];
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

function ofKind<K extends CompliancePack['kind']>(
  packs: readonly CompliancePack[],
  kind: K,
): Extract<CompliancePack, { kind: K }>[] {
  return packs.filter((pack): pack is Extract<CompliancePack, { kind: K }> => pack.kind === kind);
}

/** Judges texts by the rules of one day. Pure: the same text and options give the same report. */
export class Linter {
  private readonly table: FoldTable;
  private readonly grammar: CompiledGrammar;
  private readonly rulesByDetector = new Map<string, SelectedRule[]>();
  private readonly rulesById = new Map<string, SelectedRule>();
  private readonly locale: Locale;
  private readonly undisguise: Undisguise;
  private readonly userWords: UserWords;
  private readonly allowPhrases: AllowPhrases;
  private readonly rewrites: RewritesPack | undefined;

  constructor(packs: readonly CompliancePack[], options: CompileOptions) {
    const tables = ofKind(packs, 'tables')[0];
    this.table = buildFoldTable(tables ?? { fold: '', drop: '', expand: '' });
    for (const selected of selectRules(ofKind(packs, 'rules'), options.asOf)) {
      this.rulesById.set(selected.rule.id, selected);
      for (const detector of selected.rule.detect) {
        this.rulesByDetector.set(detector, [...(this.rulesByDetector.get(detector) ?? []), selected]);
      }
    }
    const detectors = new Set(this.rulesByDetector.keys());
    this.grammar = compileGrammar(ofKind(packs, 'words'), ofKind(packs, 'grammar'), { table: this.table, detectors });
    this.undisguise = buildUndisguise(tables, ofKind(packs, 'lexicon-tables')[0], this.grammar);
    this.locale = options.locale ?? 'zh';
    this.userWords = new UserWords(options.userWords ?? [], options.asOf, this.table);
    this.allowPhrases = new AllowPhrases(options.allowPhrases ?? [], options.asOf, this.table);
    this.rewrites = ofKind(packs, 'rewrites')[0];
  }

  /** Judges one text. Linear in its length; never throws, whatever the text holds. */
  lint(text: string, options: LintOptions = {}): LintReport {
    const report = this.judge(text, options.surface);
    if (options.suggest === false || report.decision === 'ok' || text.length > longestRewritten) return report;
    const suggestions = suggestRewrites(text, report.findings, this.rewriteHost(options.surface));
    const findings = report.findings.map((finding) =>
      finding.severity === 'info' ? finding : { ...finding, suggestions },
    );
    return { ...report, findings };
  }

  private judge(text: string, surface: string | undefined): LintReport {
    const findings: Finding[] = this.userWords.findPatterns(text);
    const ranges: AllowedRange[] = [];
    for (const chunk of chunksOf(text)) {
      if (findings.length > mostFindings) break;
      for (const result of readings(chunk.text, this.table, this.undisguise, (view, options) =>
        lintView(view, this.grammar, { ...options, isAdvertising: isAdvertisingSurface(surface) }),
      )) {
        findings.push(...this.toFindings(text, chunk, result, surface));
        if (!this.userWords.isEmpty && result.isText)
          findings.push(...this.userWords.find(text, result.view, chunk.offset));
        if (!this.allowPhrases.isEmpty && result.isText)
          ranges.push(...this.allowPhrases.rangesIn(result.view, chunk.offset));
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

  private toFindings(text: string, chunk: Chunk, result: ViewResult, surface: string | undefined): Finding[] {
    const source = { text, offset: chunk.offset, view: result.view, locale: this.locale };
    return result.detections.flatMap((detection) =>
      (this.rulesByDetector.get(detection.detector.id) ?? []).flatMap((selected) => {
        const severity = severityOn(selected.rule.severity, surface);
        return severity === 'none' ? [] : [buildFinding(detection, selected, severity, source)];
      }),
    );
  }

  private rewriteHost(surface: string | undefined): RewriteHost {
    return {
      judge: (text) => this.judge(text, surface),
      rewritesOf: (finding) => this.rulesById.get(finding.rule)?.rule.rewrite ?? [],
      fold: (text) => this.foldForComparison(text),
      pack: this.rewrites,
      noteOf: (rewrite) => rewrite.note[this.locale],
    };
  }

  private foldForComparison(text: string): string {
    const view: View = foldText(text, this.table);
    return textOf(view);
  }
}

/** Compiles packs into a linter. Throws a RangeError that names the fault when a pack cannot be compiled. */
export function compilePacks(packs: readonly CompliancePack[], options: CompileOptions): Linter {
  return new Linter(packs, options);
}
