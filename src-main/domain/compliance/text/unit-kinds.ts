/** Kinds of units of a view, in which letters are small and full-width forms folded. */

export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

export function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** What words and numbers are made of; all else separates or adorns them. */
export function isContent(unit: number): boolean {
  return isHan(unit) || isDigit(unit) || isLetter(unit);
}
