/** As many texts are remembered until they come back; whoever hears of them may keep its value and never send them. */
const rememberedTexts = 100;

/**
 * Tells a value that merely comes back from one that is new. An editor hands out its text with every key; the page
 * renders later and hands the same texts in again, in their order and some of them left out. Taking such an echo for a
 * new value would undo what was typed since.
 */
export class TextEcho {
  #handedOut: readonly string[] = [];

  /** Notes a text the editor has told of. */
  handOut(text: string): void {
    this.#handedOut = [...this.#handedOut.slice(1 - rememberedTexts), text];
  }

  /** Whether `value` was handed out and has not come back yet. Counts it, and all handed out before it, as come back. */
  takeBack(value: string): boolean {
    const at = this.#handedOut.indexOf(value);
    this.#handedOut = at < 0 ? [] : this.#handedOut.slice(at + 1);
    return at >= 0;
  }

  /** Forgets everything: the editor starts with another text. */
  clear(): void {
    this.#handedOut = [];
  }
}
