import { detectContainer } from './container.ts';
import { type DelimitedChoices, openDelimitedTable } from './delimited-table.ts';
import { type Archive, type ArchiveEntry, entryHead } from './archive.ts';
import { fileFailure } from './file-failure.ts';
import { type LegacyExtent, openLegacyTable } from './legacy-table.ts';
import type { Table } from './table.ts';
import { inputFromEntry, type TableInput } from './table-input.ts';
import { openXlsxTable } from './xlsx-table.ts';

export interface OpenOptions extends DelimitedChoices {
  /** Member of a .zip to read; the first readable one when not given. */
  entry?: string | undefined;
  /** How much of a format that is parsed at once is wanted. */
  extent: LegacyExtent;
  legacyWorkerUrl: URL;
  signal?: AbortSignal | undefined;
}

export interface OpenedTable {
  table: Table;
  /** Member of the .zip that was opened. */
  entry: string | null;
  /** All members of the .zip that may hold a table. */
  entries: string[];
}

/**
 * Tables, archives and names without an ending: what cannot be read of them is refused by name, so that none is passed
 * over in silence.
 */
const readableName = /\.(?:csv|tsv|txt|xlsx|xlsm|xlsb|xls|et|ods|zip|rar|7z)$|(?:^|\/)[^./]+$/i;
const systemName = /(?:^|\/)(?:__MACOSX\/|\._|~\$|\.DS_Store$)/;

/** `清单 (2).csv`: members are asked for by name, and an archive may hold several of one. */
function numbered(name: string, number: number): string {
  return number === 1 ? name : name.replace(/(\.[^./]*)?$/, ` (${number})$1`);
}

function tableEntries(archive: Archive): ArchiveEntry[] {
  const seen = new Map<string, number>();
  return archive.entries.flatMap((entry) => {
    const { name } = entry;
    if (!readableName.test(name) || systemName.test(name)) return [];
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return [{ ...entry, name: numbered(name, number) }];
  });
}

/** Office archives of other kinds, told by the parts only they have. */
const foreignParts: readonly [RegExp, string][] = [
  [/^word\//i, 'Word'],
  [/^ppt\//i, 'PowerPoint'],
  [/^index\/.*\.iwa$/i, 'Numbers'],
  [/^meta-inf\/manifest\.xml$/i, 'ODS'],
];

function assertNotForeign(archive: Archive): void {
  const found = foreignParts.find(([part]) => archive.entries.some(({ name }) => part.test(name)));
  if (found) throw fileFailure('unsupported-format', { format: found[1] });
}

const packManifest = /^(?:[^/]+\/)?manifest\.json$/i;
/** Stands at the very start of a pack's manifest. */
const packMark = 'taoke-desk/copy-pack@';

/** What the program wrote to post from: it holds texts, and would pass for a table of one column. */
async function assertNotPack(archive: Archive): Promise<void> {
  const manifest = archive.entries.find(({ name }) => packManifest.test(name));
  if (!manifest) return;
  const head = Buffer.from(await entryHead(manifest, 200)).toString('utf8');
  if (head.includes(packMark)) throw fileFailure('copy-pack');
}

function isWorkbook(archive: Archive): boolean {
  return archive.find('[Content_Types].xml') !== undefined && archive.entries.some(({ name }) => /^xl\//i.test(name));
}

async function openMember(archive: Archive, options: OpenOptions): Promise<OpenedTable> {
  assertNotForeign(archive);
  await assertNotPack(archive);
  const members = tableEntries(archive);
  const entries = members.map(({ name }) => name);
  const member = options.entry === undefined ? members[0] : members.find(({ name }) => name === options.entry);
  if (!member) {
    throw options.entry === undefined
      ? fileFailure('archive-without-table')
      : fileFailure('entry-missing', { entry: options.entry });
  }
  const input = inputFromEntry(member);
  const container = await detectContainer(input);
  if (container === 'zip') {
    const inner = await input.archive();
    if (!isWorkbook(inner)) throw fileFailure('archive-nested');
    return { table: await openXlsxTable(inner, options.signal), entry: member.name, entries };
  }
  return { table: await openPlain(input, container, options), entry: member.name, entries };
}

function openPlain(input: TableInput, container: 'csv' | 'xls' | 'html' | 'xml', options: OpenOptions): Promise<Table> {
  const { extent, legacyWorkerUrl, signal } = options;
  return container === 'csv'
    ? openDelimitedTable(input, options, signal)
    : openLegacyTable(input, container, extent, legacyWorkerUrl, signal);
}

/** The members of a .zip that may hold a table; none for any other file, a workbook among them. */
export async function memberNames(input: TableInput): Promise<string[]> {
  if ((await detectContainer(input)) !== 'zip') return [];
  const archive = await input.archive();
  return isWorkbook(archive) ? [] : tableEntries(archive).map(({ name }) => name);
}

/** Opens whatever table a file holds, by its content: the ending of its name is often wrong. */
export async function openTable(input: TableInput, options: OpenOptions): Promise<OpenedTable> {
  const container = await detectContainer(input);
  if (container !== 'zip') return { table: await openPlain(input, container, options), entry: null, entries: [] };
  const archive = await input.archive();
  if (!isWorkbook(archive)) return openMember(archive, options);
  return { table: await openXlsxTable(archive, options.signal), entry: null, entries: [] };
}
