/**
 * A set of 16-bit units in 8 KB. What all units of a text are asked for lies in few lines of memory that way: as bytes,
 * some dozens of such sets would push the tables of the rules out of the processor's cache.
 */
export class UnitSet {
  private readonly bits = new Uint32Array(0x10000 / 32);

  constructor(units: Iterable<number> = []) {
    for (const unit of units) this.add(unit);
  }

  add(unit: number): void {
    this.bits[unit >>> 5] = (this.bits[unit >>> 5] ?? 0) | (1 << (unit & 31));
  }

  has(unit: number): boolean {
    return ((this.bits[unit >>> 5] ?? 0) & (1 << (unit & 31))) !== 0;
  }
}
