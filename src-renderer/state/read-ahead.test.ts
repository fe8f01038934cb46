import { describe, expect, it } from 'vitest';
import type { Transport } from '#rpc/transport';
import { ReadAhead } from './read-ahead.ts';

/** An engine that answers when it is told to. */
function engine() {
  const waiting: { answer(value: unknown): void; fail(error: Error): void }[] = [];
  const changed: (() => void)[] = [];
  const transport = {
    call: () => new Promise((answer, fail) => waiting.push({ answer, fail })),
    listen: (_: string, listener: () => void) => changed.push(listener),
  } as unknown as Transport;
  return { transport, waiting, change: () => changed.forEach((tell) => tell()) };
}
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

describe('an answer asked for ahead', () => {
  it('is not there before it came, may be looked at, and is given out once', async () => {
    const { transport, waiting } = engine();
    const ahead = new ReadAhead(transport);
    void ahead.ask('words.list', {});
    expect(ahead.look('words.list', {})).toBeUndefined();
    waiting[0]?.answer('lists');
    await settled();
    expect(ahead.look('words.list', {})).toBe('lists');
    expect(ahead.take('words.list', {})).toBe('lists');
    expect(ahead.take('words.list', {})).toBeUndefined();
  });

  it('belongs to its parameters', async () => {
    const { transport, waiting } = engine();
    const ahead = new ReadAhead(transport);
    void ahead.ask('links.verdicts', { linkId: 1 });
    waiting[0]?.answer('of one');
    await settled();
    expect(ahead.look('links.verdicts', { linkId: 2 })).toBeUndefined();
    expect(ahead.look('links.verdicts', { linkId: 1 })).toBe('of one');
  });

  it('is dropped by a change, whether it came before or comes after', async () => {
    const { transport, waiting, change } = engine();
    const ahead = new ReadAhead(transport);
    void ahead.ask('words.list', {});
    void ahead.ask('packs.list', {});
    waiting[0]?.answer('old');
    await settled();
    change();
    waiting[1]?.answer('old too');
    await settled();
    expect(ahead.look('words.list', {})).toBeUndefined();
    expect(ahead.look('packs.list', {})).toBeUndefined();
  });

  it('that is a failure is none', async () => {
    const { transport, waiting } = engine();
    const ahead = new ReadAhead(transport);
    void ahead.ask('words.list', {});
    waiting[0]?.fail(new Error('no line'));
    await settled();
    expect(ahead.take('words.list', {})).toBeUndefined();
  });
});
