import { decodeEntities } from './entities.ts';

export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string }
  /** Content that is not markup: `script`, `style`, `title`, `textarea`. */
  | { kind: 'raw'; name: string; attributes: ReadonlyMap<string, string>; text: string };

const rawElements: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed']);
const maxAttributes = 60;
const noAttributes: ReadonlyMap<string, string> = new Map();

/**
 * Markup as a browser's tokenizer would cut it, without building a tree. Reads every character a bounded number of
 * times; unclosed constructs end with the page.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    if (tag < 0) {
      yield { kind: 'text', text: html.slice(at) };
      return;
    }
    if (tag > at) yield { kind: 'text', text: html.slice(at, tag) };
    const { token, end } = readMarkup(html, tag);
    if (token) yield token;
    at = end;
  }
}

interface Read {
  token: HtmlToken | null;
  end: number;
}

function readMarkup(html: string, at: number): Read {
  if (html.startsWith('<!--', at)) return { token: null, end: after(html, '-->', at + 4) };
  if (html.startsWith('<![CDATA[', at)) return { token: null, end: after(html, ']]>', at + 9) };
  const next = html.charAt(at + 1);
  if (next === '!' || next === '?') return { token: null, end: after(html, '>', at + 2) };
  if (next === '/' && /[a-z]/i.test(html.charAt(at + 2))) return readClosing(html, at);
  if (!/[a-z]/i.test(next)) return { token: { kind: 'text', text: '<' }, end: at + 1 };
  return readOpening(html, at);
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function readClosing(html: string, at: number): Read {
  const end = after(html, '>', at + 2);
  return { token: { kind: 'close', name: nameAt(html, at + 2) }, end };
}

function readOpening(html: string, at: number): Read {
  const name = nameAt(html, at + 1);
  const { attributes, end } = readAttributes(html, at + 1 + name.length);
  if (!rawElements.has(name)) return { token: { kind: 'open', name, attributes }, end };
  const close = findRawEnd(html, name, end);
  const text = html.slice(end, close);
  return { token: { kind: 'raw', name, attributes, text }, end: after(html, '>', close) };
}

const namePart = /[a-z][a-z0-9:-]*/iy;

function nameAt(html: string, at: number): string {
  namePart.lastIndex = at;
  return namePart.exec(html)?.[0].toLowerCase() ?? '';
}

function findRawEnd(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  }
  return html.length;
}

/** Attributes up to the `>` that ends the tag; a `>` inside quotes does not. */
function readAttributes(html: string, from: number): { attributes: ReadonlyMap<string, string>; end: number } {
  if (html.charAt(from) === '>') return { attributes: noAttributes, end: from + 1 };
  const attributes = new Map<string, string>();
  let at = from;
  while (at < html.length) {
    const character = html.charAt(at);
    if (character === '>') return { attributes, end: at + 1 };
    if (character === '/' || character <= ' ') {
      at += 1;
      continue;
    }
    const attribute = readAttribute(html, at);
    if (attributes.size < maxAttributes && !attributes.has(attribute.name)) {
      attributes.set(attribute.name, attribute.value);
    }
    at = attribute.end;
  }
  return { attributes, end: html.length };
}

function readAttribute(html: string, from: number): { name: string; value: string; end: number } {
  let at = from + 1;
  while (at < html.length && !isOneOf(html.charAt(at), '=>/')) at += 1;
  const name = html.slice(from, at).toLowerCase();
  let value = at;
  while (html.charAt(value) !== '' && html.charAt(value) <= ' ') value += 1;
  if (html.charAt(value) !== '=') return { name, value: '', end: at };
  value += 1;
  while (html.charAt(value) !== '' && html.charAt(value) <= ' ') value += 1;
  const quote = html.charAt(value);
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, value + 1);
    const end = close < 0 ? html.length : close;
    return { name, value: decodeEntities(html.slice(value + 1, end)), end: end + 1 };
  }
  let end = value;
  while (end < html.length && !isOneOf(html.charAt(end), '>')) end += 1;
  return { name, value: decodeEntities(html.slice(value, end)), end };
}

const isOneOf = (character: string, set: string): boolean => character <= ' ' || set.includes(character);
