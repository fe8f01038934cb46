import { closeSync, openSync, readSync } from 'node:fs';

/** Code points above this are not looked at; the font has none. */
const highest = 0x3ffff;

/**
 * Which characters a TrueType or OpenType font can draw, from its `cmap` table (formats 4 and 12; OpenType
 * specification, chapter cmap). Reads only that table, not the ten megabytes of outlines.
 */
export function readFontCoverage(path: string): (codePoint: number) => boolean {
  const cmap = readTable(path, 'cmap');
  const drawn = new Uint8Array((highest + 1) / 8);
  const add = (first: number, last: number): void => {
    for (let code = first; code <= Math.min(last, highest); code++)
      drawn[code >> 3] = (drawn[code >> 3] ?? 0) | (1 << (code & 7));
  };
  const subtable = bestSubtable(cmap);
  if (cmap.readUInt16BE(subtable) === 12) readGroups(cmap, subtable, add);
  else readSegments(cmap, subtable, add);
  return (code) => code <= highest && ((drawn[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
}

function readTable(path: string, tag: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const read = (position: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      if (readSync(file, bytes, 0, length, position) < length) throw new Error(`font file is cut short: ${path}`);
      return bytes;
    };
    const tables = read(0, 12).readUInt16BE(4);
    const directory = read(12, tables * 16);
    for (let at = 0; at < directory.length; at += 16) {
      if (directory.toString('latin1', at, at + 4) !== tag) continue;
      return read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
    }
    throw new Error(`font has no ${tag} table: ${path}`);
  } finally {
    closeSync(file);
  }
}

/** The whole-Unicode subtable when there is one, else the one for the basic plane. */
function bestSubtable(cmap: Buffer): number {
  let basic = -1;
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const offset = cmap.readUInt32BE(4 + index * 8 + 4);
    const format = cmap.readUInt16BE(offset);
    if (format === 12) return offset;
    if (format === 4) basic = offset;
  }
  if (basic < 0) throw new Error('font has no Unicode character map');
  return basic;
}

function readGroups(cmap: Buffer, at: number, add: (first: number, last: number) => void): void {
  const groups = cmap.readUInt32BE(at + 12);
  for (let index = 0; index < groups; index++) {
    const group = at + 16 + index * 12;
    add(cmap.readUInt32BE(group), cmap.readUInt32BE(group + 4));
  }
}

function readSegments(cmap: Buffer, at: number, add: (first: number, last: number) => void): void {
  const doubled = cmap.readUInt16BE(at + 6);
  for (let index = 0; index < doubled; index += 2) {
    const last = cmap.readUInt16BE(at + 14 + index);
    const first = cmap.readUInt16BE(at + 16 + doubled + index);
    // 0xFFFF ends the list and is no character.
    if (first !== 0xffff) add(first, last);
  }
}
