import { type ListRow, readListRows, type UserListIssue, type UserLists } from './list-rows.ts';
import type { UserEntries } from './user-types.ts';

function refused(code: UserListIssue['code'], value: string): UserLists {
  return { words: [], phrases: [], issues: [{ line: 0, code, value: value.slice(0, 100) }] };
}

function toRow(entry: unknown, list: 'word' | 'allow'): ListRow | null {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return null;
  const text = (name: string): string => {
    const field: unknown = Object.hasOwn(entry, name) ? Reflect.get(entry, name) : '';
    return typeof field === 'string' ? field : '';
  };
  return {
    list,
    text: text('text'),
    kind: text('kind'),
    category: text('category'),
    severity: text('severity'),
    note: list === 'word' ? text('note') : text('reason'),
    proof: text('proof'),
    expiresOn: text('expiresOn'),
  };
}

/** Reads lists from parsed JSON of the shape `{words: […], phrases: […]}`; unknown fields are ignored. */
export function userListsFromJson(value: unknown): UserLists {
  const root = typeof value === 'object' && value !== null ? value : {};
  const entries = (name: string): unknown[] | null => {
    const found: unknown = Object.hasOwn(root, name) ? Reflect.get(root, name) : null;
    return Array.isArray(found) ? found : null;
  };
  const words = entries('words');
  const phrases = entries('phrases');
  if (words === null && phrases === null) return refused('no-lists', '');
  return readListRows([
    ...(words ?? []).map((entry) => toRow(entry, 'word')),
    ...(phrases ?? []).map((entry) => toRow(entry, 'allow')),
  ]);
}

/** Reads lists from the text of a JSON file. */
export function userListsFromJsonText(text: string): UserLists {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused('not-json', error instanceof Error ? error.message : '');
  }
  return userListsFromJson(value);
}

/** The JSON form of both lists; {@link userListsFromJson} reads it back unchanged. */
export function userListsToJson({ words, phrases }: UserEntries): string {
  return `${JSON.stringify({ words, phrases }, null, 2)}\n`;
}
