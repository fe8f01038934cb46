/** Gives out arrays of zeros. */
export interface Memory {
  int32(length: number): Int32Array;
  uint16(length: number): Uint16Array;
  uint8(length: number): Uint8Array;
}

/** Arrays of their own, for whatever is kept. */
export const ownArrays: Memory = {
  int32: (length) => new Int32Array(length),
  uint16: (length) => new Uint16Array(length),
  uint8: (length) => new Uint8Array(length),
};

/** Twice what the longest piece of a text needs that is judged on its own. */
const bytesOfArena = 2_500_000;

/**
 * One piece of memory for all arrays of a text that is being judged, given out from its start again for the next text:
 * fresh arrays for every view of every text would push the tables of the rules out of the processor's cache. What was
 * given out before a {@link Arena.clear} must not be used after it. Texts that need more get arrays of their own.
 */
export class Arena implements Memory {
  private readonly buffer = new ArrayBuffer(bytesOfArena);
  private used = 0;

  /** Takes back everything given out. */
  clear(): void {
    this.used = 0;
  }

  int32(length: number): Int32Array {
    const at = this.take(length * 4);
    return at < 0 ? new Int32Array(length) : new Int32Array(this.buffer, at, length).fill(0);
  }

  uint16(length: number): Uint16Array {
    const at = this.take(length * 2);
    return at < 0 ? new Uint16Array(length) : new Uint16Array(this.buffer, at, length).fill(0);
  }

  uint8(length: number): Uint8Array {
    const at = this.take(length);
    return at < 0 ? new Uint8Array(length) : new Uint8Array(this.buffer, at, length).fill(0);
  }

  /** Where so many bytes are free, -1 when they are not. */
  private take(bytes: number): number {
    const at = this.used;
    if (at + bytes > bytesOfArena) return -1;
    // Arrays of 32-bit numbers begin at multiples of four.
    this.used = (at + bytes + 7) & ~7;
    return at;
  }
}
