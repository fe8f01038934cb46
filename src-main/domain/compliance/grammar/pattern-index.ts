import type { Blocks } from './blocks.ts';
import type { CompiledDetector } from './compile-grammar.ts';
import type { CompiledPattern } from './sequence.ts';

interface Entry {
  detector: CompiledDetector;
  pattern: CompiledPattern;
}

/** Patterns of all detectors with what they need side by side: of hundreds, a text can match but a few. */
export class PatternIndex {
  private readonly entries: readonly Entry[];
  /** {@link CompiledPattern.sets} and {@link CompiledPattern.gaps} of all entries, and where each entry's end. */
  private readonly sets: Uint16Array;
  private readonly gaps: Uint16Array;
  private readonly ends: Uint32Array;

  constructor(detectors: readonly CompiledDetector[]) {
    this.entries = detectors.flatMap((detector) => detector.patterns.map((pattern) => ({ detector, pattern })));
    this.sets = Uint16Array.from(this.entries.flatMap(({ pattern }) => [...pattern.sets]));
    this.gaps = Uint16Array.from(this.entries.flatMap(({ pattern }) => [...pattern.gaps]));
    this.ends = new Uint32Array(this.entries.length);
    let end = 0;
    for (const [at, { pattern }] of this.entries.entries()) this.ends[at] = end += pattern.sets.length;
  }

  /** Patterns that some place of the view may match, in the order of the detectors. */
  possible(blocks: Blocks): Entry[] {
    const { entries, sets, gaps, ends } = this;
    const out: Entry[] = [];
    let from = 0;
    for (let entry = 0; entry < ends.length; entry += 1) {
      const end = ends[entry] ?? 0;
      const found = blocks.mayMatch(sets, gaps, from, end) ? entries[entry] : undefined;
      from = end;
      if (found !== undefined) out.push(found);
    }
    return out;
  }
}
