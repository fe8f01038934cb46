const firstBytes = 1024 * 1024;
const bytesPerUnit = 3;

/**
 * Many strings in one block of UTF-8. Strings cut from a parsed text would each keep the piece of text they were cut
 * from in memory, and half a million of them weigh more than their characters.
 */
export class StringPool {
  private block = Buffer.allocUnsafeSlow(firstBytes);
  private readonly ends: number[] = [];

  get count(): number {
    return this.ends.length;
  }

  /** Bytes held so far. */
  get size(): number {
    return this.ends.at(-1) ?? 0;
  }

  add(text: string): void {
    const start = this.size;
    const needed = start + text.length * bytesPerUnit;
    if (needed > this.block.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.block.length * 2));
      this.block.copy(larger, 0, 0, start);
      this.block = larger;
    }
    this.ends.push(start + this.block.write(text, start));
  }

  /** The string added as number `index`, or undefined. */
  get(index: number): string | undefined {
    const end = this.ends[index];
    return end === undefined ? undefined : this.block.toString('utf8', this.ends[index - 1] ?? 0, end);
  }
}
