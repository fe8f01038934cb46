import type { Blocks } from './blocks.ts';
import type { CompiledDetector } from './compile-grammar.ts';
import type { ElementTable } from './element-table.ts';
import type { CompiledPattern } from './sequence.ts';

interface Entry {
  detector: CompiledDetector;
  pattern: CompiledPattern;
}

/** Patterns of all detectors with what they need side by side: of hundreds, a text can match but a few. */
export class PatternIndex {
  private readonly entries: readonly Entry[];
  /** Where the elements of each entry begin, and where the last one's end. */
  private readonly bounds: Uint32Array;
  private readonly elements: ElementTable;

  /** `elements`: among them those of the detectors, which lie there in order. */
  constructor(detectors: readonly CompiledDetector[], elements: ElementTable) {
    this.entries = detectors.flatMap((detector) => detector.patterns.map((pattern) => ({ detector, pattern })));
    this.bounds = Uint32Array.from([
      ...this.entries.map(({ pattern }) => pattern.from),
      this.entries.at(-1)?.pattern.to ?? 0,
    ]);
    this.elements = elements;
  }

  /** Patterns that some place of the view may match, in the order of the detectors. */
  possible(blocks: Blocks): Entry[] {
    const { entries, bounds, elements } = this;
    const out: Entry[] = [];
    for (let entry = 0; entry + 1 < bounds.length; entry += 1) {
      const mayMatch = blocks.mayMatch(elements, bounds[entry] ?? 0, bounds[entry + 1] ?? 0);
      const found = mayMatch ? entries[entry] : undefined;
      if (found !== undefined) out.push(found);
    }
    return out;
  }
}
