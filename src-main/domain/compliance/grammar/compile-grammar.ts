import { inSteps } from '../../shared/in-steps.ts';
import { lastOf } from '../../shared/last-of.ts';
import { PatternScanner } from '../match/pattern-scanner.ts';
import type { DetectorData, GrammarPack, NearbyCondition, Reach, ScopeName, WordsPack } from '../packs/pack-types.ts';
import type { FoldTable } from '../text/fold-table.ts';
import type { Role } from './atoms.ts';
import { ClassRegistry } from './class-registry.ts';
import type { ClassRuns } from './class-runs.ts';
import { type CompiledWord, wordSteps } from './compile-words.ts';
import { ElementTable } from './element-table.ts';
import type { NumberAtom } from './numbers.ts';
import { PatternIndex } from './pattern-index.ts';
import { WordTable } from './word-table.ts';
import { parsePattern } from './pattern.ts';
import type { CompiledPattern } from './sequence.ts';

export interface CompiledPhrase {
  classId: number;
  role: Role | null;
  patterns: CompiledPattern[];
}

export interface CompiledCondition {
  classes: number[];
  within: Reach;
}

export interface CompiledDetector {
  id: string;
  patterns: CompiledPattern[];
  needs: CompiledCondition | null;
  unless: CompiledCondition[];
  unlessBefore: number[];
  unlessAfter: number[];
  ignores: ReadonlySet<ScopeName>;
  over: number | null;
  grows: boolean;
}

/** Vocabulary and grammar ready to run. */
export interface CompiledGrammar {
  classIds: ReadonlyMap<string, number>;
  classRoles: Role[];
  classRuns: ClassRuns;
  /** For each class, the sets of {@link ElementTable.sets} it is in, as a run of `classRuns`. */
  classSets: Int32Array;
  setCount: number;
  words: CompiledWord[];
  /** What a scan needs of each word, side by side: the words themselves lie scattered over memory. */
  wordTable: WordTable;
  /** Finds words; what it gives as the id of a word is its entry in `wordTable`. */
  matcher: PatternScanner;
  /** Classes of each kind of number, as runs. */
  numberClasses: Record<NumberAtom['className'], number>;
  /** Of the patterns of phrases and detectors. */
  elements: ElementTable;
  phrases: CompiledPhrase[];
  detectors: CompiledDetector[];
  /** All patterns of the detectors. */
  patterns: PatternIndex;
}

/** Classes that scanners and masks produce rather than word lists. */
export const builtInClasses: readonly [string, Role][] = [
  ['NUM', 'none'],
  ['MONEY', 'reward'],
  ['PERCENT', 'none'],
  ['SPAN', 'condition'],
  ['COUNT', 'none'],
  ['PERSONS', 'none'],
  ['DISCOUNT', 'none'],
  ['URL', 'none'],
  ['TOKEN', 'token'],
  ['OFFICIAL', 'token'],
  ['ADSURFACE', 'none'],
];

function numberClasses(registry: ClassRegistry): CompiledGrammar['numberClasses'] {
  const runOf = (...names: NumberAtom['className'][]): number =>
    registry.runs.of(names.map((name) => registry.resolve(name)));
  return {
    NUM: runOf('NUM'),
    MONEY: runOf('MONEY'),
    PERCENT: runOf('PERCENT'),
    SPAN: runOf('SPAN'),
    COUNT: runOf('COUNT'),
    PERSONS: runOf('PERSONS', 'COUNT'),
    DISCOUNT: runOf('DISCOUNT'),
  };
}

type Macros = ReadonlyMap<string, readonly string[]>;

const macroCall = /^([A-Z0-9_]+)\(([A-Z0-9_|]+)\)$/;

function expandMacro(source: string, macros: Macros): readonly string[] {
  const call = macroCall.exec(source.trim());
  if (call === null) return [source];
  const body = macros.get(call[1] ?? '');
  if (body === undefined) throw new RangeError(`unknown macro in ${source}`);
  return body.map((pattern) => pattern.replaceAll('@', call[2] ?? ''));
}

/** Adds the elements of the patterns to those of the registry. */
function compilePatterns(sources: readonly string[], registry: ClassRegistry, macros: Macros): CompiledPattern[] {
  return sources
    .flatMap((source) => expandMacro(source, macros))
    .flatMap(parsePattern)
    .map((pattern) => {
      const from = registry.elements.length;
      for (const { classes, gap } of pattern.elements) {
        const ids = classes.map((name) => registry.resolve(name));
        const without = gap.without.map((name) => registry.resolve(name));
        registry.elements.push({ classes: ids, set: registry.setOf(ids), max: gap.max, crosses: gap.crosses, without });
      }
      const { source, atStart, atEnd } = pattern;
      return { source, from, to: registry.elements.length, atStart, atEnd };
    });
}

function compileCondition(condition: NearbyCondition, registry: ClassRegistry): CompiledCondition {
  return { classes: condition.classes.map((name) => registry.resolve(name)), within: condition.within };
}

function compileDetector(data: DetectorData, registry: ClassRegistry, macros: Macros): CompiledDetector {
  return {
    id: data.id,
    patterns: compilePatterns(data.patterns, registry, macros),
    needs: data.needs === undefined ? null : compileCondition(data.needs, registry),
    unless: (data.unless ?? []).map((condition) => compileCondition(condition, registry)),
    unlessBefore: (data.unlessBefore ?? []).map((name) => registry.resolve(name)),
    unlessAfter: (data.unlessAfter ?? []).map((name) => registry.resolve(name)),
    ignores: new Set(data.ignores ?? []),
    over: data.over ?? null,
    grows: data.grows ?? false,
  };
}

/** Classes whose sets are listed in one step. */
const classesPerStep = 200;

interface GrammarOptions {
  table: FoldTable;
  /** Detectors that rules ask for; the others are left out. */
  detectors: ReadonlySet<string>;
}

/** Compiles vocabulary and grammar; phrases run in the order given. Throws a RangeError that names what is wrong. */
export function compileGrammar(
  wordPacks: readonly WordsPack[],
  grammarPacks: readonly GrammarPack[],
  options: GrammarOptions,
): CompiledGrammar {
  return lastOf(grammarSteps(wordPacks, grammarPacks, options));
}

/** {@link compileGrammar} in steps, for whoever has others to answer in between. */
export function* grammarSteps(
  wordPacks: readonly WordsPack[],
  grammarPacks: readonly GrammarPack[],
  options: GrammarOptions,
): Generator<void, CompiledGrammar> {
  const registry = new ClassRegistry();
  for (const [name, role] of builtInClasses) registry.define(name, role);
  const words = yield* wordSteps(wordPacks, registry, options.table);
  yield;
  const macros = new Map(grammarPacks.flatMap((pack) => Object.entries(pack.macros ?? {})));
  const phraseData = grammarPacks.flatMap((pack) => pack.phrases);
  for (const phrase of phraseData) registry.define(phrase.as, phrase.role ?? 'none');
  const phrases = phraseData.map((phrase) => ({
    classId: registry.resolve(phrase.as),
    role: phrase.role ?? null,
    patterns: compilePatterns(phrase.patterns, registry, macros),
  }));
  yield;
  const detectors = grammarPacks
    .flatMap((pack) => pack.detectors)
    .filter((detector) => options.detectors.has(detector.id))
    .map((detector) => compileDetector(detector, registry, macros));
  yield;
  const wordTable = new WordTable(words, registry.ids.get('COVER'));
  yield;
  const classSets = new Int32Array(registry.setsOf.length);
  yield* inSteps(registry.setsOf, classesPerStep, (sets, id) => {
    classSets[id] = registry.runs.of(sets);
  });
  yield;
  const elements = new ElementTable(registry.elements, registry.runs);
  yield;
  const matcher = yield* PatternScanner.steps(
    words.map((word) => word.text),
    wordTable.entries,
  );
  yield;
  return {
    classIds: registry.ids,
    classRoles: registry.roles,
    classRuns: registry.runs,
    classSets,
    setCount: registry.setCount,
    words,
    wordTable,
    numberClasses: numberClasses(registry),
    matcher,
    elements,
    phrases,
    detectors,
    patterns: new PatternIndex(detectors, elements),
  };
}
