import { describe, expect, it } from 'vitest';
import { emptyInbox } from './empty-inbox.ts';

describe('what an empty inbox says', () => {
  it('says that nothing is wrong only when every product was looked at', () => {
    expect(emptyInbox({ filter: {}, snoozed: false }, 0).title).toBe('inbox.empty.title');
    expect(emptyInbox({ filter: {}, snoozed: false }, 3)).toEqual({
      title: 'inbox.empty.soFar',
      text: 'inbox.unscanned',
    });
    expect(emptyInbox({ filter: { severity: 'block' }, snoozed: false }, 3).title).toBe('inbox.empty.soFar');
  });

  it('tells an empty selection and an empty list of what was put off apart', () => {
    expect(emptyInbox({ filter: { surface: 'group' }, snoozed: false }, 0).title).toBe('inbox.empty.filtered');
    expect(emptyInbox({ filter: {}, snoozed: true }, 3).title).toBe('inbox.empty.snoozed');
  });
});
