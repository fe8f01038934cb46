import type { ArchiveEntry } from './archive.ts';
import { cancelled, fileFailure } from './file-failure.ts';
import { decodePlainText, plainText } from './plain-elements.ts';
import { readingLimits } from './reading-limits.ts';
import { StringPool } from './string-pool.ts';
import { unescapeText } from './xlsx-workbook.ts';
import { parseXmlPart } from './xml-part.ts';

const plainString = new RegExp(String.raw`<si><t(?: xml:space="preserve")?>(${plainText})</t></si>`, 'y');

/** The strings that cells refer to by number, read as far as they are asked for. */
export interface SharedStrings {
  /** Reads on until string `index` is there, or there is none. */
  reach(index: number): Promise<void>;
  /** A string that was reached, or undefined. */
  get(index: number): string | undefined;
  close(): Promise<void>;
}

/**
 * Runs of rich text are joined; phonetic readings (`rPh`) are no part of the text. The excelts reader gives the reading
 * instead of the text, which is why this is read here.
 */
async function* readStrings(part: ArchiveEntry, strings: StringPool): AsyncGenerator<void> {
  let text = '';
  let capturing = false;
  let phonetic = false;
  yield* parseXmlPart(part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') capturing = !phonetic;
    },
    text(piece) {
      if (capturing) text += piece;
    },
    close(name) {
      if (name === 't') capturing = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.add(unescapeText(text));
    },
    plain: {
      opening: '<si>',
      pattern: plainString,
      take: ([, value = '']) => strings.add(unescapeText(decodePlainText(value))),
    },
  });
}

/** @throws AppError `FILE_UNREADABLE` (from `reach`) when they are damaged or too many, `CANCELLED` */
export function openSharedStrings(part: ArchiveEntry | undefined, signal?: AbortSignal): SharedStrings {
  const strings = new StringPool();
  const pieces = part ? readStrings(part, strings) : null;
  let ended = pieces === null;
  return {
    async reach(index) {
      while (!ended && strings.count <= index) {
        if (signal?.aborted) throw cancelled();
        const { done } = (await pieces?.next()) ?? { done: true };
        ended = done === true;
        if (strings.size > readingLimits.sharedStringBytes) throw fileFailure('workbook-too-large');
      }
    },
    get: (index) => strings.get(index),
    async close() {
      await pieces?.return(undefined);
    },
  };
}
