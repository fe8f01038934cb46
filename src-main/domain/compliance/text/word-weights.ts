/** Words of more units are not looked for; they would not fit a key. */
export const longestWord = 4;

/** Says that a stretch is no word. */
export const noWord = -128;

function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

/**
 * Weights of words of at most four units. Those of one unit are asked for most and lie by it; the others are found by
 * open addressing: a key is the word itself, in two numbers.
 */
export class WordWeights {
  private readonly singles = new Int8Array(0x10000).fill(noWord);
  private keys = new Int32Array(0);
  private weights = new Int8Array(0);
  private mask = -1;
  private count = 0;

  private slotOf(head: number, tail: number): number {
    const { keys, mask } = this;
    const mixed = Math.imul(head, 0x9e3779b1) ^ Math.imul(tail, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (keys[slot * 2] !== 0 && (keys[slot * 2] !== head || keys[slot * 2 + 1] !== tail)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, weights } = this;
    this.mask = Math.max((this.mask + 1) * 2, 1024) - 1;
    this.keys = new Int32Array((this.mask + 1) * 2);
    this.weights = new Int8Array(this.mask + 1);
    for (let slot = 0; slot < weights.length; slot += 1) {
      if (keys[slot * 2] !== 0) this.put(keys[slot * 2] ?? 0, keys[slot * 2 + 1] ?? 0, weights[slot] ?? 0);
    }
  }

  private put(head: number, tail: number, weight: number): void {
    const slot = this.slotOf(head, tail);
    if (this.keys[slot * 2] === 0) this.count += 1;
    this.keys[slot * 2] = head;
    this.keys[slot * 2 + 1] = tail;
    this.weights[slot] = weight;
  }

  /** `weight`: a whole number above {@link noWord} and below 128. Words of more than four units are left out. */
  set(word: string, weight: number): void {
    if (word.length === 1) this.singles[word.charCodeAt(0)] = weight;
    if (word.length < 2 || word.length > longestWord) return;
    if (this.count * 2 >= this.mask) {
      const { count } = this;
      this.count = 0;
      this.grow();
      this.count = count;
    }
    const unit = (at: number): number => (at < word.length ? word.charCodeAt(at) : 0);
    this.put(pairOf(unit(0), unit(1)), pairOf(unit(2), unit(3)), weight);
  }

  /** Weight of the word that units `[from, to)` are, at most four of them; {@link noWord} when they are none. */
  of(units: Uint16Array, from: number, to: number): number {
    const size = to - from;
    if (size === 1) return this.singles[units[from] ?? 0] ?? noWord;
    if (this.mask < 0) return noWord;
    const head = pairOf(units[from] ?? 0, units[from + 1] ?? 0);
    const tail = size > 2 ? pairOf(units[from + 2] ?? 0, size > 3 ? (units[from + 3] ?? 0) : 0) : 0;
    const slot = this.slotOf(head, tail);
    return this.keys[slot * 2] === 0 ? noWord : (this.weights[slot] ?? noWord);
  }
}
