const letters = 26;
const firstLetter = 0x61;

/** Splits letters into syllables: a tree of all spellings, walked from the last letter to the first. */
export class Spellings {
  /** For each beginning of a syllable the row it goes on in with each letter, 0 for none. */
  private next = new Int32Array(512 * letters);
  /** The sound of the syllable that ends in a row, 0 for none. */
  private sounds = new Uint16Array(512);
  private rows = 1;
  /** Of the run split last, for each letter the size of the syllable that begins there and its sound; 0 for none. */
  private readonly size: Uint8Array;
  private readonly sound: Uint16Array;

  /** `longest`: letters of the longest run that is ever split. */
  constructor(longest: number) {
    this.size = new Uint8Array(longest + 1);
    this.sound = new Uint16Array(longest + 1);
  }

  /** Spellings with other units than `a` to `z` are left out: no run of letters holds them. */
  learn(spelling: string, sound: number): void {
    if (!/^[a-z]+$/.test(spelling)) return;
    let row = 0;
    for (let at = 0; at < spelling.length; at += 1) {
      const place = row * letters + spelling.charCodeAt(at) - firstLetter;
      const known = this.next[place] ?? 0;
      row = known === 0 ? this.addRow() : known;
      this.next[place] = row;
    }
    this.sounds[row] = sound;
  }

  private addRow(): number {
    const row = this.rows;
    this.rows += 1;
    if (row < this.sounds.length) return row;
    const { next, sounds } = this;
    this.next = new Int32Array(next.length * 2);
    this.next.set(next);
    this.sounds = new Uint16Array(sounds.length * 2);
    this.sounds.set(sounds);
    return row;
  }

  /**
   * Splits letters `[from, to)` into syllables, the first as long as the rest allows, and so on; false when some letters
   * are left over.
   */
  split(units: Uint16Array, from: number, to: number): boolean {
    const { size, sound, next, sounds } = this;
    for (let begin = to - 1; begin >= from; begin -= 1) {
      size[begin - from] = 0;
      let row = 0;
      for (let at = begin; at < to; at += 1) {
        row = next[row * letters + (units[at] ?? 0) - firstLetter] ?? 0;
        if (row === 0) break;
        const isSplit = at + 1 === to || size[at + 1 - from] !== 0;
        if (sounds[row] === 0 || !isSplit) continue;
        size[begin - from] = at + 1 - begin;
        sound[begin - from] = sounds[row] ?? 0;
      }
    }
    return size[0] !== 0;
  }

  /** Whether the run split last, of so many letters, has a syllable of more than one. */
  hasLongSyllable(letterCount: number): boolean {
    for (let at = 0; at < letterCount; at += this.sizeAt(at)) if (this.sizeAt(at) > 1) return true;
    return false;
  }

  /** Size of the syllable at letter `at` of the run split last. */
  sizeAt(at: number): number {
    return this.size[at] ?? 0;
  }

  soundAt(at: number): number {
    return this.sound[at] ?? 0;
  }
}
