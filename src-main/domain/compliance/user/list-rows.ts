import type { Severity } from '../finding.ts';
import { compileCustomPattern, type PatternFault } from './custom-pattern.ts';
import { type AllowPhrase, ownCategory, type UserEntries, userLimits, type UserWord } from './user-types.ts';

/** One entry of either list as text fields, the shape lists have in files. */
export interface ListRow {
  /** `word` or `allow`. */
  list: string;
  text: string;
  /** `word` or `pattern`, for words. */
  kind: string;
  category: string;
  severity: string;
  note: string;
  proof: string;
  /** YYYY-MM-DD (also `2027/1/31`, `2027年1月31日`) or ''. */
  expiresOn: string;
}

export const listColumns = ['list', 'text', 'kind', 'category', 'severity', 'note', 'proof', 'expiresOn'] as const;

/** Why an entry cannot be used. */
export type EntryFault =
  | 'empty'
  | 'too-long'
  | 'list'
  | 'severity'
  | 'date'
  | 'too-many'
  | 'duplicate'
  | 'not-an-entry'
  | `pattern-${PatternFault}`;

/** A row that cannot be used, and why; line 1 is the first data row, line 0 the list as a whole. */
export interface UserListIssue {
  line: number;
  code: EntryFault | 'columns' | 'not-json' | 'no-lists';
  value: string;
}

export interface UserLists {
  words: UserWord[];
  phrases: AllowPhrase[];
  issues: UserListIssue[];
}

const severities: readonly string[] = ['block', 'warn', 'info'] satisfies Severity[];
const writtenDay = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
/** Tells a row from all others of its list: an own word once, an allow-phrase once for each category. */
const keyOf = (row: ListRow): string =>
  row.list === 'word' ? `word ${row.kind} ${row.text}` : `allow ${row.category} ${row.text}`;

/** A written day as YYYY-MM-DD; null when it is no day of the calendar. */
function readDay(written: string): string | null {
  const found = writtenDay.exec(written);
  if (found === null) return null;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date ? day.toISOString().slice(0, 10) : null;
}

/** Why a row cannot become an entry; null when it can. */
export function entryFault(row: ListRow): EntryFault | null {
  if (row.list !== 'word' && row.list !== 'allow') return 'list';
  if (row.text.trim() === '') return 'empty';
  const isPattern = row.list === 'word' && row.kind === 'pattern';
  const longest = isPattern ? userLimits.patternLength : userLimits.textLength;
  if (row.text.length > longest || row.category.length > userLimits.categoryLength) return 'too-long';
  if (row.note.length > userLimits.noteLength || row.proof.length > userLimits.noteLength) return 'too-long';
  if (row.expiresOn !== '' && readDay(row.expiresOn) === null) return 'date';
  if (row.list === 'word' && !severities.includes(row.severity)) return 'severity';
  if (!isPattern) return null;
  const compiled = compileCustomPattern(row.text);
  return typeof compiled === 'string' ? `pattern-${compiled}` : null;
}

function toWord(row: ListRow): UserWord {
  return {
    text: row.text.trim(),
    kind: row.kind === 'pattern' ? 'pattern' : 'word',
    category: row.category === '' ? ownCategory : row.category,
    severity: row.severity as Severity,
    note: row.note,
    expiresOn: readDay(row.expiresOn),
  };
}

function toPhrase(row: ListRow): AllowPhrase {
  const category = row.category === '' ? null : row.category;
  return { text: row.text.trim(), category, reason: row.note, proof: row.proof, expiresOn: readDay(row.expiresOn) };
}

function isFull(row: ListRow, { words, phrases }: UserEntries): boolean {
  if (row.list === 'allow') return phrases.length >= userLimits.phrases;
  const patterns = row.kind === 'pattern' ? words.filter(({ kind }) => kind === 'pattern').length : 0;
  return words.length >= userLimits.words || patterns >= userLimits.patterns;
}

/** Turns rows into entries; unusable ones are reported, the others kept. A null row is one that was no entry at all. */
export function readListRows(rows: readonly (ListRow | null)[]): UserLists {
  const out: UserLists = { words: [], phrases: [], issues: [] };
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    if (row === null) {
      out.issues.push({ line: index + 1, code: 'not-an-entry', value: '' });
      return;
    }
    const key = keyOf(row);
    const fault = entryFault(row) ?? (seen.has(key) ? 'duplicate' : isFull(row, out) ? 'too-many' : null);
    if (fault !== null) {
      out.issues.push({ line: index + 1, code: fault, value: row.text.slice(0, userLimits.textLength) });
      return;
    }
    seen.add(key);
    if (row.list === 'word') out.words.push(toWord(row));
    else out.phrases.push(toPhrase(row));
  });
  return out;
}

/** An own word as a row. */
export function wordRow({ text, kind, category, severity, note, expiresOn }: UserWord): ListRow {
  return { list: 'word', text, kind, category, severity, note, proof: '', expiresOn: expiresOn ?? '' };
}

/** An allow-phrase as a row. */
export function phraseRow({ text, category, reason, proof, expiresOn }: AllowPhrase): ListRow {
  return {
    list: 'allow',
    text,
    kind: '',
    category: category ?? '',
    severity: '',
    note: reason,
    proof,
    expiresOn: expiresOn ?? '',
  };
}
