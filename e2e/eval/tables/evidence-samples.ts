import { CompiledRules } from '#domain/compliance/compiled-rules';
import { visitEvidence } from '#domain/compliance/evidence/evidence-features';
import { evidenceWindows, sentencesWithin } from '#domain/compliance/evidence/evidence-windows';
import { lintView } from '#domain/compliance/lint-view';
import { Linter } from '#domain/compliance/linter';
import { readings } from '#domain/compliance/readings';
import { ownArrays } from '#domain/compliance/text/memory';
import { spanOf } from '#domain/compliance/text/view';
import { readShippedPacks } from '../compliance-packs.ts';
import { readBackground, readSplits } from '../corpus-items.ts';

/** One window or sentence of a labelled text. */
export interface Sample {
  /** Labelled file, or the source of a background line. */
  split: string;
  /** Text the window is of; a text is flagged when one of its windows is. */
  text: number;
  isViolation: boolean;
  /** What the patterns say about the text. */
  isFlagged: boolean;
  isBackground: boolean;
  /** A sentence without those around it. */
  isAlone: boolean;
  /** Category the text was labelled with or answered with, where one is known. */
  category: string | null;
  /** Every occurrence. */
  keys: number[];
  length: number;
}

const asOf = '2026-11-23';
/** Sources of background that hold spam among other things. */
const mixedSources = new Set(['FBS_SMS']);

/** Labels that say where a text was found or how it was made, not what is wrong with it. */
const vague = new Set(['adversarial', 'false-claim']);

interface Source {
  split: string;
  text: string;
  surface?: string;
  categories: readonly string[];
  evidence: readonly string[];
  isViolation: boolean;
  isBackground: boolean;
  isDisguised: boolean;
}

function readSources(): Source[] {
  const labelled = readSplits().flatMap((split) =>
    split.items.map((item) => ({
      split: split.name,
      text: item.text,
      ...(item.surface === undefined ? {} : { surface: item.surface }),
      categories: item.categories,
      evidence: item.evidence ?? [],
      isViolation: item.label === 'violation',
      isBackground: false,
      isDisguised: item.obfuscated === true,
    })),
  );
  const background = readBackground()
    .filter((line) => !mixedSources.has(line.source))
    .map(({ source, text }) => ({
      split: source,
      text: text.slice(0, 2000),
      categories: [],
      evidence: [],
      isViolation: false,
      isBackground: true,
      isDisguised: false,
    }));
  return [...labelled, ...background];
}

/** All labelled texts and background lines as windows, with the vocabulary they were read by. */
export function readSamples(): { samples: Sample[]; classNames: string[] } {
  const packs = readShippedPacks().filter((pack) => pack.kind !== 'evidence');
  const rules = CompiledRules.of(packs, asOf);
  const linter = new Linter(rules, { asOf });
  // The linter below judges while the readings are still in use.
  const tools = { table: rules.table, grammar: rules.grammar, undisguise: rules.undisguise, memory: ownArrays };
  const classNames = [...rules.grammar.classIds.keys()];
  const { ids } = rules.grammar.classRuns;
  const samples = readSources().flatMap((source, text) => {
    const views = readings(source.text, tools, (view, options) => lintView(view, rules.grammar, options)).filter(
      (reading) => reading.isText,
    );
    const reading = (source.isDisguised ? views[1] : undefined) ?? views[0];
    if (reading === undefined) return [];
    const { findings, decision } = linter.lint(source.text, {
      suggest: false,
      ...(source.surface === undefined ? {} : { surface: source.surface }),
    });
    const answered = findings.find((finding) => finding.severity !== 'info')?.category;
    const named = source.categories.find((category) => !vague.has(category));
    const proofs = source.evidence.flatMap((piece) => {
      const start = source.text.indexOf(piece);
      return start < 0 ? [] : [{ start, end: start + piece.length }];
    });
    const windows = evidenceWindows(reading.context);
    const sentences = sentencesWithin(reading.context, windows);
    return [...windows, ...sentences].flatMap((window): Sample[] => {
      const span = spanOf(reading.view, window.from, window.to);
      const isTouched = proofs.length === 0 || proofs.some(({ start, end }) => start < span.end && span.start < end);
      if (source.isViolation && windows.length + sentences.length > 1 && !isTouched) return [];
      const keys: number[] = [];
      visitEvidence(reading.context, window, ids, (key) => keys.push(key));
      return [
        {
          split: source.split,
          text,
          isViolation: source.isViolation,
          isFlagged: decision !== 'ok',
          isBackground: source.isBackground,
          isAlone: sentences.includes(window),
          category: source.isViolation ? (answered ?? named ?? null) : null,
          keys,
          length: window.to - window.from,
        },
      ];
    });
  });
  return { samples, classNames };
}
