/** Reads values of an answer whose shape nobody promises: a missing or odd part is null or empty, never an exception. */

/** The value behind a path of names; undefined when any of them is missing. */
export function at(value: unknown, ...names: readonly string[]): unknown {
  let found = value;
  for (const name of names) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return found;
}

/** Text or a number as text, trimmed; null for anything else and for nothing at all. Ids come as either. */
export function textAt(value: unknown, ...names: readonly string[]): string | null {
  const found = at(value, ...names);
  const text = typeof found === 'number' && Number.isFinite(found) ? String(found) : found;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** The first of several names that has a text: the current one before the old one. */
export function firstText(value: unknown, ...names: readonly string[]): string | null {
  for (const name of names) {
    const text = textAt(value, name);
    if (text !== null) return text;
  }
  return null;
}

/** A whole number of things; null when it is none. */
export function countAt(value: unknown, ...names: readonly string[]): number | null {
  const text = textAt(value, ...names);
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A list, whether it stands there itself or, as in unsimplified answers, inside an object of its own: `{map_data: […]}`. */
export function listAt(value: unknown, ...names: readonly string[]): unknown[] {
  const found = at(value, ...names);
  if (Array.isArray(found)) return found as unknown[];
  if (typeof found !== 'object' || found === null) return [];
  const inner = Object.values(found).find((each): each is unknown[] => Array.isArray(each));
  return inner ?? [];
}

/** An address with its scheme; answers leave it out (`//item.taobao.com/…`). */
export function addressAt(value: unknown, ...names: readonly string[]): string | null {
  const text = textAt(value, ...names);
  return text?.startsWith('//') ? `https:${text}` : text;
}
