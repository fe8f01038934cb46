import { CFB } from '@e965/xlsx';

/** The part of SheetJS's untyped compound-file writer that is used here. */
interface CompoundFiles {
  utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Buffer): void };
  write(file: unknown, options: { type: 'buffer' }): Buffer;
}

const compoundFiles = CFB as CompoundFiles;

function record(type: number, data: Buffer): Buffer {
  const head = Buffer.allocUnsafe(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

function beginning(kind: 0x0005 | 0x0010): Buffer {
  const data = Buffer.alloc(16);
  data.writeUInt16LE(0x0600, 0);
  data.writeUInt16LE(kind, 2);
  return record(0x0809, data);
}

const ending = record(0x000a, Buffer.alloc(0));

/** LABEL record with an uncompressed Unicode string. Source: [MS-XLS] 2.4.148. */
function label(row: number, column: number, text: string): Buffer {
  const data = Buffer.allocUnsafe(9 + text.length * 2);
  data.writeUInt16LE(row, 0);
  data.writeUInt16LE(column, 2);
  data.writeUInt16LE(0, 4);
  data.writeUInt16LE(text.length, 6);
  data[8] = 1;
  data.write(text, 9, 'utf16le');
  return record(0x0204, data);
}

/** NUMBER record. Source: [MS-XLS] 2.4.180. */
function number(row: number, column: number, value: number): Buffer {
  const data = Buffer.alloc(14);
  data.writeUInt16LE(row, 0);
  data.writeUInt16LE(column, 2);
  data.writeDoubleLE(value, 6);
  return record(0x0203, data);
}

function boundSheet(name: string, offset: number): Buffer {
  const data = Buffer.alloc(8 + name.length * 2);
  data.writeUInt32LE(offset, 0);
  data[6] = name.length;
  data[7] = 1;
  data.write(name, 8, 'utf16le');
  return record(0x0085, data);
}

/**
 * A .xls (BIFF8) with one sheet. SheetJS can write one too, but needs time quadratic in the rows.
 * @param stream `Book` makes a file of the older kind
 */
export function buildXls(
  sheet: string,
  rows: readonly (readonly (string | number)[])[],
  stream: 'Workbook' | 'Book' = 'Workbook',
): Buffer {
  const globals = beginning(0x0005);
  const offset = globals.length + boundSheet(sheet, 0).length + ending.length;
  const cells = rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, column) => {
      if (cell === '') return [];
      return [typeof cell === 'string' ? label(rowIndex, column, cell) : number(rowIndex, column, cell)];
    }),
  );
  const content = Buffer.concat([globals, boundSheet(sheet, offset), ending, beginning(0x0010), ...cells, ending]);
  const file = compoundFiles.utils.cfb_new();
  compoundFiles.utils.cfb_add(file, `/${stream}`, content);
  return compoundFiles.write(file, { type: 'buffer' });
}
