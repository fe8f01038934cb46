import type { Sheet } from '#domain/import/file-inspection';
import type { Archive, ArchiveEntry } from './archive.ts';
import { fileFailure } from './file-failure.ts';
import { kindOfFormatCode, kindOfFormatId, type NumberKind } from './number-cell.ts';
import { parseWholePart } from './xml-part.ts';

export interface WorkbookSheet extends Sheet {
  entry: ArchiveEntry;
}

export interface Workbook {
  sheets: WorkbookSheet[];
  date1904: boolean;
  sharedStrings: ArchiveEntry | undefined;
  styles: ArchiveEntry | undefined;
}

interface Relation {
  type: string;
  target: string;
}

/** Part names in relations may be absolute, relative to the part's folder, or written with backslashes. */
function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const parts = path.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

async function readRelations(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const entry = archive.find(`${folder}_rels/${part.slice(slash)}.rels`);
  const relations = new Map<string, Relation>();
  if (!entry) return relations;
  await parseWholePart(entry, {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolveTarget(folder, Target) });
    },
  });
  return relations;
}

function byType(relations: Map<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.target;
}

/** Value of the attribute with this local name; the prefix of `r:id` is free. */
function attribute(attributes: Readonly<Record<string, string>>, name: string): string {
  const found = Object.entries(attributes).find(([key]) => key === name || key.endsWith(`:${name}`));
  return found?.[1] ?? '';
}

/** Name of the workbook part of an Office archive; undefined when the archive is none. */
async function workbookPart(archive: Archive): Promise<ArchiveEntry | undefined> {
  const stated = byType(await readRelations(archive, ''), 'officeDocument');
  return (stated === undefined ? undefined : archive.find(stated)) ?? archive.find('xl/workbook.xml');
}

/** Reads which sheets a workbook has and where its parts are. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const part = await workbookPart(archive);
  if (!part) throw fileFailure('workbook-damaged');
  if (part.name.toLowerCase().endsWith('.bin')) throw fileFailure('unsupported-format', { format: 'XLSB' });
  const relations = await readRelations(archive, part.name);
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  await parseWholePart(part, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attribute(attributes, 'id'));
      const entry = relation?.type === 'worksheet' ? archive.find(relation.target) : undefined;
      const { name: sheetName = '', state = 'visible' } = attributes;
      if (entry) sheets.push({ name: sheetName, hidden: state !== 'visible', entry });
    },
  });
  if (sheets.length === 0) throw fileFailure('no-sheets');
  const find = (type: string, usual: string) => archive.find(byType(relations, type) ?? usual);
  return {
    sheets,
    date1904,
    sharedStrings: find('sharedStrings', 'xl/sharedStrings.xml'),
    styles: find('styles', 'xl/styles.xml'),
  };
}

/** What the number formats of a workbook mean, by cell style index. */
export async function readNumberKinds(styles: ArchiveEntry | undefined): Promise<NumberKind[]> {
  const codes = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  if (!styles) return kinds;
  let inCellFormats = false;
  await parseWholePart(styles, {
    open(name, attributes) {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') codes.set(id, kindOfFormatCode(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) kinds.push(codes.get(id) ?? kindOfFormatId(id));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return kinds;
}

const escaped = /_x([0-9A-Fa-f]{4})_/g;

/** Undoes the `_x000D_` escapes by which Office writes characters that XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
