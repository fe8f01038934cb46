import { decodeEntities } from './entities.ts';
import { htmlTokens, type HtmlToken } from './html-tokens.ts';
import { type Refresh, readRefresh } from './read-refresh.ts';
import { attributeWords } from './unseen-words.ts';

/** What a page shows and where it wants to go, read without running anything. */
export interface PageFacts {
  title: string;
  /** What a reader sees, one block per line, at most {@link maxTextUnits} units. */
  text: string;
  /** What it holds besides: hidden layers, alternative texts, the share card. At most {@link maxTextUnits} units. */
  unseenText: string;
  refreshes: Refresh[];
  /** Inline scripts, together at most {@link maxScriptUnits} units. */
  scripts: string[];
  /** Code of `<body onload>`; runs when all of the scripts have. */
  onLoad: string;
  /** Blocks of data between `script` tags, such as JSON-LD; limited with the scripts. */
  data: string[];
  /** Addresses of `iframe`s; an app scheme there starts the app. */
  frames: string[];
  hasPasswordField: boolean;
}

export const maxTextUnits = 20_000;
export const maxScriptUnits = 300_000;
/** Room beyond the limit, because white space is squeezed afterwards. */
const roomUnits = maxTextUnits * 4;
const maxFrames = 300;
const maxDepth = 400;

const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const unseenElements: ReadonlySet<string> = new Set('head noscript template svg object select datalist'.split(' '));
const inlineElements: ReadonlySet<string> = new Set(
  'a b i u s em strong span font small big sub sup label mark time code kbd abbr del ins bdi bdo cite q var'.split(' '),
);

/** Words as they come, up to {@link roomUnits}. */
interface Words {
  parts: string[];
  units: number;
}

interface Reader {
  page: PageFacts;
  /** Open elements, innermost last. */
  open: { name: string; unseen: boolean }[];
  shown: Words;
  unseen: Words;
  scriptUnits: number;
}

export function readPage(html: string): PageFacts {
  const page: PageFacts = {
    title: '',
    text: '',
    unseenText: '',
    refreshes: [],
    scripts: [],
    onLoad: '',
    data: [],
    frames: [],
    hasPasswordField: false,
  };
  const reader: Reader = {
    page,
    open: [],
    shown: { parts: [], units: 0 },
    unseen: { parts: [], units: 0 },
    scriptUnits: 0,
  };
  for (const token of htmlTokens(html)) readToken(reader, token);
  page.text = tidy(reader.shown.parts.join('')).slice(0, maxTextUnits);
  page.unseenText = tidy(reader.unseen.parts.join('')).slice(0, maxTextUnits);
  return page;
}

function readToken(reader: Reader, token: HtmlToken): void {
  if (token.kind === 'text') addText(reader, decodeEntities(token.text));
  else if (token.kind === 'raw') readRaw(reader, token.name, token.text, token.attributes);
  else if (token.kind === 'close') closeElement(reader, token.name);
  else openElement(reader, token.name, token.attributes);
}

function readRaw(reader: Reader, name: string, text: string, attributes: ReadonlyMap<string, string>): void {
  const { page } = reader;
  if (name === 'title') page.title ||= tidy(decodeEntities(text.slice(0, 2_000))).slice(0, 300);
  else if (name === 'script') {
    if (!isInert(reader)) addScript(reader, text, attributes);
  } else if (name === 'textarea') collect(reader.unseen, `\n${decodeEntities(text)}\n`);
  else if (name === 'iframe') {
    const source = attributes.get('src');
    if (source !== undefined && page.frames.length < maxFrames) page.frames.push(source.trim());
  }
}

function addScript(reader: Reader, text: string, attributes: ReadonlyMap<string, string>): void {
  const type = attributes.get('type') ?? '';
  const isCode = type === '' || /^(?:module|text\/(?:java|ecma)script|application\/(?:x-)?javascript)$/i.test(type);
  if (!isCode && !/^application\/(?:ld\+)?json$/i.test(type)) return;
  const kept = text.slice(0, maxScriptUnits - reader.scriptUnits);
  reader.scriptUnits += kept.length;
  if (kept.trim() !== '') reader.page[isCode ? 'scripts' : 'data'].push(kept);
}

function openElement(reader: Reader, name: string, attributes: ReadonlyMap<string, string>): void {
  noteElement(reader, name, attributes);
  if (!inlineElements.has(name)) addText(reader, '\n');
  if (voidElements.has(name) || reader.open.length >= maxDepth) return;
  // A page without `</head>` still shows its body.
  if (name === 'body') reader.open.length = 0;
  reader.open.push({ name, unseen: isUnseen(reader) || unseenElements.has(name) || isHidden(attributes) });
}

function noteElement(reader: Reader, name: string, attributes: ReadonlyMap<string, string>): void {
  for (const words of attributeWords(name, attributes)) collect(reader.unseen, `\n${words}\n`);
  if (name === 'meta') noteRefresh(reader, attributes);
  else if (name === 'input') noteInput(reader, attributes);
  else if (name === 'body') reader.page.onLoad ||= (attributes.get('onload') ?? '').trim();
}

function noteInput(reader: Reader, attributes: ReadonlyMap<string, string>): void {
  const type = attributes.get('type')?.toLowerCase() ?? '';
  if (type === 'password') reader.page.hasPasswordField = true;
  if (type !== 'button' && type !== 'submit') return;
  const label = ` ${attributes.get('value') ?? ''} `;
  if (isHidden(attributes)) collect(reader.unseen, label);
  else addText(reader, label);
}

function noteRefresh(reader: Reader, attributes: ReadonlyMap<string, string>): void {
  if (attributes.get('http-equiv')?.toLowerCase() !== 'refresh' || isInert(reader)) return;
  const refresh = readRefresh(attributes.get('content') ?? '');
  if (refresh) reader.page.refreshes.push(refresh);
}

/** Markup for readers without scripts, and templates: nothing in them happens by itself. */
const isInert = ({ open }: Reader): boolean => open.some(({ name }) => name === 'noscript' || name === 'template');

function closeElement(reader: Reader, name: string): void {
  if (!inlineElements.has(name)) addText(reader, '\n');
  for (let index = reader.open.length - 1; index >= 0; index -= 1) {
    if (reader.open[index]?.name !== name) continue;
    reader.open.length = index;
    return;
  }
}

const isUnseen = ({ open }: Reader): boolean => open.at(-1)?.unseen === true;

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.size === 0) return false;
  if (attributes.has('hidden')) return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.get('style') ?? '');
}

function addText(reader: Reader, text: string): void {
  collect(isUnseen(reader) ? reader.unseen : reader.shown, text);
}

function collect(words: Words, text: string): void {
  if (words.units > roomUnits) return;
  words.parts.push(text);
  words.units += text.length;
}

/** One line for each block that shows something, single spaces within. */
function tidy(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed !== '') lines.push(/\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed);
  }
  return lines.join('\n');
}
