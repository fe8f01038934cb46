import type { TableInput } from './table-input.ts';
import { fileFailure } from './file-failure.ts';
import { createTextDecoding, detectEncoding } from './text-encoding.ts';

/** What a file is by its content; its name is not asked. */
export type Container = 'csv' | 'xlsx' | 'xls' | 'html' | 'xml' | 'zip';

const headBytes = 4096;

function startsWith(head: Uint8Array, ...bytes: number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

function ascii(head: Uint8Array, from: number, to: number): string {
  return Buffer.from(head.subarray(from, to)).toString('latin1');
}

/** Formats that are recognised only to be refused by name. */
function foreignFormat(head: Uint8Array): string | null {
  if (ascii(head, 0, 5) === '%PDF-') return 'PDF';
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47)) return 'PNG';
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'JPEG';
  if (ascii(head, 0, 4) === 'GIF8') return 'GIF';
  if (ascii(head, 0, 4) === 'Rar!') return 'RAR';
  if (startsWith(head, 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)) return '7z';
  if (startsWith(head, 0x1f, 0x8b)) return 'gzip';
  if (ascii(head, 0, 15) === 'SQLite format 3') return 'SQLite';
  if (ascii(head, 0, 2) === 'MZ') return 'EXE';
  return ascii(head, 257, 262) === 'ustar' ? 'tar' : null;
}

/** BIFF2 to BIFF5 files without a compound file around them. */
function isRawBiff(head: Uint8Array): boolean {
  return (
    head[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(head[1] ?? -1) && (head[2] ?? 0) <= 0x10 && head[3] === 0
  );
}

function markupOf(head: Uint8Array): 'html' | 'xml' | 'json' | null {
  const text = createTextDecoding(detectEncoding(head).encoding).push(head).trimStart().toLowerCase();
  if (/^[[{]\s*(?:[[{"]|$)/.test(text)) return 'json';
  if (!text.startsWith('<')) return null;
  if (/<(?:[a-z]+:)?workbook[\s>]/.test(text) && text.includes('urn:schemas-microsoft-com:office:spreadsheet'))
    return 'xml';
  return /<(?:!doctype html|html|head|meta|body|style|table|div|tr)[\s>]/.test(text) ? 'html' : null;
}

/** Text has no other control characters than these; a share of them means a binary file. */
function looksBinary(head: Uint8Array): boolean {
  if (detectEncoding(head).encoding.startsWith('utf-16')) return false;
  let odd = 0;
  for (const byte of head) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0) odd += 1;
  return odd > head.length * 0.05;
}

/** Recognises a file by its first bytes. Fails with a reason for files that can hold no table this program reads. */
export async function detectContainer(input: Pick<TableInput, 'size' | 'head'>): Promise<Exclude<Container, 'xlsx'>> {
  if (input.size === 0) throw fileFailure('empty-file');
  const head = await input.head(headBytes);
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) || isRawBiff(head)) return 'xls';
  const foreign = foreignFormat(head);
  if (foreign) throw fileFailure('unsupported-format', { format: foreign });
  if (head.every((byte) => byte === 0)) throw fileFailure('only-zeros');
  const markup = markupOf(head);
  if (markup === 'json') throw fileFailure('unsupported-format', { format: 'JSON' });
  if (markup) return markup;
  if (looksBinary(head)) throw fileFailure('not-a-table');
  return 'csv';
}
