import { type ScriptToken, scriptTokens } from './script-tokens.ts';

/** All timers of a script together; a page needs a line or two. */
const maxUnits = 20_000;

/** `setTimeout("go()", 100)` as the `setTimeout(function () { go() }, 100)` it stands for. */
export function withTimerTexts(tokens: readonly ScriptToken[]): readonly ScriptToken[] {
  if (!tokens.some((_, index) => isTimerText(tokens, index))) return tokens;
  let units = 0;
  return tokens.flatMap((token, index) => {
    if (!isTimerText(tokens, index)) return [token];
    units += token.value.length;
    return units > maxUnits ? [token] : [...opening, ...scriptTokens(token.value), ...closing];
  });
}

const mark = (value: string): ScriptToken => ({ kind: 'mark', value });
const opening: readonly ScriptToken[] = [{ kind: 'name', value: 'function' }, mark('('), mark(')'), mark('{')];
const closing: readonly ScriptToken[] = [mark('}')];

function isTimerText(tokens: readonly ScriptToken[], index: number): boolean {
  if (tokens[index]?.kind !== 'string' || tokens[index - 1]?.value !== '(') return false;
  const name = tokens[index - 2]?.value;
  const after = tokens[index + 1]?.value;
  return (name === 'setTimeout' || name === 'setInterval') && (after === ',' || after === ')');
}
