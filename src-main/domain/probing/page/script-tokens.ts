/** `name`: identifier or keyword; `string`: a complete literal, unescaped; `mark`: one punctuation character or `=>`. */
export interface ScriptToken {
  kind: 'name' | 'string' | 'mark' | 'pattern' | 'number';
  value: string;
}

const maxTokens = 40_000;
const maxPatternUnits = 1_000;
const space = /\s+/y;
const slash = 0x2f;
const less = 0x3c;

/**
 * Cuts a script into tokens without understanding it. Template strings with `${…}` become an empty string token that is
 * marked by two following `+`, so that nothing takes them for a complete address or a part of one.
 */
export function scriptTokens(script: string): ScriptToken[] {
  const tokens: ScriptToken[] = [];
  let at = 0;
  while (at < script.length && tokens.length < maxTokens) {
    if (script.charCodeAt(at) <= 0x20) at = Math.max(at + 1, runEnd(space, script, at));
    else at = commentEnd(script, at) ?? readToken(script, at, tokens);
  }
  return tokens;
}

/** Where the comment that begins at `at` ends; null when none does. */
function commentEnd(script: string, at: number): number | null {
  const code = script.charCodeAt(at);
  if (code === slash && script.charCodeAt(at + 1) === slash) return skipPast(script, '\n', at);
  if (code === slash && script.charAt(at + 1) === '*') return skipPast(script, '*/', at + 2);
  if (code === less && script.startsWith('<!--', at)) return skipPast(script, '\n', at);
  return null;
}

function skipPast(script: string, mark: string, from: number): number {
  const found = script.indexOf(mark, from);
  return found < 0 ? script.length : found + mark.length;
}

function readToken(script: string, at: number, tokens: ScriptToken[]): number {
  const character = script.charAt(at);
  if (character === '"' || character === "'" || character === '`') return readString(script, at, tokens);
  if (character === '/' && patternMayStart(tokens.at(-1))) return readPattern(script, at, tokens);
  const kind = runKind(script.charCodeAt(at));
  const end = kind === null ? at : runEnd(runs[kind], script, at);
  if (kind !== null && end > at) {
    tokens.push({ kind, value: script.slice(at, end) });
    return end;
  }
  const value = script.startsWith('=>', at) ? '=>' : character;
  tokens.push({ kind: 'mark', value });
  return at + value.length;
}

const runs = { name: /[\p{L}_$][\p{L}\p{N}_$]*/uy, number: /\d[0-9a-zA-Z.]*/y };

/** What a character may begin; anything else is a mark. */
function runKind(code: number): keyof typeof runs | null {
  if (code >= 0x30 && code <= 0x39) return 'number';
  const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return isLetter || code === 0x5f || code === 0x24 || code > 0x7f ? 'name' : null;
}

/** Where the run that begins at `from` ends; `from` itself when none does. */
function runEnd(run: RegExp, script: string, from: number): number {
  run.lastIndex = from;
  return run.test(script) ? run.lastIndex : from;
}

function readString(script: string, from: number, tokens: ScriptToken[]): number {
  const quote = script.charAt(from);
  let at = from + 1;
  while (at < script.length && script.charAt(at) !== quote) {
    if (quote !== '`' && script.charAt(at) === '\n') break;
    at += script.charAt(at) === '\\' ? 2 : 1;
  }
  const body = script.slice(from + 1, at);
  const computed = quote === '`' && body.includes('${');
  tokens.push({ kind: 'string', value: computed ? '' : unescapeString(body) });
  if (computed) tokens.push({ kind: 'mark', value: '+' }, { kind: 'mark', value: '+' });
  return at + 1;
}

/** The escapes that occur in addresses: `\/`, `\u0026`, `\x2F`. */
export function unescapeString(body: string): string {
  if (!body.includes('\\')) return body;
  return body.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_, unicode, hex, plain) => {
    if (plain !== undefined) return plain === 'n' || plain === 'r' || plain === 't' ? ' ' : String(plain);
    return String.fromCharCode(Number.parseInt(String(unicode ?? hex), 16));
  });
}

/** A `/` divides after a value and starts a pattern elsewhere. */
function patternMayStart(before: ScriptToken | undefined): boolean {
  if (!before) return true;
  if (before.kind === 'name') return before.value === 'return' || before.value === 'typeof' || before.value === 'case';
  return before.kind === 'mark' && before.value !== ')' && before.value !== ']' && before.value !== '}';
}

function readPattern(script: string, from: number, tokens: ScriptToken[]): number {
  let at = from + 1;
  let inClass = false;
  while (at < script.length) {
    const character = script.charAt(at);
    if (character === '\n' || at - from > maxPatternUnits) {
      tokens.push({ kind: 'mark', value: '/' });
      return from + 1;
    }
    if (character === '/' && !inClass) break;
    if (character === '[') inClass = true;
    if (character === ']') inClass = false;
    at += character === '\\' ? 2 : 1;
  }
  tokens.push({ kind: 'pattern', value: script.slice(from + 1, at) });
  return at + 1;
}
