import { describe, expect, it } from 'vitest';
import { bestForGroup, fixKeys, isPossible } from './inbox-fixes.ts';
import { commandOf } from './inbox-keys.ts';

const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  commandOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }, false);

describe('keys of the inbox', () => {
  it('reach every fix, and none is taken by anything else', () => {
    for (const [fix, key] of Object.entries(fixKeys)) {
      if (fix === 'wake') continue;
      expect(press(key)).toEqual({ do: 'fix', fix });
    }
    expect(commandOf({ key: 's', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }, true)).toEqual({
      do: 'fix',
      fix: 'wake',
    });
  });

  it('move, tick and take back', () => {
    expect([press('j'), press('K', { shiftKey: true })]).toEqual([
      { do: 'move', by: 1, extend: false },
      { do: 'move', by: -1, extend: true },
    ]);
    expect([press('x'), press('a', { ctrlKey: true }), press('z', { metaKey: true })]).toEqual([
      { do: 'tick' },
      { do: 'tick-all' },
      { do: 'undo' },
    ]);
  });

  it('leave to the browser and the input method what is theirs', () => {
    expect([press('r', { ctrlKey: true }), press('f', { metaKey: true }), press('d', { altKey: true })]).toEqual([
      null,
      null,
      null,
    ]);
    expect([press('Tab'), press('Process'), press('F5')]).toEqual([null, null, null]);
  });
});

describe('what is offered', () => {
  it('for a group is what helps all of it, never a written reason', () => {
    expect(bestForGroup({ rows: 9, fixes: ['edit', 'override', 'leave-out', 'remove'] })).toBe('leave-out');
    expect(bestForGroup({ rows: 1, fixes: ['edit', 'leave-out'] })).toBe('edit');
    expect(bestForGroup({ rows: 9, fixes: [] })).toBeNull();
  });

  it('is what makes sense for the rows', () => {
    const items = { items: true, products: false, snoozed: false };
    const one = { count: 1, offered: new Set(['relink', 'edit'] as const) };
    expect(isPossible('relink', one, items)).toBe(true);
    expect(isPossible('rewrite', one, items)).toBe(false);
    expect(isPossible('edit', { ...one, count: 2 }, items)).toBe(false);
    expect(isPossible('remove', one, { ...items, products: true })).toBe(false);
    expect(isPossible('snooze', one, { ...items, products: true })).toBe(true);
    expect(isPossible('wake', one, items)).toBe(false);
  });
});
