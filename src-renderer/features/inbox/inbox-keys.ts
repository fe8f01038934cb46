import { fixKeys, type InboxFix } from './inbox-fixes.ts';

/** What a key means in the inbox. */
export type InboxCommand =
  | { do: 'move'; by: number; extend: boolean }
  | { do: 'page'; step: 1 | -1; extend: boolean }
  | { do: 'end'; at: 'first' | 'last' }
  | { do: 'group'; step: 1 | -1 }
  | { do: 'open'; open: boolean }
  | { do: 'tick' }
  | { do: 'tick-all' }
  | { do: 'clear' }
  | { do: 'best' }
  | { do: 'show' }
  | { do: 'undo' }
  | { do: 'help' }
  | { do: 'fix'; fix: InboxFix };

interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const withControl: Readonly<Record<string, InboxCommand>> = { a: { do: 'tick-all' }, z: { do: 'undo' } };

const down = (extend: boolean): InboxCommand => ({ do: 'move', by: 1, extend });
const up = (extend: boolean): InboxCommand => ({ do: 'move', by: -1, extend });
const tick = (): InboxCommand => ({ do: 'tick' });

/** Keys that move, tick and so on; each is told whether Shift is held. */
const named: Readonly<Record<string, (shift: boolean) => InboxCommand>> = {
  ArrowDown: down,
  j: down,
  ArrowUp: up,
  k: up,
  PageDown: (extend) => ({ do: 'page', step: 1, extend }),
  PageUp: (extend) => ({ do: 'page', step: -1, extend }),
  Home: () => ({ do: 'end', at: 'first' }),
  End: () => ({ do: 'end', at: 'last' }),
  ']': () => ({ do: 'group', step: 1 }),
  '[': () => ({ do: 'group', step: -1 }),
  ArrowRight: () => ({ do: 'open', open: true }),
  ArrowLeft: () => ({ do: 'open', open: false }),
  ' ': tick,
  x: tick,
  Escape: () => ({ do: 'clear' }),
  Enter: () => ({ do: 'best' }),
  o: () => ({ do: 'show' }),
  z: () => ({ do: 'undo' }),
  '?': () => ({ do: 'help' }),
  Delete: () => ({ do: 'fix', fix: 'remove' }),
};

/** What a key means; null for keys that are somebody else's. @param snoozed whether what was put off is listed */
export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed, snoozed: boolean): InboxCommand | null {
  const plain = key.length === 1 ? key.toLowerCase() : key;
  if (altKey) return null;
  if (ctrlKey || metaKey) return shiftKey ? null : (withControl[plain] ?? null);
  if (Object.hasOwn(named, plain)) return named[plain]?.(shiftKey) ?? null;
  if (shiftKey) return null;
  if (plain === fixKeys.snooze) return { do: 'fix', fix: snoozed ? 'wake' : 'snooze' };
  const fix = (Object.keys(fixKeys) as InboxFix[]).find((each) => fixKeys[each] === plain);
  return fix ? { do: 'fix', fix } : null;
}
