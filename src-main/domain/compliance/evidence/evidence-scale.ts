import type { CompiledGrammar } from '../grammar/compile-grammar.ts';
import { endOfRun, startOfRun } from '../grammar/class-runs.ts';
import type { SequenceContext } from '../grammar/sequence.ts';
import type { EvidencePack } from '../packs/pack-types.ts';
import { classKey, closeMark, gramKey, keyOfGram, openMark, plainUnit, visitEvidence } from './evidence-features.ts';
import { evidenceWindows, sentencesWithin, type EvidenceWindow } from './evidence-windows.ts';
import { GramTable } from './gram-table.ts';

/** A window with its sum. */
export interface WeighedWindow extends EvidenceWindow {
  /** In log-odds: above the threshold it reads like a violation, below 0 it speaks against one. */
  weight: number;
}

/** What the windows of a view weigh, and what of a view adds how much. */
export interface WeighedView {
  /** In the order of the text. */
  windows: readonly WeighedWindow[];
  /** Those that windows weigh only together with others. */
  sentences: readonly WeighedWindow[];
  /** For each unit of the view, and the place behind, what those before it add; in units of the pack. */
  before: Int32Array;
}

/** What a pointer counts that itself weighs little. */
const leastVote = 0.2;

/** Grams whose weights are taken up in one step. */
const gramsPerStep = 8_000;

function listed(words: string): string[] {
  return words.split(' ').filter((word) => word !== '');
}

/** What the scale needs of the vocabulary. */
type Classes = Pick<CompiledGrammar, 'classIds' | 'classRuns'>;

function keyOf(gram: string, { classIds }: Classes): number | null {
  if (gram.length < 3 || !gram.startsWith('#')) return keyOfGram(gram);
  const id = classIds.get(gram.slice(1));
  return id === undefined ? null : classKey(id);
}

/** For each place in the lists of classes, what those before it weigh together: a list weighs a difference of two. */
function sumClasses(ids: Uint16Array, grams: GramTable): Int32Array {
  const out = new Int32Array(ids.length + 1);
  for (const [at, id] of ids.entries()) out[at + 1] = (out[at] ?? 0) + grams.weightOf(classKey(id));
  return out;
}

/**
 * Adds up, over characters, pairs and word classes of a window, how far each speaks for or against a violation: a
 * second opinion on sentences that no pattern describes. Each counts as often as it is there, so that one pass over a
 * view is enough for all its windows.
 */
export class EvidenceScale {
  private readonly pack: EvidencePack;
  private readonly outweighed: ReadonlySet<string>;
  private readonly grams: GramTable;
  private readonly classSums: Int32Array;
  private readonly classIds: Uint16Array;
  /** A bit for each group that a gram or class points to, by its key. */
  private readonly groups: ReadonlyMap<number, number>;

  private constructor(
    pack: EvidencePack,
    grams: GramTable,
    groups: ReadonlyMap<number, number>,
    classIds: Uint16Array,
  ) {
    this.pack = pack;
    this.outweighed = new Set(listed(pack.outweighs));
    this.grams = grams;
    this.groups = groups;
    this.classIds = classIds;
    this.classSums = sumClasses(classIds, grams);
  }

  /**
   * The scale of a pack, in steps, for whoever has others to answer in between.
   * @throws RangeError when the pack has more pairs of characters than can be told apart
   */
  static *steps(pack: EvidencePack, classes: Classes): Generator<void, EvidenceScale> {
    const entries: { w: number; grams: string[] }[] = [];
    let capacity = 1;
    let taken = 0;
    for (const { w, grams } of pack.weights) {
      entries.push({ w, grams: listed(grams) });
      capacity += entries.at(-1)?.grams.length ?? 0;
      if (capacity - taken < gramsPerStep) continue;
      taken = capacity;
      yield;
    }
    const table = new GramTable(capacity);
    yield;
    let added = 0;
    for (const { w, grams } of entries) {
      for (const gram of grams) {
        const key = keyOf(gram, classes);
        if (key !== null) table.setWeight(key, w);
        added += 1;
        if (added % gramsPerStep === 0) yield;
      }
    }
    yield;
    const groups = new Map<number, number>();
    for (const [group, { points }] of pack.groups.entries()) {
      for (const gram of listed(points)) {
        const key = keyOf(gram, classes);
        if (key !== null) groups.set(key, (groups.get(key) ?? 0) | (1 << group));
      }
      yield;
    }
    return new EvidenceScale(pack, table, groups, classes.classRuns.ids);
  }

  /** What a stretch must weigh to read like a violation. */
  get threshold(): number {
    return this.pack.threshold;
  }

  /** By how much more a sentence must that is read without those around it. */
  get alone(): number {
    return this.pack.alone;
  }

  /** Words that weigh less are too harmless for a match in them to count. */
  get harmless(): number {
    return this.pack.harmless;
  }

  /** Whether a harmless sentence makes a match of the detector a coincidence: a code or an address is none. */
  outweighs(detector: string): boolean {
    return this.outweighed.has(detector);
  }

  /** The windows and sentences of a view, each weighed. The sums last as long as the view. */
  weigh(context: SequenceContext): WeighedView {
    const before = this.sumUnits(context);
    const weighed = ({ from, to }: EvidenceWindow): WeighedWindow => {
      const sum = this.sumWithin(context, before, { from, to });
      return { from, to, weight: this.weightOf(sum, to - from) };
    };
    const windows = evidenceWindows(context);
    return { windows: windows.map(weighed), sentences: sentencesWithin(context, windows).map(weighed), before };
  }

  /** The entries of the pairs that end at each unit: fetched side by side, where a look at each would wait for it. */
  private entriesOf({ table, units, length }: SequenceContext): Int32Array {
    const { grams } = this;
    const out = table.atoms.memory.int32(length);
    let last = openMark;
    for (let at = 0; at < length; at += 1) {
      const unit = plainUnit(units[at] ?? 0);
      out[at] = grams.entryOf(gramKey(last, unit));
      last = unit;
    }
    return out;
  }

  /** What all units before each add: characters, pairs where they end, classes where their words begin. */
  private sumUnits(context: SequenceContext): Int32Array {
    const { grams, classSums } = this;
    const { units, length } = context;
    const { atoms } = context.table;
    const entries = this.entriesOf(context);
    const out = atoms.memory.int32(length + 2);
    for (let atom = 0; atom < atoms.length; atom += 1) {
      const run = atoms.classes[atom] ?? 0;
      const place = (atoms.start[atom] ?? 0) + 1;
      out[place] = (out[place] ?? 0) + (classSums[endOfRun(run)] ?? 0) - (classSums[startOfRun(run)] ?? 0);
    }
    let sum = 0;
    let last = openMark;
    for (let at = 0; at < length; at += 1) {
      const unit = plainUnit(units[at] ?? 0);
      const pair = grams.weightBehind(entries[at] ?? 0, gramKey(last, unit));
      sum += (out[at + 1] ?? 0) + grams.weightOfCharacter(unit) + pair;
      out[at + 1] = sum;
      last = unit;
    }
    return out;
  }

  /** What a window adds up to, in log-odds: at its ends stand marks instead of the units outside. */
  private sumWithin({ units }: SequenceContext, before: Int32Array, { from, to }: EvidenceWindow): number {
    const { grams } = this;
    const first = plainUnit(units[from] ?? 0);
    const outside = from === 0 ? openMark : plainUnit(units[from - 1] ?? 0);
    const opening = grams.weightOfPair(gramKey(openMark, first)) - grams.weightOfPair(gramKey(outside, first));
    const closing = grams.weightOfPair(gramKey(plainUnit(units[to - 1] ?? 0), closeMark));
    return ((before[to] ?? 0) - (before[from] ?? 0) + opening + closing) * this.pack.unit;
  }

  /** What units `[from, to)` add to the windows they are in, in log-odds. */
  sumOf({ before }: WeighedView, from: number, to: number): number {
    return ((before[to] ?? 0) - (before[from] ?? 0)) * this.pack.unit;
  }

  /** Detector of the kind of violation that most of the weight of a window points to. */
  detectorOf(context: SequenceContext, window: EvidenceWindow): string {
    const votes = new Float64Array(this.pack.groups.length);
    const keys = new Set<number>();
    visitEvidence(context, window, this.classIds, (key) => keys.add(key));
    for (const key of keys) {
      const members = this.groups.get(key) ?? 0;
      const vote = Math.max(this.grams.weightOf(key) * this.pack.unit, leastVote);
      for (let group = 0; members >>> group !== 0; group += 1) {
        if (((members >>> group) & 1) === 1) votes[group] = (votes[group] ?? 0) + vote;
      }
    }
    return this.pack.groups[votes.indexOf(Math.max(...votes))]?.detector ?? '';
  }

  /** What a stretch that adds up to `sum` weighs by itself, in log-odds. */
  weightOf(sum: number, units: number): number {
    return this.pack.bias + sum / Math.sqrt(1 + units);
  }
}
