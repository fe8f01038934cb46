import { ZipFile } from 'yazl';

export interface ZipPart {
  name: string;
  data: Buffer | string;
}

/** A .zip with these members, in this order. */
export async function buildZip(parts: readonly ZipPart[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, data } of parts) zip.addBuffer(typeof data === 'string' ? Buffer.from(data) : data, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export interface SheetSource {
  name: string;
  /** Content of `sheetData`, or with `whole` the whole part. */
  xml: string;
  whole?: boolean;
  hidden?: boolean;
}

export interface WorkbookSource {
  sheets: readonly SheetSource[];
  /** `<si>` elements. */
  sharedStrings?: string;
  styles?: string;
  date1904?: boolean;
  extraParts?: readonly ZipPart[];
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const documentRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${documentRelations}/${type}" Target="${target}"/>`;
}

function workbookParts({ sheets, date1904 }: WorkbookSource): ZipPart[] {
  const list = sheets.map(({ name, hidden }, index) => {
    const state = hidden ? ' state="hidden"' : '';
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const relations = [
    ...sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
    relation('rIdStrings', 'sharedStrings', 'sharedStrings.xml'),
    relation('rIdStyles', 'styles', '/xl/styles.xml'),
  ];
  const property = date1904 ? '<workbookPr date1904="1"/>' : '';
  return [
    {
      name: '[Content_Types].xml',
      data: `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${xmlHead}<Relationships xmlns="${packageRelations}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${xmlHead}<workbook xmlns="${main}" xmlns:r="${documentRelations}">${property}<sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${xmlHead}<Relationships xmlns="${packageRelations}">${relations.join('')}</Relationships>`,
    },
  ];
}

/** A .xlsx from the XML of its sheets, so that tests can write what libraries would not. */
export function buildXlsx(source: WorkbookSource): Promise<Buffer> {
  const sheets = source.sheets.map(({ xml, whole }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    data: whole ? xml : `${xmlHead}<worksheet xmlns="${main}"><sheetData>${xml}</sheetData></worksheet>`,
  }));
  const strings = source.sharedStrings
    ? [{ name: 'xl/sharedStrings.xml', data: `${xmlHead}<sst xmlns="${main}">${source.sharedStrings}</sst>` }]
    : [];
  const styles = source.styles ? [{ name: 'xl/styles.xml', data: source.styles }] : [];
  return buildZip([...workbookParts(source), ...sheets, ...strings, ...styles, ...(source.extraParts ?? [])]);
}

/** Letters of a 0-based column. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** `sheetData` content with inline strings, one row per array. */
export function inlineRows(rows: readonly (readonly string[])[], firstRow = 1): string {
  return rows
    .map((cells, index) => {
      const number = firstRow + index;
      const xml = cells.map((cell, column) => {
        if (cell === '') return '';
        return `<c r="${columnLetters(column)}${number}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
      });
      return `<row r="${number}">${xml.join('')}</row>`;
    })
    .join('');
}

/** `sheetData` content and shared strings for the same rows, as Excel writes them. */
export function sharedRows(rows: readonly (readonly string[])[]): { xml: string; sharedStrings: string } {
  const indexes = new Map<string, number>();
  const xml = rows.map((cells, index) => {
    const number = index + 1;
    const list = cells.map((cell, column) => {
      const at = indexes.get(cell) ?? indexes.size;
      indexes.set(cell, at);
      return `<c r="${columnLetters(column)}${number}" t="s"><v>${at}</v></c>`;
    });
    return `<row r="${number}">${list.join('')}</row>`;
  });
  const sharedStrings = [...indexes.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  return { xml: xml.join(''), sharedStrings: sharedStrings.join('') };
}
