import { deflateRawSync } from 'node:zlib';
import * as sheetjs from '@e965/xlsx';
import { afterAll, expect, test } from 'vitest';
import { manifestSchemaId } from '#domain/copy-pack/manifest';
import { importFileMessages } from '#contract/messages/import-file-messages';
import { buildXls } from './testing/biff8-builder.ts';
import { createFileFolder, readFile, spreadsheetFiles } from './testing/read-file.ts';
import { buildXlsx, buildZip, inlineRows } from './testing/xlsx-builder.ts';

const folder = await createFileFolder();
afterAll(() => folder.remove());

const rows = [
  ['商品id', '商品名称'],
  ...Array.from({ length: 300 }, (_, at) => [`5576626965${String(at).padStart(3, '0')}`, `面膜 ${at}`]),
];
const xlsx = await buildXlsx({ sheets: [{ name: 'S', xml: inlineRows(rows) }] });
const xls = buildXls('Page1', rows);

/** A .zip of one member whose unpacked size and content are stated freely. */
function handMadeZip(name: string, packed: Buffer, size: number, flags = 0): Buffer {
  const bytes = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(flags, 6);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(bytes.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(flags, 8);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(bytes.length, 28);
  const end = Buffer.alloc(22);
  const offset = local.length + bytes.length + packed.length;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + bytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([local, bytes, packed, central, bytes, end]);
}

function withByte(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

function encryptedPackage(): Buffer {
  const files = sheetjs.CFB as {
    utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Buffer): void };
    write(file: unknown, options: object): Buffer;
  };
  const file = files.utils.cfb_new();
  files.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(5000, 7));
  files.utils.cfb_add(file, '/EncryptionInfo', Buffer.alloc(200, 7));
  return files.write(file, { type: 'buffer' });
}

const bomb = deflateRawSync(Buffer.alloc(80 * 1024 * 1024, 0x61));

const cases: [string, string, Buffer | string | (() => Promise<Buffer>)][] = [
  ['an empty file', 'empty-file', ''],
  ['a file of zeros', 'only-zeros', Buffer.alloc(5000)],
  ['blank lines only', 'no-rows', '\n \n,,,\n'],
  ['a picture', 'unsupported-format', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a PDF', 'unsupported-format', '%PDF-1.7\n'],
  ['a JSON document', 'unsupported-format', '[{"GoodsID":"557662696505"}]'],
  ['random bytes', 'not-a-table', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 73 + 11) % 29))],
  ['a .xlsx without its end', 'archive-damaged', xlsx.subarray(0, xlsx.length - 30)],
  ['half a .xlsx', 'archive-damaged', xlsx.subarray(0, xlsx.length / 2)],
  ['a .xlsx with a flipped byte', 'archive-damaged', withByte(xlsx, xlsx.indexOf('xl/worksheets/sheet1.xml') + 200)],
  ['half a .xls', 'workbook-damaged', xls.subarray(0, xls.length / 2)],
  ['a .xls without its end', 'workbook-damaged', xls.subarray(0, xls.length - 3000)],
  ['a .xls of Excel 95', 'xls-too-old', buildXls('S', rows, 'Book')],
  ['a workbook with a password', 'password-protected', encryptedPackage()],
  [
    'a zip member with a password',
    'password-protected',
    handMadeZip('a.csv', deflateRawSync(Buffer.from('a,b')), 3, 1),
  ],
  ['a zip bomb', 'archive-bomb', handMadeZip('a.csv', bomb, 80 * 1024 * 1024)],
  ['a zip bomb that lies about its size', 'archive-damaged', handMadeZip('a.csv', bomb, 1000)],
  [
    'a zip member with a wrong checksum',
    'archive-damaged',
    handMadeZip('a.csv', deflateRawSync(Buffer.from('商品id,商品名称\n557662696505,面膜\n')), 42),
  ],
  [
    'a zip in a zip',
    'archive-nested',
    async () => buildZip([{ name: 'a.zip', data: await buildZip([{ name: 'a.csv', data: '商品id,商品名称' }]) }]),
  ],
  ['a zip without tables', 'archive-without-table', () => buildZip([{ name: 'a.png', data: 'x' }])],
  [
    'a binary workbook',
    'unsupported-format',
    () =>
      buildZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        {
          name: '_rels/.rels',
          data: '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        },
        { name: 'xl/workbook.bin', data: Buffer.from([0x83, 0x01, 0x00]) },
      ]),
  ],
  [
    'a Word document',
    'unsupported-format',
    () =>
      buildZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: '<w/>' },
      ]),
  ],
  [
    'a pack of the program’s own',
    'copy-pack',
    () =>
      buildZip([
        { name: '周末好价/01 毛巾/01 文案.txt', data: '【广告】毛巾' },
        { name: '周末好价/manifest.json', data: JSON.stringify({ schema: manifestSchemaId }) },
      ]),
  ],
  ['a workbook without sheets', 'no-sheets', () => buildXlsx({ sheets: [] })],
  [
    'XML cut off in the middle of a tag',
    'workbook-damaged',
    () => buildXlsx({ sheets: [{ name: 'S', xml: '<row r="1"><c r="A1"><v>1<' }] }),
  ],
  [
    'an XML entity bomb',
    'workbook-damaged',
    () =>
      buildXlsx({
        sheets: [
          {
            name: 'S',
            whole: true,
            xml: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
          },
        ],
      }),
  ],
  [
    'a cell of 6 MB in a workbook',
    'workbook-damaged',
    () => buildXlsx({ sheets: [{ name: 'S', xml: inlineRows([['商品id', 'x'.repeat(6 * 1024 * 1024)]]) }] }),
  ],
  ['a text without line breaks', 'row-too-long', `商品id,商品名称\n${'x'.repeat(20 * 1024 * 1024)}`],
];

test.each(cases)('%s: %s', async (_, reason, content) => {
  const path = await folder.write('refused.xlsx', typeof content === 'function' ? await content() : content);
  await expect(readFile(path)).rejects.toEqual(
    expect.objectContaining({
      code: 'FILE_UNREADABLE',
      params: expect.objectContaining({ reason, file: 'refused.xlsx' }),
    }),
  );
  expect(importFileMessages).toHaveProperty([reason]);
});

test('a bomb inside a workbook is refused before it is unpacked', async () => {
  const sheet = `<worksheet><sheetData><row><c t="inlineStr"><is><t>${'a'.repeat(80 * 1024 * 1024)}</t></is></c></row></sheetData></worksheet>`;
  const path = await folder.write('bomb.xlsx', await buildXlsx({ sheets: [{ name: 'S', xml: sheet, whole: true }] }));
  await expect(spreadsheetFiles.inspectFile(path)).rejects.toEqual(
    expect.objectContaining({ params: expect.objectContaining({ reason: 'archive-bomb' }) }),
  );
});
