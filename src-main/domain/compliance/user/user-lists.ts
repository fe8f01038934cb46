import type { Severity } from '../finding.ts';
import { compileCustomPattern, type PatternFault } from './custom-pattern.ts';
import { userLimits, type AllowPhrase, type UserWord } from './user-types.ts';

/** A row that cannot be used, and why; line 1 is the first data row. */
export interface UserListIssue {
  line: number;
  code: 'columns' | 'empty' | 'too-long' | 'severity' | 'date' | 'too-many' | 'duplicate' | `pattern-${PatternFault}`;
  value: string;
}

export interface UserLists {
  words: UserWord[];
  phrases: AllowPhrase[];
  issues: UserListIssue[];
}

const header = ['list', 'text', 'kind', 'category', 'severity', 'note', 'proof', 'expiresOn'] as const;
const severities: readonly Severity[] = ['block', 'warn', 'info'];
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

type Row = Record<(typeof header)[number], string>;

/** Reads `"a","b"` rows with doubled quotes; no quoting surprises beyond RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] ?? '';
    if (quoted) {
      if (unit !== '"') cell += unit;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (unit === '"') quoted = true;
    else if (unit === ',' || unit === '\n') {
      row.push(cell);
      cell = '';
      if (unit === '\n') rows.push(row.splice(0));
    } else if (unit !== '\r') cell += unit;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.filter((cells) => cells.some((value) => value.trim() !== ''));
}

/** Quotes a cell; a leading `=`, `+`, `-` or `@` gets an apostrophe so that no spreadsheet runs it as a formula. */
function csvCell(value: string): string {
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function faultOf(row: Row): UserListIssue['code'] | null {
  if (row.text.trim() === '') return 'empty';
  const isPattern = row.kind === 'pattern';
  const limit = isPattern ? userLimits.patternLength : userLimits.textLength;
  if (row.text.length > limit || row.note.length > userLimits.noteLength || row.proof.length > userLimits.noteLength)
    return 'too-long';
  if (row.expiresOn !== '' && !day.test(row.expiresOn)) return 'date';
  if (row.list === 'word' && !severities.includes(row.severity as Severity)) return 'severity';
  if (!isPattern) return null;
  const compiled = compileCustomPattern(row.text);
  return typeof compiled === 'string' ? `pattern-${compiled}` : null;
}

function addRow(row: Row, out: UserLists, line: number, seen: Set<string>): void {
  const fault = faultOf(row);
  const key = `${row.list} ${row.kind} ${row.category} ${row.text}`;
  const isFull = row.list === 'word' ? out.words.length >= userLimits.words : out.phrases.length >= userLimits.phrases;
  const tooManyPatterns =
    row.kind === 'pattern' && out.words.filter((word) => word.kind === 'pattern').length >= userLimits.patterns;
  if (fault !== null || seen.has(key) || isFull || tooManyPatterns) {
    out.issues.push({
      line,
      code: fault ?? (seen.has(key) ? 'duplicate' : 'too-many'),
      value: row.text.slice(0, userLimits.textLength),
    });
    return;
  }
  seen.add(key);
  const expiresOn = row.expiresOn === '' ? null : row.expiresOn;
  if (row.list === 'word') {
    const kind = row.kind === 'pattern' ? 'pattern' : 'word';
    out.words.push({
      text: row.text,
      kind,
      category: row.category,
      severity: row.severity as Severity,
      note: row.note,
      expiresOn,
    });
  } else {
    out.phrases.push({
      text: row.text,
      category: row.category === '' ? null : row.category,
      reason: row.note,
      proof: row.proof,
      expiresOn,
    });
  }
}

function collect(rows: readonly Row[]): UserLists {
  const out: UserLists = { words: [], phrases: [], issues: [] };
  const seen = new Set<string>();
  rows.forEach((row, index) => addRow(row, out, index + 1, seen));
  return out;
}

/** Reads a list exported by {@link userListsToCsv}, or typed in that layout; unusable rows are reported, the others kept. */
export function userListsFromCsv(csv: string): UserLists {
  const [head, ...rows] = parseCsv(csv.replace(/^\uFEFF/, ''));
  const columns = (head ?? []).map((name) => name.trim());
  const missing = ['list', 'text'].filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return { words: [], phrases: [], issues: [{ line: 0, code: 'columns', value: missing.join(', ') }] };
  return collect(
    rows.map((cells) => {
      const value = (name: string): string =>
        columns.includes(name) ? (cells[columns.indexOf(name)] ?? '').trim() : '';
      const unquoted = (name: string): string => value(name).replace(/^'(?=[=+\-@])/, '');
      return Object.fromEntries(header.map((name) => [name, unquoted(name)])) as Row;
    }),
  );
}

function toRow(entry: UserWord | AllowPhrase): Row {
  const expiresOn = entry.expiresOn ?? '';
  return 'severity' in entry
    ? {
        list: 'word',
        text: entry.text,
        kind: entry.kind,
        category: entry.category,
        severity: entry.severity,
        note: entry.note,
        proof: '',
        expiresOn,
      }
    : {
        list: 'allow',
        text: entry.text,
        kind: '',
        category: entry.category ?? '',
        severity: '',
        note: entry.reason,
        proof: entry.proof,
        expiresOn,
      };
}

/** Writes both lists as one CSV with a header row. */
export function userListsToCsv(words: readonly UserWord[], phrases: readonly AllowPhrase[]): string {
  const rows = [...words, ...phrases].map((entry) => header.map((name) => csvCell(toRow(entry)[name])).join(','));
  return `${[header.join(','), ...rows].join('\r\n')}\r\n`;
}

/** Reads lists from parsed JSON of the shape `{words: […], phrases: […]}`; unknown fields are ignored. */
export function userListsFromJson(value: unknown): UserLists {
  const root = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const list = (name: string): Record<string, unknown>[] => {
    const entries = Object.hasOwn(root, name) ? root[name] : [];
    return Array.isArray(entries) ? entries.filter((entry) => typeof entry === 'object' && entry !== null) : [];
  };
  const text = (entry: Record<string, unknown>, name: string): string => {
    const field = Object.hasOwn(entry, name) ? entry[name] : '';
    return typeof field === 'string' ? field : '';
  };
  const row = (entry: Record<string, unknown>, kind: 'word' | 'allow'): Row => ({
    list: kind,
    text: text(entry, 'text'),
    kind: text(entry, 'kind'),
    category: text(entry, 'category'),
    severity: text(entry, 'severity'),
    note: kind === 'word' ? text(entry, 'note') : text(entry, 'reason'),
    proof: text(entry, 'proof'),
    expiresOn: text(entry, 'expiresOn'),
  });
  return collect([
    ...list('words').map((entry) => row(entry, 'word')),
    ...list('phrases').map((entry) => row(entry, 'allow')),
  ]);
}

/** The JSON form of both lists; {@link userListsFromJson} reads it back unchanged. */
export function userListsToJson(words: readonly UserWord[], phrases: readonly AllowPhrase[]): string {
  return `${JSON.stringify({ words, phrases }, null, 2)}\n`;
}
