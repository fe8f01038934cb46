import type { PackIssue } from './pack-issue.ts';
import type { GrammarPack, WordsPack } from './pack-types.ts';

/** Forms of all word templates together; the shipped packs have about 100,000. */
const mostForms = 200_000;
/** Patterns of all phrases and detectors together, macros written out; the shipped packs have about 1,000. */
const mostPatterns = 10_000;
const deepestTemplate = 6;

/** Counts the forms of one word template without writing them out. */
class FormCounter {
  readonly #source: string;
  #at = 0;
  tooDeep = false;

  constructor(source: string) {
    this.#source = source;
  }

  /** Forms of a sequence up to a `|` or closing bracket: the product of its groups. */
  count(depth = 0): number {
    if (depth > deepestTemplate) {
      this.tooDeep = true;
      this.#at = this.#source.length;
      return 1;
    }
    let forms = 1;
    while (this.#at < this.#source.length) {
      const unit = this.#source[this.#at];
      if (unit === '|' || unit === '}' || unit === ']') break;
      this.#at += 1;
      if (unit === '{' || unit === '[') forms *= this.#group(depth, unit === '[' ? 1 : 0);
      if (forms > mostForms) this.#at = this.#source.length;
    }
    return forms;
  }

  #group(depth: number, optional: number): number {
    let forms = optional;
    for (;;) {
      forms += this.count(depth + 1);
      const more = this.#source[this.#at] === '|';
      this.#at += 1;
      if (!more) return forms;
    }
  }
}

/**
 * Whether packs stay within what a computer can hold once templates and macros are written out. Small files can ask for
 * a lot: twenty characters of template stand for a million words.
 */
export function packSizeIssues(words: readonly WordsPack[], grammars: readonly GrammarPack[]): PackIssue[] {
  let forms = 0;
  for (const pack of words) {
    for (const { name, words: lines } of pack.classes) {
      for (const template of lines.flatMap((line) => line.split(/\s+/))) {
        const counter = new FormCounter(template);
        forms += counter.count();
        const where = `${pack.id} ${name}`;
        if (counter.tooDeep) return [{ code: 'too-deep', where, detail: template.slice(0, 40) }];
        if (forms > mostForms) return [{ code: 'too-large', where, detail: template.slice(0, 40) }];
      }
    }
  }
  const bodies = new Map(grammars.flatMap((pack) => Object.entries(pack.macros ?? {})));
  let patterns = 0;
  for (const pack of grammars) {
    for (const source of [...pack.phrases, ...pack.detectors].flatMap((entry) => entry.patterns)) {
      const macro = source.trim().split('(')[0] ?? '';
      patterns += bodies.get(macro)?.length ?? 1;
      if (patterns > mostPatterns) return [{ code: 'too-large', where: pack.id, detail: source.slice(0, 40) }];
    }
  }
  return [];
}
