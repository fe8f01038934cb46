import { type Block, blockAt, conditionBlock, type Trigger } from './script-blocks.ts';
import { type ScriptToken, scriptTokens } from './script-tokens.ts';
import { withTimerTexts } from './timer-texts.ts';

/** A place in a script that leads to another address. */
export interface ScriptJump {
  target: string;
  /** `load`: happens by itself; `tap`: only after the reader does something. */
  trigger: 'load' | 'tap';
  /** Inside an `if`; whether it happens cannot be told without running the script. */
  conditional: boolean;
  /** Inside an `if` that asks for WeChat. */
  asksForWechat: boolean;
}

export type ScriptReader = (script: string) => readonly ScriptJump[];

interface Found {
  target: string;
  block: Omit<Block, 'trigger'>;
  triggers: Trigger[];
}

interface Walk {
  tokens: readonly ScriptToken[];
  blocks: Block[];
  /** Conditions without braces (`if (…) …`, `… && …`, `… ? …`); they end with their statement. */
  brief: Block[];
  statementStart: number;
  opened: number[];
  pairs: Map<number, number>;
  texts: Map<string, string>;
  found: Found[];
  calls: { name: string; triggers: Trigger[] }[];
}

const maxTargetUnits = 4_096;

/**
 * Jumps written as `location = "…"`, `location.href = "…"`, `location.replace("…")`, `window.open("…")` and
 * `frame.src = "scheme:…"`, `location["href"] = "…"`, also through variables and sums of plain texts. Other computed
 * targets are left out.
 */
export function scriptJumps(script: string): ScriptJump[] {
  const walk: Walk = {
    tokens: withTimerTexts(scriptTokens(script)),
    blocks: [],
    brief: [],
    statementStart: 0,
    opened: [],
    pairs: new Map(),
    texts: new Map(),
    found: [],
    calls: [],
  };
  for (let index = 0; index < walk.tokens.length; index += 1) step(walk, index);
  const called = calledOnLoad(walk.calls);
  return walk.found.map(({ target, block, triggers }) => ({
    target,
    trigger: triggers.every((trigger) => isLoad(trigger, called)) ? 'load' : 'tap',
    conditional: block.conditional,
    asksForWechat: block.asksForWechat,
  }));
}

/** Values of `var name = "…"` for the given names, in order of appearance. */
export function scriptVariables(script: string, names: readonly string[]): string[] {
  const tokens = scriptTokens(script);
  return tokens.flatMap((token, index) => {
    const isNamed = token.kind === 'name' && names.includes(token.value);
    const value = isNamed && tokens[index + 1]?.value === '=' ? completeString(tokens, index + 2) : null;
    return value === null || value === '' ? [] : [value];
  });
}

function step(walk: Walk, index: number): void {
  const token = walk.tokens[index];
  if (!token) return;
  if (token.kind === 'mark') readMark(walk, token.value, index);
  else if (token.kind === 'name') readName(walk, token.value, index);
  else if (token.value === 'location' && walk.tokens[index - 1]?.value === '[' && walk.tokens[index + 1]?.value === ']')
    noteTarget(walk, locationTarget(walk, index));
}

function readMark(walk: Walk, value: string, index: number): void {
  if (value === '(') walk.opened.push(index);
  else if (value === ')') closeParenthesis(walk, index);
  else if (value === '{') {
    walk.blocks.push(blockAt(walk.tokens, index, walk.pairs));
    startStatement(walk, index);
  } else if (value === '}') {
    walk.blocks.pop();
    startStatement(walk, index);
  } else if (value === ';') startStatement(walk, index);
  else if (value === '?' || ((value === '&' || value === '|') && walk.tokens[index - 1]?.value === value)) {
    addBrief(walk, walk.statementStart, index);
  }
}

function startStatement(walk: Walk, index: number): void {
  walk.brief = [];
  walk.statementStart = index + 1;
}

function addBrief(walk: Walk, from: number, to: number): void {
  if (walk.brief.length < 8) walk.brief.push(conditionBlock(walk.tokens, from, to, 'if'));
}

function closeParenthesis(walk: Walk, index: number): void {
  const open = walk.opened.pop();
  if (open === undefined) return;
  walk.pairs.set(index, open);
  const word = walk.tokens[open - 1]?.value;
  if (word === 'if' && walk.tokens[index + 1]?.value !== '{') addBrief(walk, open, index);
}

function readName(walk: Walk, value: string, index: number): void {
  const { tokens } = walk;
  const next = tokens[index + 1]?.value;
  noteText(walk, value, index);
  if (value === 'else' && next !== '{') addBrief(walk, index, index);
  if (value === 'location') noteTarget(walk, locationTarget(walk, index));
  else if (value === 'open' && next === '(') noteTarget(walk, textAt(walk, index + 2));
  else if (value === 'src' && next === '=' && tokens[index - 1]?.value === '.')
    noteScheme(walk, textAt(walk, index + 2));
  else if (next === '(' && tokens[index - 1]?.value !== 'function' && walk.calls.length < 5_000) {
    walk.calls.push({ name: value, triggers: activeTriggers(walk) });
  }
}

/** What is computed from elsewhere is not known any more. */
function noteText(walk: Walk, name: string, index: number): void {
  const { tokens, texts } = walk;
  const adds = tokens[index + 1]?.value === '+';
  const value = adds ? index + 3 : index + 2;
  if (tokens[value - 1]?.value !== '=' || tokens[value]?.value === '=') return;
  const text = textAt(walk, value);
  const before = adds ? texts.get(name) : '';
  if (text === null || before === undefined) texts.delete(name);
  else texts.set(name, (before + text).slice(0, maxTargetUnits + 1));
}

/** A string that nothing is added to. */
function completeString(tokens: readonly ScriptToken[], index: number): string | null {
  const token = tokens[index];
  if (token?.kind !== 'string' || tokens[index + 1]?.value === '+') return null;
  return token.value;
}

const maxTerms = 20;

/** The text an expression is, when it is texts and variables that hold one, added up; null when anything else is in it. */
function textAt({ tokens, texts }: Walk, index: number): string | null {
  let sum = '';
  for (let term = 0; term < maxTerms; term += 1) {
    const token = tokens[index + term * 2];
    const text = token?.kind === 'string' ? token.value : token?.kind === 'name' ? texts.get(token.value) : undefined;
    const after = tokens[index + term * 2 + 1];
    if (text === undefined) return null;
    sum += text;
    if (after?.kind !== 'mark' || !['+', '.', '(', '['].includes(after.value)) return sum;
    if (after.value !== '+') return null;
  }
  return null;
}

function locationTarget(walk: Walk, index: number): string | null {
  const { tokens } = walk;
  // `window["location"]` ends one mark later.
  const from = tokens[index]?.kind === 'string' ? index + 2 : index + 1;
  if (tokens[from]?.value === '=') return assigned(walk, from + 1);
  const member = memberAt(tokens, from);
  const mark = member === null ? undefined : tokens[member.end]?.value;
  if (member?.name === 'href' && mark === '=') return assigned(walk, member.end + 1);
  const isCall = member?.name === 'replace' || member?.name === 'assign';
  return isCall && mark === '(' ? textAt(walk, member.end + 1) : null;
}

/** `.name` or `["name"]`, and the index behind it. */
function memberAt(tokens: readonly ScriptToken[], index: number): { name: string; end: number } | null {
  const mark = tokens[index]?.value;
  const name = tokens[index + 1];
  if (mark === '.' && name) return { name: name.value, end: index + 2 };
  if (mark !== '[' || name?.kind !== 'string' || tokens[index + 2]?.value !== ']') return null;
  return { name: name.value, end: index + 3 };
}

/** `==` compares. */
function assigned(walk: Walk, index: number): string | null {
  return walk.tokens[index]?.value === '=' ? null : textAt(walk, index);
}

function noteScheme(walk: Walk, target: string | null): void {
  if (target !== null && /^[a-z][a-z0-9+.-]{1,30}:\/\//i.test(target) && !/^https?:/i.test(target)) {
    noteTarget(walk, target);
  }
}

function noteTarget(walk: Walk, target: string | null): void {
  if (target === null || target.trim() === '' || target.length > maxTargetUnits || walk.found.length >= 200) return;
  const around = [...walk.blocks, ...walk.brief];
  const block = {
    conditional: around.some(({ conditional }) => conditional),
    asksForWechat: around.some(({ asksForWechat }) => asksForWechat),
  };
  walk.found.push({ target: target.trim(), block, triggers: activeTriggers(walk) });
}

function activeTriggers({ blocks }: Walk): Trigger[] {
  return blocks.flatMap(({ trigger }) => (trigger === null || trigger === 'load' ? [] : [trigger]));
}

/** Names of functions that run with the page, directly or through one another. */
function calledOnLoad(calls: Walk['calls']): Set<string> {
  const called = new Set<string>();
  for (let before = -1; before !== called.size; ) {
    before = called.size;
    for (const call of calls) {
      if (call.triggers.every((trigger) => isLoad(trigger, called))) called.add(call.name);
    }
  }
  return called;
}

const isLoad = (trigger: Trigger, called: ReadonlySet<string>): boolean =>
  trigger === 'load' || (trigger !== 'tap' && called.has(trigger.slice('call:'.length)));
