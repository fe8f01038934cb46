import { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { ZipFile } from 'yazl';
import type { WrittenRow } from '#app/ports/rejected-rows';
import { columnLetters } from '#domain/import/column-name';
import { readingLimits } from './reading-limits.ts';

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const documentRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Indexes into `cellXfs` below. All are text (format 49), so that what a person types stays as typed. */
const style = { text: 0, header: 1, marked: 2, reason: 3 } as const;

const fixedParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${documentRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${documentRelations}"><sheets><sheet name="Page1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${documentRelations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${documentRelations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFE1DC"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fillId="2" applyNumberFormat="1" applyFill="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
};

const unwritable = /(?![\t\n])[\p{Cc}\ufffe\uffff]/gu;
const lookLikeEscapes = /_(?=x[0-9a-f]{4}_)/gi;
const unpaired = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text inside an element. Characters XML cannot hold are written as Excel does: `_x0008_`. */
function cellText(text: string): string {
  return text
    .slice(0, readingLimits.cellCharacters)
    .replace(lookLikeEscapes, '_x005F_')
    .replace(unwritable, (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(unpaired, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function cellXml(text: string, column: number, row: number, index: number): string {
  if (text === '') return '';
  return `<c r="${columnLetters(column)}${row}" s="${index}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

function rowXml({ cells, marked }: WrittenRow, row: number): string {
  const xml = cells.map((text, column) => {
    if (marked.includes(column) && text === '') return `<c r="${columnLetters(column)}${row}" s="${style.marked}"/>`;
    return cellXml(
      text,
      column,
      row,
      marked.includes(column) ? style.marked : column === 0 ? style.reason : style.text,
    );
  });
  return `<row r="${row}">${xml.join('')}</row>`;
}

/** The XML of a sheet: header frozen, first column wide, every cell text. */
export async function* sheetPieces(
  headers: readonly string[],
  rows: AsyncIterable<readonly WrittenRow[]>,
): AsyncGenerator<string> {
  const last = Math.max(headers.length, 2);
  const header = headers.map((text, column) => cellXml(text, column, 1, style.header)).join('');
  yield `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="48" style="${style.text}" customWidth="1"/><col min="2" max="${last}" width="18" style="${style.text}" customWidth="1"/></cols><sheetData><row r="1">${header}</row>`;
  let row = 2;
  for await (const chunk of rows) {
    yield chunk.map((each) => rowXml(each, row++)).join('');
    await breathe();
  }
  yield '</sheetData></worksheet>';
}

/** A workbook with one sheet, as a stream of its bytes. */
export function xlsxStream(sheet: AsyncIterable<string>): Readable {
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(fixedParts)) zip.addBuffer(Buffer.from(xmlHead + xml), name);
  const source = Readable.from(sheet, { objectMode: false });
  zip.addReadStream(source, 'xl/worksheets/sheet1.xml');
  zip.end();
  const bytes = zip.outputStream as Readable;
  source.once('error', (error) => bytes.destroy(error));
  return bytes;
}
