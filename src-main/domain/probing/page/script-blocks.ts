import type { ScriptToken } from './script-tokens.ts';

/** When the code at a place runs: with the page, when the reader taps, or when the named function is called. */
export type Trigger = 'load' | 'tap' | `call:${string}`;

export interface Block {
  /** Null: the block runs whenever its surroundings run. */
  trigger: Trigger | null;
  conditional: boolean;
  /** The condition asks for WeChat. */
  asksForWechat: boolean;
}

/** Functions that run their argument without the reader doing anything. */
const runsByItself: ReadonlySet<string> = new Set(
  'setTimeout setInterval requestAnimationFrame requestIdleCallback queueMicrotask $ jQuery ready onload then nextTick call apply'.split(
    ' ',
  ),
);
const loadEvents: ReadonlySet<string> = new Set(
  'DOMContentLoaded load onload pageshow onpageshow readystatechange onreadystatechange WeixinJSBridgeReady'.split(' '),
);
const controlWords: ReadonlySet<string> = new Set('if while for switch with catch'.split(' '));
const wechatName = /micromessenger|^_?is_?(?:we?i?xin|wechat|wx|inwechat)/i;

const plainBlock: Block = { trigger: null, conditional: false, asksForWechat: false };

/** What the `{` at `index` opens. `pairs` gives the opening parenthesis of each closing one read so far. */
export function blockAt(tokens: readonly ScriptToken[], index: number, pairs: ReadonlyMap<number, number>): Block {
  const before = tokens[index - 1];
  if (before?.value === '=>') return functionBlock(tokens, arrowStart(tokens, index - 1, pairs), pairs);
  if (before?.value === 'else' && before.kind === 'name') return { ...plainBlock, conditional: true };
  if (before?.value !== ')' || before.kind !== 'mark') return plainBlock;
  const open = pairs.get(index - 1);
  if (open === undefined) return plainBlock;
  const word = tokens[open - 1];
  if (word?.kind === 'name' && controlWords.has(word.value)) return conditionBlock(tokens, open, index - 1, word.value);
  return functionBlock(tokens, functionStart(tokens, open), pairs);
}

/** The block a braceless `if (…) statement` forms. */
export function conditionBlock(tokens: readonly ScriptToken[], open: number, close: number, word: string): Block {
  if (word !== 'if' && word !== 'switch' && word !== 'while') return plainBlock;
  const condition = tokens.slice(open, close);
  return { trigger: null, conditional: true, asksForWechat: condition.some(({ value }) => wechatName.test(value)) };
}

/** Index of `function`, of a method's name, or of the parameter list. */
function functionStart(tokens: readonly ScriptToken[], open: number): number {
  if (tokens[open - 1]?.value === 'function') return open - 1;
  if (tokens[open - 2]?.value === 'function') return open - 2;
  return tokens[open - 1]?.kind === 'name' ? open - 1 : open;
}

function arrowStart(tokens: readonly ScriptToken[], arrow: number, pairs: ReadonlyMap<number, number>): number {
  const before = arrow - 1;
  return tokens[before]?.value === ')' ? (pairs.get(before) ?? before) : before;
}

function functionBlock(tokens: readonly ScriptToken[], start: number, pairs: ReadonlyMap<number, number>): Block {
  return { ...plainBlock, trigger: triggerOf(tokens, tokens[start - 1]?.value === 'async' ? start - 1 : start, pairs) };
}

function triggerOf(tokens: readonly ScriptToken[], start: number, pairs: ReadonlyMap<number, number>): Trigger {
  const before = tokens[start - 1];
  const name = tokens[start]?.value === 'function' ? tokens[start + 1] : tokens[start];
  if (before?.value === '=' || before?.value === ':') return assignedTrigger(tokens[start - 2]);
  if (before?.value === '(' || before?.value === ',') {
    const call = before.value === '(' ? start - 1 : enclosingCall(tokens, start - 1, pairs);
    return call === null ? 'tap' : argumentTrigger(tokens, call);
  }
  if (name?.kind === 'name' && name.value !== 'function') return `call:${name.value}`;
  return 'load';
}

function assignedTrigger(target: ScriptToken | undefined): Trigger {
  if (!target) return 'tap';
  if (loadEvents.has(target.value)) return 'load';
  return /^on[a-z]+$/.test(target.value) ? 'tap' : `call:${target.value}`;
}

/** A function that is an argument: of a timer it runs by itself, of an event listener when the event comes. */
function argumentTrigger(tokens: readonly ScriptToken[], open: number): Trigger {
  const callee = tokens[open - 1];
  if (callee?.kind !== 'name' || callee.value === 'return') return 'load';
  if (callee.value === 'addEventListener' || callee.value === 'on' || callee.value === 'attachEvent') {
    return loadEvents.has(tokens[open + 1]?.value ?? '') ? 'load' : 'tap';
  }
  return runsByItself.has(callee.value) ? 'load' : 'tap';
}

/** The `(` whose argument list holds the token at `index`. */
function enclosingCall(
  tokens: readonly ScriptToken[],
  index: number,
  pairs: ReadonlyMap<number, number>,
): number | null {
  const farthest = Math.max(0, index - 60);
  for (let at = index; at >= farthest; at -= 1) {
    const value = tokens[at]?.value;
    if (tokens[at]?.kind !== 'mark') continue;
    if (value === ')') at = pairs.get(at) ?? farthest;
    else if (value === '(') return at;
    else if (value === '{' || value === ';') return null;
  }
  return null;
}
