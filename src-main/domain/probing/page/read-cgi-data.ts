import { decodeEntities } from './entities.ts';

/** `var cgiData = {…}` of WeChat's block page. Missing fields are ''. */
export interface CgiData {
  type: string;
  title: string;
  desc: string;
  url: string;
  buttons: string[];
}

const maxUnits = 20_000;

/**
 * Reads the data WeChat's block page is rendered from. Values come with HTML references (`http:&#x2f;&#x2f;…`), which are
 * decoded. Data that is not valid JSON is read field by field.
 */
export function readCgiData(html: string): CgiData | null {
  const start = /cgiData\s{0,20}=\s{0,20}\{/.exec(html);
  if (!start) return null;
  const from = start.index + start[0].length - 1;
  const written = html.slice(from, objectEnd(html, from));
  return fromJson(written) ?? fieldByField(written);
}

/** End of the object that opens at `from`, braces inside strings aside. */
function objectEnd(html: string, from: number): number {
  let depth = 0;
  let quote = '';
  const limit = Math.min(html.length, from + maxUnits);
  for (let at = from; at < limit; at += 1) {
    const character = html.charAt(at);
    if (character === '\\') at += 1;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return limit;
}

function fromJson(written: string): CgiData | null {
  let data: unknown;
  try {
    data = JSON.parse(written);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof data !== 'object' || data === null) return null;
  const fields = data as Record<string, unknown>;
  const buttons = Array.isArray(fields['btns']) ? (fields['btns'] as unknown[]) : [];
  return {
    type: text(fields['type']),
    title: text(fields['title']),
    desc: text(fields['desc']),
    url: text(fields['url']),
    buttons: buttons.slice(0, 10).map((button) => text((button as { name?: unknown } | null)?.name)),
  };
}

const text = (value: unknown): string =>
  typeof value === 'string' ? decodeEntities(value).trim().slice(0, 2_000) : '';

function fieldByField(written: string): CgiData | null {
  const field = (name: string): string => {
    const match = new RegExp(`["']?\\b${name}["']?\\s{0,5}:\\s{0,5}(?:"([^"]{0,2000})"|'([^']{0,2000})')`).exec(
      written,
    );
    return text(match?.[1] ?? match?.[2]);
  };
  const type = field('type');
  if (type === '') return null;
  return { type, title: field('title'), desc: field('desc'), url: field('url'), buttons: [] };
}
