import { UnitSet } from './unit-set.ts';
import { foldBits } from './view.ts';

/** The shipped tables (resources/rulepacks/compliance/tables/fold.json). */
export interface FoldTableData {
  /** Pairs `from to` of single units. */
  fold: string;
  /** Units without meaning of their own. */
  drop: string;
  /** Units whose compatibility form is longer than one unit. */
  expand: string;
}

/** What the fold loop reads. */
export interface FoldTable {
  /** Units that are not simply kept: of most no more is to know. */
  changed: UnitSet;
  /** Folded unit; 0 drops, {@link slowPath} needs a closer look. */
  to: Uint16Array;
  /** Fold bit to record when the unit changes. */
  bit: Uint16Array;
}

/** Marks units that the one-look-up loop cannot fold: surrogates, escapes, compatibility forms of several units. */
export const slowPath = 0xffff;

function kindOf(from: number, to: number): number {
  if (from >= 0xff01 && from <= 0xffef) return to >= 0x30 && to !== 0x3a ? foldBits['full-width'] : 0;
  if (from < 0x80) return 0;
  if (from >= 0x4e00 && from <= 0x9fff) return foldBits.traditional;
  if (from >= 0x370 && from <= 0x1cff) return foldBits.homoglyph;
  const letterOrHan = (to >= 0x30 && to <= 0x7a) || to >= 0x4e00;
  return letterOrHan ? foldBits.styled : 0;
}

/** Builds the 64k look-up table from the shipped pairs. */
export function buildFoldTable(data: FoldTableData): FoldTable {
  const to = new Uint16Array(0x10000);
  const bit = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) to[code] = code;
  for (let at = 0; at + 1 < data.fold.length; at += 2) {
    const from = data.fold.charCodeAt(at);
    const target = data.fold.charCodeAt(at + 1);
    to[from] = target;
    bit[from] = kindOf(from, target);
  }
  for (let at = 0; at < data.drop.length; at += 1) to[data.drop.charCodeAt(at)] = 0;
  for (let at = 0; at < data.expand.length; at += 1) to[data.expand.charCodeAt(at)] = slowPath;
  for (let code = 0xd800; code <= 0xdfff; code += 1) to[code] = slowPath;
  for (const escape of '&%\\') to[escape.charCodeAt(0)] = slowPath;
  to[0] = 0;
  const changed = new UnitSet();
  for (let code = 0; code < 0x10000; code += 1) if (to[code] !== code || code === slowPath) changed.add(code);
  return { changed, to, bit };
}

/** True when folding would leave every unit of `text` as it is. */
export function isFolded(text: string, table: FoldTable): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === slowPath || table.to[code] !== code) return false;
  }
  return true;
}
