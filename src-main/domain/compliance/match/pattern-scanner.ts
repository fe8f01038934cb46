import { inSteps } from '../../shared/in-steps.ts';
import { lastOf } from '../../shared/last-of.ts';
import { UnitSet } from '../text/unit-set.ts';
import { addMatch, type MatchList } from './match-list.ts';
import { NodeTable } from './node-table.ts';
import { StartMarks } from './start-marks.ts';

function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

/** Patterns taken up in one step. */
const patternsPerStep = 1_000;

/**
 * Finds every occurrence of every one of many patterns of 16-bit units, in time linear in text plus matches for patterns
 * of limited length. Marks on pairs of units tell at most places that no pattern starts there. At the others a tree of
 * patterns is walked from its nodes of two units, which are found by both at once: in a language of short words that is
 * mostly all there is to look at. (The failure links of Aho and Corasick save steps only behind long beginnings, and cost
 * a look at one more place in memory at every step.)
 */
export class PatternScanner {
  readonly patternLengths: Int32Array;
  /** Units of the longest pattern. */
  readonly longest: number;
  private readonly marks = new StartMarks();
  /** Units that are patterns alone. */
  private readonly singleUnits = new UnitSet();
  /** For each unit the place in `singleIds` of the pattern that it is alone, counted from 1; 0 for none. */
  private readonly singles = new Uint16Array(0x10000);
  private readonly singleIds: number[] = [];
  /** Nodes of two units, by both. */
  private readonly pairs: NodeTable;
  /** Nodes of more units, by the node before, numbered over both tables, and the class of the last unit. */
  private readonly further: NodeTable;
  private readonly classOf = new Uint16Array(0x10000);
  private classCount = 1;

  private constructor(patterns: readonly string[], pairs: number) {
    this.patternLengths = Int32Array.from(patterns, (pattern) => pattern.length);
    this.longest = this.patternLengths.reduce((most, length) => Math.max(most, length), 0);
    this.pairs = new NodeTable(pairs);
    this.further = new NodeTable(this.patternLengths.reduce((sum, length) => sum + Math.max(length - 2, 0), 0));
  }

  /**
   * `patterns` must be distinct and not empty strings; the id of a pattern is its index, or what `ids` has there: a
   * number not below 0, for whoever would look something up by the index.
   * @throws RangeError when there are more than keys of 32 bits can tell apart: some hundred thousand long ones
   */
  static of(patterns: readonly string[], ids?: Int32Array): PatternScanner {
    return lastOf(PatternScanner.steps(patterns, ids));
  }

  /** {@link of} in steps, for whoever has others to answer in between. */
  static *steps(patterns: readonly string[], ids?: Int32Array): Generator<void, PatternScanner> {
    const pairs = new Set<number>();
    yield* inSteps(patterns, patternsPerStep, (pattern) => {
      pairs.add(pairOf(pattern.charCodeAt(0), pattern.charCodeAt(1)));
    });
    const scanner = new PatternScanner(patterns, pairs.size);
    yield;
    scanner.numberUnits(patterns);
    if ((scanner.pairs.size + scanner.further.size) * scanner.classCount > 2 ** 32)
      throw new RangeError(`${patterns.length} patterns are more than can be looked for at once`);
    yield* inSteps(patterns, patternsPerStep, (pattern, at) => scanner.add(pattern, ids?.[at] ?? at));
    return scanner;
  }

  private numberUnits(patterns: readonly string[]): void {
    for (const pattern of patterns) {
      for (let at = 2; at < pattern.length; at += 1) {
        const unit = pattern.charCodeAt(at);
        if (this.classOf[unit] === 0) this.classOf[unit] = this.classCount++;
      }
    }
  }

  private add(pattern: string, id: number): void {
    const [first, second] = [pattern.charCodeAt(0), pattern.charCodeAt(1)];
    if (pattern.length === 1) {
      this.singleUnits.add(first);
      this.singles[first] = this.singleIds.push(id);
      return;
    }
    const place = this.pairs.add(pairOf(first, second));
    if (pattern.length === 2) {
      this.marks.addPair(first, second);
      this.pairs.endPattern(place, id);
      return;
    }
    this.marks.addThree(first, second, pattern.charCodeAt(2));
    this.addFurther(pattern, id, place);
  }

  private addFurther(pattern: string, id: number, start: number): void {
    const { pairs, further } = this;
    pairs.goOn(start, pattern.charCodeAt(2));
    let place = further.add(this.keyOf(start, pattern.charCodeAt(2)));
    for (let at = 3; at < pattern.length; at += 1) {
      const unit = pattern.charCodeAt(at);
      further.goOn(place, unit);
      place = further.add(this.keyOf(pairs.size + place, unit));
    }
    further.endPattern(place, id);
  }

  private keyOf(node: number, unit: number): number {
    return (node * this.classCount + (this.classOf[unit] ?? 0)) | 0;
  }

  /** Appends the patterns of two or more units that start at `start`, before the last unit of the text. */
  startingAt(units: Uint16Array, start: number, to: number, out: MatchList): void {
    const { pairs, further } = this;
    let node = pairs.find(pairOf(units[start] ?? 0, units[start + 1] ?? 0));
    const pair = pairs.patternAt(node);
    if (pair >= 0) addMatch(out, pair, start + 2);
    let mayGoOn = start + 2 < to && pairs.mayGoOn(node, units[start + 2] ?? 0);
    for (let at = start + 2; mayGoOn; at += 1) {
      const place = further.find(this.keyOf(node, units[at] ?? 0));
      const pattern = further.patternAt(place);
      if (pattern >= 0) addMatch(out, pattern, at + 1);
      mayGoOn = at + 1 < to && further.mayGoOn(place, units[at + 1] ?? 0);
      node = pairs.size + place;
    }
  }

  private addSingle(unit: number, end: number, out: MatchList): void {
    addMatch(out, this.singleIds[(this.singles[unit] ?? 0) - 1] ?? 0, end);
  }

  /** The first place from `from` on where a pattern of two units or more may start, else `to`; appends single units on the way. */
  private skip(units: Uint16Array, from: number, to: number, out: MatchList): number {
    const { marks, singleUnits } = this;
    let first = from < to ? (units[from] ?? 0) : 0;
    let second = from + 1 < to ? (units[from + 1] ?? 0) : 0;
    for (let at = from; at < to; at += 1) {
      const third = at + 2 < to ? (units[at + 2] ?? 0) : 0;
      if (singleUnits.has(first)) this.addSingle(first, at + 1, out);
      if (at + 1 < to && marks.mayStart(first, second, third)) return at;
      first = second;
      second = third;
    }
    return to;
  }

  /** Appends every match in `units[from, to)` to `out`, in order of their ends, of those with one end the longest first. */
  scan(units: Uint16Array, from: number, to: number, out: MatchList): void {
    for (let at = this.skip(units, from, to, out); at < to; at = this.skip(units, at + 1, to, out))
      this.startingAt(units, at, to, out);
  }
}
