import { decodeEscape } from './escapes.ts';
import { slowPath, type FoldTable } from './fold-table.ts';
import { styledForm } from './styled-form.ts';
import { createView, foldBits, push, reserve, type View } from './view.ts';

/** Extends the previous unit over a dropped one, so that a span never ends inside a cluster. */
function absorb(view: View, end: number, folds: number): void {
  const last = view.length - 1;
  if (last < 0) return;
  view.end[last] = end;
  view.folds[last] = (view.folds[last] ?? 0) | folds;
}

/** Appends the folded units of `text`, all standing for `[start, end)` of the original. */
function pushFolded(
  view: View,
  table: FoldTable,
  text: string,
  range: { start: number; end: number; folds: number },
): void {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const to = table.to[code] ?? 0;
    if (to === 0) continue;
    push(view, to === slowPath ? code : to, range.start, range.end, range.folds | (table.bit[code] ?? 0));
  }
}

function foldSurrogate(view: View, table: FoldTable, text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  if (code < 0x10000) {
    push(view, 0xfffd, at, at + 1, 0);
    return at + 1;
  }
  const end = at + 2;
  if (code >= 0xe0000 && code <= 0xe0fff) {
    absorb(view, end, foldBits.invisible);
    return end;
  }
  const character = text.slice(at, end);
  const compatible = styledForm(character);
  const isPlain = compatible !== character && compatible.length <= 8;
  if (isPlain) {
    pushFolded(view, table, compatible, { start: at, end, folds: foldBits.styled });
  } else {
    push(view, text.charCodeAt(at), at, end, 0);
    push(view, text.charCodeAt(at + 1), at, end, 0);
  }
  return end;
}

/** Folds what the one-look-up loop left over at `at`; returns where to go on. */
function foldSlow(view: View, table: FoldTable, text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdfff) return foldSurrogate(view, table, text, at);
  const escape = decodeEscape(text, at);
  if (escape !== null) {
    if (escape.text === '') absorb(view, escape.end, foldBits.entity);
    pushFolded(view, table, escape.text, { start: at, end: escape.end, folds: foldBits.entity });
    return escape.end;
  }
  const compatible = styledForm(text.slice(at, at + 1));
  if (/^[\p{L}\p{N}().]+$/u.test(compatible)) {
    pushFolded(view, table, compatible, { start: at, end: at + 1, folds: foldBits.styled });
  } else {
    push(view, code, at, at + 1, 0);
  }
  return at + 1;
}

/** Folds a run of units, each by itself; returns where the first stands that this cannot fold. */
function foldPlain(view: View, table: FoldTable, text: string, from: number): number {
  const { units, start, end, folds } = view;
  const { changed, to, bit } = table;
  const length = text.length;
  let out = view.length;
  let at = from;
  for (; at < length; at += 1) {
    const code = text.charCodeAt(at);
    let target = code;
    let fold = 0;
    if (changed.has(code)) {
      target = to[code] ?? 0;
      fold = bit[code] ?? 0;
      if (target === 0 || target === slowPath) break;
    }
    units[out] = target;
    start[out] = at;
    end[out] = at + 1;
    folds[out] = fold;
    out += 1;
  }
  view.length = out;
  return at;
}

/**
 * The base view: entities and escapes decoded, NFKC, lower case, traditional → simplified, look-alike letters,
 * invisible units dropped; every unit knows its slice of the original. `view` is reused when given.
 */
export function foldText(text: string, table: FoldTable, view: View = createView(text.length)): View {
  view.length = 0;
  const length = text.length;
  let at = 0;
  while (at < length) {
    reserve(view, view.length + (length - at));
    at = foldPlain(view, table, text, at);
    if (at === length) break;
    if (table.to[text.charCodeAt(at)] === slowPath) {
      at = foldSlow(view, table, text, at);
      continue;
    }
    at += 1;
    absorb(view, at, foldBits.invisible);
  }
  return view;
}
