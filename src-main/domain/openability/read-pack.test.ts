// oxlint-disable-next-line no-restricted-imports -- the test reads the pack as it is shipped
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenabilityPack } from './pack-shape.ts';
import { parsePack, readPack } from './read-pack.ts';

const text = readFileSync(
  new URL('../../../resources/rulepacks/openability/wechat-openability@2026-11-23.json', import.meta.url),
  'utf8',
);
const good = (): OpenabilityPack => JSON.parse(text) as OpenabilityPack;

/** Problem codes after changing a copy of the built-in pack. */
function problemsOf(change: (pack: OpenabilityPack) => void): string[] {
  const pack = good();
  change(pack);
  const reading = readPack(pack);
  return reading.ok ? [] : reading.problems.map(({ code, at }) => `${code} ${at}`);
}

const set = (target: object, name: string, value: unknown): void => {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
};

describe('a pack from outside', () => {
  it('is copied, not kept', () => {
    const pack = good();
    const reading = readPack(pack);
    if (!reading.ok) throw new Error('refused');
    expect(reading.pack).toEqual(pack);
    expect(reading.pack.rows).not.toBe(pack.rows);
  });

  it('may start with a byte order mark and may carry fields of a later version', () => {
    expect(parsePack(`\ufeff${text}`).ok).toBe(true);
    const later = { ...good(), colour: 'red' };
    expect(readPack(later)).toMatchObject({ ok: true, warnings: [{ code: 'unknown-field', at: 'colour' }] });
  });

  const broken: [string, (pack: OpenabilityPack) => void, string][] = [
    ['a format it does not know', (pack) => set(pack, 'format', 'taoke-desk/openability@9'), 'not-one-of format'],
    ['a missing field', (pack) => Reflect.deleteProperty(pack, 'rows'), 'missing rows'],
    ['no rows', (pack) => set(pack, 'rows', []), 'empty rows'],
    ['rows that are no list', (pack) => set(pack, 'rows', { length: 1 }), 'wrong-type rows'],
    ['a number for an id', (pack) => set(pack.rows[0]!, 'id', 7), 'wrong-type rows[0].id'],
    ['a day that does not exist', (pack) => set(pack.rows[1]!, 'from', '2021-02-30'), 'bad-day rows[1].from'],
    ['an outcome of its own', (pack) => set(pack.rows[1]!, 'outcome', 'safe'), 'not-one-of rows[1].outcome'],
    [
      'a start after the end',
      (pack) => Object.assign(pack.rows[0]!, { from: '2022-01-01', to: '2021-01-01' }),
      'from-after-to rows[0]',
    ],
    ['an id used twice', (pack) => set(pack.rows[1]!, 'id', pack.rows[0]!.id), 'duplicate-id rows[1].id'],
    ['a surface nobody declared', (pack) => set(pack.rows[0]!, 'surface', 'qq'), 'unknown-reference rows[0].surface'],
    [
      'a class nobody declared',
      (pack) => set(pack.rows[0]!, 'linkClass', 'nobody'),
      'unknown-reference rows[0].linkClass',
    ],
    ['a verdict without a source', (pack) => set(pack.rows[0]!, 'source', []), 'no-source rows[0].source'],
    ['a prototype name as id', (pack) => set(pack.rows[0]!, 'id', 'constructor'), 'forbidden-name rows[0].id'],
    [
      'a prototype name as field',
      (pack) => set(pack.rows[0]!, '__proto__', { x: 1 }),
      'forbidden-name rows[0].__proto__',
    ],
    ['an id with spaces', (pack) => set(pack.surfaces[0]!, 'id', 'a b'), 'bad-id surfaces[0].id'],
    [
      'text that turns the reading direction',
      (pack) => set(pack.rows[0]!.note, 'zh', '安全\u202e'),
      'control-character rows[0].note.zh',
    ],
    ['an endless text', (pack) => set(pack.rows[0]!.note, 'zh', '长'.repeat(10_000)), 'text-too-long rows[0].note.zh'],
    [
      'endless rows',
      (pack) =>
        set(
          pack,
          'rows',
          Array.from({ length: 6000 }, () => pack.rows[0]),
        ),
      'too-many rows',
    ],
    [
      'a fractional limit',
      (pack) => set(pack.parameters, 'deviceFreshDays', 1.5),
      'wrong-type parameters.deviceFreshDays',
    ],
    [
      'a limit of no days',
      (pack) => set(pack.parameters, 'deviceFreshDays', 0),
      'out-of-range parameters.deviceFreshDays',
    ],
  ];
  it.each(broken)('is refused with %s', (_, change, expected) => expect(problemsOf(change)).toContain(expected));

  it('is refused when two rows contradict each other on one day, and warned of when they agree', () => {
    const row = good().rows.find(({ id }) => id === 'tb-item-chat_1v1-2021-11')!;
    const twice = (changes: object) => (pack: OpenabilityPack) =>
      void pack.rows.push({ ...row, id: 'again', ...changes });
    const at = `rows[${good().rows.length}]`;
    expect(problemsOf(twice({ outcome: 'blocked', from: '2021-11-29', to: null }))).toEqual([`contradiction ${at}`]);
    expect(problemsOf(twice({ outcome: 'blocked', from: null, to: '2013-10-31' }))).toEqual([]);
    expect(problemsOf(twice({ outcome: 'blocked', confidence: 'low' }))).toEqual([]);
    const pack = good();
    twice({})(pack);
    expect(readPack(pack)).toMatchObject({ ok: true, warnings: [{ code: 'overlap', at }] });
  });

  it('leaves out link kinds of a later version with a remark', () => {
    const pack = good();
    pack.linkClasses[0]!.kinds.push({ kind: 'hologram', from: null, to: null });
    expect(readPack(pack)).toMatchObject({
      ok: true,
      warnings: [{ code: 'unknown-kind', params: { value: 'hologram' } }],
    });
  });

  it.each(['', '{', 'null', '[]', '"x"', '[[[[[[[[[[[[[[1]]]]]]]]]]]]]]', '{"__proto__":{"polluted":1}}'])(
    'is refused when it is %s',
    (json) => {
      expect(parsePack(json).ok).toBe(false);
      expect(Object.prototype).not.toHaveProperty('polluted');
    },
  );

  it('is refused unread when it is huge', () => {
    expect(parsePack(' '.repeat(4_000_001))).toMatchObject({ ok: false, problems: [{ code: 'too-large' }] });
  });

  it('names what stands where one of some words should, even an object that has no text', () => {
    const reading = readPack({ ...good(), format: { toString: '' } });
    expect(reading).toMatchObject({ ok: false, problems: [{ code: 'not-one-of', at: 'format' }] });
  });

  it('survives any JSON in any place', () => {
    const keys = Object.keys(good()) as (keyof OpenabilityPack)[];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 6 }), (key, value) => {
        const pack = good();
        set(pack, key, value);
        const reading = readPack(pack);
        if (!reading.ok) expect(reading.problems.length).toBeGreaterThan(0);
        if (!reading.ok) expect(reading.problems.length).toBeLessThanOrEqual(50);
      }),
      { numRuns: 150 },
    );
  });
});
