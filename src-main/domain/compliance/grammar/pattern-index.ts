import type { CompiledDetector } from './compile-grammar.ts';
import type { CompiledPattern } from './sequence.ts';

interface Entry {
  detector: CompiledDetector;
  pattern: CompiledPattern;
}

/** Patterns of all detectors with what they need side by side: of hundreds, a text can match but a few. */
export class PatternIndex {
  private readonly entries: readonly Entry[];
  /** {@link CompiledPattern.sets} of all entries, and where each entry's end. */
  private readonly sets: Uint16Array;
  private readonly ends: Uint32Array;

  constructor(detectors: readonly CompiledDetector[]) {
    this.entries = detectors.flatMap((detector) => detector.patterns.map((pattern) => ({ detector, pattern })));
    this.sets = Uint16Array.from(this.entries.flatMap(({ pattern }) => [...pattern.sets]));
    this.ends = new Uint32Array(this.entries.length);
    let end = 0;
    for (const [at, { pattern }] of this.entries.entries()) this.ends[at] = end += pattern.sets.length;
  }

  /** Patterns of which every place has an atom, in the order of the detectors. */
  possible(presentSets: Uint8Array): Entry[] {
    const { entries, sets, ends } = this;
    const out: Entry[] = [];
    let from = 0;
    for (let entry = 0; entry < ends.length; entry += 1) {
      const end = ends[entry] ?? 0;
      let at = from;
      while (at < end && presentSets[sets[at] ?? 0] === 1) at += 1;
      from = end;
      const found = at === end ? entries[entry] : undefined;
      if (found !== undefined) out.push(found);
    }
    return out;
  }
}
