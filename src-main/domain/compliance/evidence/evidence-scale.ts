import type { SequenceContext } from '../grammar/sequence.ts';
import type { EvidencePack } from '../packs/pack-types.ts';
import {
  classKey,
  evidenceWindows,
  keyOfGram,
  sumOfGrams,
  visitEnds,
  visitEvidence,
  weighGrams,
  type EvidenceWindow,
} from './evidence-features.ts';

/** A window whose sum passed the threshold. */
export interface WeighedWindow extends EvidenceWindow {
  /** Sum over the threshold, in log-odds. */
  score: number;
  /** Detector of the kind of violation it reads most like. */
  detector: string;
}

/** What a pointer counts that itself weighs little. */
const leastVote = 0.2;

/** Open-addressing table from 32-bit keys to weights and groups: one look-up per character, no allocation. */
class KeyTable {
  private readonly mask: number;
  /** Index by key for single characters, the commonest keys. */
  private readonly singles = new Int32Array(0x10000);
  /** Key and index of each slot side by side: one look at memory. */
  private readonly slots: Int32Array;
  /** In units of the pack: sums stay whole numbers until the end. */
  readonly weight: Int16Array;
  readonly groups: Int32Array;
  private size = 1;

  constructor(capacity: number) {
    let slots = 64;
    while (slots < capacity * 2) slots *= 2;
    this.mask = slots - 1;
    this.slots = new Int32Array(slots * 2);
    this.weight = new Int16Array(capacity + 1);
    this.groups = new Int32Array(capacity + 1);
  }

  private slotOf(key: number): number {
    const { slots, mask } = this;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** Index of a key, 0 when it carries no weight. */
  find(key: number): number {
    const single = this.singles[key];
    return single === undefined ? (this.slots[this.slotOf(key | 0) * 2 + 1] ?? 0) : single;
  }

  add(key: number): number {
    const slot = this.slotOf(key | 0);
    const known = this.slots[slot * 2 + 1] ?? 0;
    if (known !== 0) return known;
    const index = this.size;
    this.size += 1;
    if (key >>> 16 === 0) this.singles[key] = index;
    this.slots[slot * 2] = key | 0;
    this.slots[slot * 2 + 1] = index;
    return index;
  }
}

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
  /** Classes that carry weight. */
  private readonly classIds: number[] = [];
  /** Where each key was last seen, counted over all views: places below {@link base} are of earlier ones. */
  private readonly lastAt: Int32Array;
  private base = 1;

  constructor(pack: EvidencePack, classes: ReadonlyMap<string, number>) {
    this.pack = pack;
    const entries = pack.weights.map(({ w, grams }) => ({ w, grams: listed(grams) }));
    const capacity = entries.reduce((sum, entry) => sum + entry.grams.length, 1);
    this.table = new KeyTable(capacity);
    this.lastAt = new Int32Array(capacity + 1);
    for (const { w, grams } of entries) {
      for (const gram of grams) {
        const key = this.keyOf(gram, classes);
        if (key !== null) this.table.weight[this.table.add(key)] = w;
      }
    }
    for (const [group, { points }] of pack.groups.entries()) {
      for (const gram of listed(points)) {
        const index = this.table.find(this.keyOf(gram, classes) ?? 0);
        if (index !== 0) this.table.groups[index] = (this.table.groups[index] ?? 0) | (1 << group);
      }
    }
  }

  private keyOf(gram: string, classes: ReadonlyMap<string, number>): number | null {
    if (gram.length < 3 || !gram.startsWith('#')) return keyOfGram(gram);
    const id = classes.get(gram.slice(1));
    if (id === undefined) return null;
    if (!this.classIds.includes(id)) this.classIds.push(id);
    return classKey(id);
  }

  /** The windows of a view that read like a violation, in order. */
  weigh(context: SequenceContext): WeighedWindow[] {
    const windows = evidenceWindows(context);
    const sums = this.addClasses(context, windows);
    this.addGrams(context, windows, sums);
    return windows.flatMap((window, at) => {
      const sum = ((sums[at] ?? 0) * this.pack.unit) / Math.sqrt(1 + window.to - window.from);
      const score = this.pack.bias + sum - this.pack.threshold;
      return score > 0 ? [{ ...window, score, detector: this.detectorOf(context, window) }] : [];
    });
  }

  /** For each window, the weights of the classes with a word in it. */
  private addClasses(context: SequenceContext, windows: readonly EvidenceWindow[]): Float64Array {
    const sums = new Float64Array(windows.length);
    for (const id of this.classIds) {
      const atoms = context.atoms.of(id);
      if (atoms.length === 0) continue;
      const value = this.table.weight[this.table.find(classKey(id))] ?? 0;
      let next = 0;
      for (const [at, { from, to }] of windows.entries()) {
        while (next < atoms.length && (atoms[next]?.start ?? 0) < from) next += 1;
        if (next === atoms.length) break;
        if ((atoms[next]?.end ?? 0) <= to) sums[at] = (sums[at] ?? 0) + value;
      }
    }
    return sums;
  }

  /** Adds the weights of the characters and pairs of each window, every one once. */
  private addGrams(context: SequenceContext, windows: readonly EvidenceWindow[], sums: Float64Array): void {
    const { table, lastAt } = this;
    if (this.base > 2 ** 30) {
      lastAt.fill(0);
      this.base = 1;
    }
    const { base } = this;
    this.base += context.length;
    const found = weighGrams(context, (key, at, { weight, before }) => {
      const index = table.find(key);
      if (index === 0) return;
      weight[at] = table.weight[index] ?? 0;
      before[at] = Math.max((lastAt[index] ?? 0) - base, -1);
      lastAt[index] = base + at;
    });
    for (const [at, window] of windows.entries()) {
      let sum = sumOfGrams(context, window, found);
      visitEnds(context, window, (key) => (sum += table.weight[table.find(key)] ?? 0));
      sums[at] = (sums[at] ?? 0) + sum;
    }
  }

  /** Detector of the group that most of the weight points to. */
  private detectorOf(context: SequenceContext, window: EvidenceWindow): string {
    const votes = new Float64Array(this.pack.groups.length);
    const keys = new Set<number>();
    visitEvidence(context, window, this.classIds, (key) => keys.add(key | 0));
    for (const key of keys) {
      const index = this.table.find(key);
      const members = this.table.groups[index] ?? 0;
      for (let group = 0; members >>> group !== 0; group += 1) {
        if (((members >>> group) & 1) === 1)
          votes[group] = (votes[group] ?? 0) + Math.max((this.table.weight[index] ?? 0) * this.pack.unit, leastVote);
      }
    }
    return this.pack.groups[votes.indexOf(Math.max(...votes))]?.detector ?? '';
  }

  /** What each unit of the window adds to the sum; a pair counts where it ends. */
  contributions(context: SequenceContext, window: EvidenceWindow): Float64Array {
    const out = new Float64Array(window.to - window.from);
    visitEvidence(context, window, [], (key, at) => {
      const value = this.table.weight[this.table.find(key)] ?? 0;
      out[at - window.from] = (out[at - window.from] ?? 0) + value * this.pack.unit;
    });
    return out;
  }
}
