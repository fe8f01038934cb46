import type { AtomTable } from '../grammar/atom-table.ts';
import type { SequenceContext } from '../grammar/sequence.ts';
import type { EvidencePack } from '../packs/pack-types.ts';
import {
  classKey,
  closeMark,
  goesOn,
  gramKey,
  keyOfGram,
  openMark,
  plainUnit,
  visitEvidence,
} from './evidence-features.ts';
import { evidenceWindows, type EvidenceWindow } from './evidence-windows.ts';
import { addGrams } from './gram-sums.ts';
import { countLimit, KeyTable } from './key-table.ts';
import { WindowSums } from './window-sums.ts';

/** A window with its sum. */
export interface WeighedWindow extends EvidenceWindow {
  /** In log-odds: above the threshold it reads like a violation, below 0 it speaks against one. */
  weight: number;
}

/** What is known of a view once its windows are weighed. */
interface ViewEvidence {
  /** The classes that carry weight and have words there, in a fixed order: sums of fractions depend on it. */
  classes: readonly number[];
  /** For each unit the entry of the pair that ends there. */
  pairs: Int32Array;
}

/** What a pointer counts that itself weighs little. */
const leastVote = 0.2;

/** Grams whose weights are taken up in one step. */
const gramsPerStep = 8_000;

function listed(words: string): string[] {
  return words.split(' ').filter((word) => word !== '');
}

/**
 * Adds up, over characters, pairs and word classes of a window, how far each speaks for or against a violation: a
 * second opinion on sentences that no pattern describes. Linear in the window.
 */
export class EvidenceScale {
  private readonly table: KeyTable;
  private readonly pack: EvidencePack;
  private readonly outweighed: ReadonlySet<string>;
  /** Classes that carry weight. */
  private readonly classIds: number[] = [];
  private readonly views = new WeakMap<AtomTable, ViewEvidence>();
  /** What the units of windows add, for those that were asked for: several matches in a window ask for the same. */
  private readonly sums = new WeakMap<WeighedWindow, Float64Array>();
  /** Windows are numbered over all views: those below this one are of earlier views. */
  private base = 0;

  private constructor(pack: EvidencePack, capacity: number) {
    this.pack = pack;
    this.outweighed = new Set(listed(pack.outweighs));
    this.table = new KeyTable(capacity);
  }

  /** The scale of a pack, in steps, for whoever has others to answer in between. */
  static *steps(pack: EvidencePack, classes: ReadonlyMap<string, number>): Generator<void, EvidenceScale> {
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
    const scale = new EvidenceScale(pack, capacity);
    yield;
    let added = 0;
    for (const { w, grams } of entries) {
      for (const gram of grams) {
        const key = scale.keyOf(gram, classes);
        if (key !== null) scale.table.setWeight(scale.table.add(key), w);
        added += 1;
        if (added % gramsPerStep === 0) yield;
      }
    }
    yield;
    for (const [group, { points }] of pack.groups.entries()) {
      for (const gram of listed(points)) {
        const entry = scale.table.find(scale.keyOf(gram, classes) ?? 0);
        if (entry !== 0) scale.table.addGroup(entry, group);
      }
      yield;
    }
    return scale;
  }

  private keyOf(gram: string, classes: ReadonlyMap<string, number>): number | null {
    if (gram.length < 3 || !gram.startsWith('#')) return keyOfGram(gram);
    const id = classes.get(gram.slice(1));
    if (id === undefined) return null;
    if (!this.classIds.includes(id)) this.classIds.push(id);
    return classKey(id);
  }

  /** What a stretch must weigh to read like a violation. */
  get threshold(): number {
    return this.pack.threshold;
  }

  /** A sentence that weighs less is too harmless for a match in it to count. */
  get harmless(): number {
    return this.pack.harmless;
  }

  /** Whether a harmless sentence makes a match of the detector a coincidence: a code or an address is none. */
  outweighs(detector: string): boolean {
    return this.outweighed.has(detector);
  }

  private viewOf({ table, length }: SequenceContext): ViewEvidence {
    const known = this.views.get(table);
    if (known !== undefined) return known;
    const classes = this.classIds.filter((id) => table.has(id));
    const view = { classes, pairs: table.atoms.memory.int32(length) };
    this.views.set(table, view);
    return view;
  }

  /** The windows of a view in order, each weighed. */
  weigh(context: SequenceContext): WeighedWindow[] {
    const windows = evidenceWindows(context);
    const sums = new WindowSums(windows, context.length, context.table.atoms.memory);
    this.addClasses(context, sums);
    this.addGrams(context, windows, sums);
    const total = sums.total();
    const out: WeighedWindow[] = [];
    for (const [at, { from, to }] of windows.entries())
      out.push({ from, to, weight: this.weightOf((total[at] ?? 0) * this.pack.unit, to - from) });
    return out;
  }

  /** Adds the weights of the classes with a word in each window: the first of those it holds to the end counts. */
  private addClasses(context: SequenceContext, sums: WindowSums): void {
    const { lists, atoms } = context.table;
    const { begun, ended } = sums;
    for (const id of this.viewOf(context).classes) {
      const weight = this.table.weightOf(this.table.find(classKey(id)));
      const last = lists.to[id] ?? 0;
      let before = -1;
      for (let place = lists.from[id] ?? 0; place < last; place += 1) {
        const start = lists.starts[place] ?? 0;
        const end = atoms.endOf(lists.order[place] ?? 0);
        sums.add(weight, Math.max(begun[before + 1] ?? 0, ended[end] ?? 0), begun[start + 1] ?? 0);
        before = start;
      }
    }
  }

  /** Adds the weights of the characters and pairs of each window. */
  private addGrams(context: SequenceContext, windows: readonly EvidenceWindow[], sums: WindowSums): void {
    if (this.base + windows.length >= countLimit) {
      this.table.forget();
      this.base = 0;
    }
    const { table, base } = this;
    this.base += windows.length;
    addGrams(context, windows, sums, { table, base, pairs: this.viewOf(context).pairs });
  }

  /** Detector of the kind of violation that most of the weight of a window points to. */
  detectorOf(context: SequenceContext, window: EvidenceWindow): string {
    const votes = new Float64Array(this.pack.groups.length);
    const keys = new Set<number>();
    visitEvidence(context, window, this.viewOf(context).classes, (key) => keys.add(key | 0));
    for (const key of keys) {
      const entry = this.table.find(key);
      const members = this.table.groupsOf(entry);
      for (let group = 0; members >>> group !== 0; group += 1) {
        if (((members >>> group) & 1) === 1)
          votes[group] = (votes[group] ?? 0) + Math.max(this.table.weightOf(entry) * this.pack.unit, leastVote);
      }
    }
    return this.pack.groups[votes.indexOf(Math.max(...votes))]?.detector ?? '';
  }

  /** What each unit of the window adds to the sum: a pair where it ends, a class where its first word begins. */
  contributions(context: SequenceContext, window: WeighedWindow): Float64Array {
    const known = this.sums.get(window);
    if (known !== undefined) return known;
    const out = new Float64Array(window.to - window.from);
    this.sums.set(window, out);
    const add = (at: number, entry: number): void => {
      const value = this.table.weightOf(entry) * this.pack.unit;
      out[at - window.from] = (out[at - window.from] ?? 0) + value;
    };
    const { classes, pairs } = this.viewOf(context);
    const { table, units } = context;
    let last = openMark;
    for (let at = window.from; at < window.to; at += 1) {
      const unit = plainUnit(units[at] ?? 0);
      if (goesOn(last, unit)) continue;
      add(at, unit);
      add(at, at === window.from ? this.table.find(gramKey(openMark, unit)) : (pairs[at] ?? 0));
      last = unit;
    }
    add(window.to - 1, this.table.find(gramKey(last, closeMark)));
    for (const id of classes) {
      const atom = table.within(id, window.from, window.to);
      if (atom >= 0) add(table.atoms.startOf(atom), this.table.find(classKey(id)));
    }
    return out;
  }

  /** What a stretch that adds up to `sum` weighs by itself, in log-odds. */
  weightOf(sum: number, units: number): number {
    return this.pack.bias + sum / Math.sqrt(1 + units);
  }
}
