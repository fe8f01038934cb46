import { describe, expect, it } from 'vitest';
import { readPack, readPackText } from './read-pack.ts';

function issueOf(value: unknown): string | undefined {
  const result = readPack(value);
  return result.ok ? undefined : result.issues[0]?.code;
}

describe('readPack', () => {
  it('takes a small words pack', () => {
    expect(issueOf({ kind: 'words', id: 'mine', classes: [{ name: 'MINE', words: ['词语'] }] })).toBeUndefined();
  });

  it.each([
    ['another kind', { kind: 'toString', id: 'x' }, 'kind'],
    ['no object', 5, 'kind'],
    ['wrong types', { kind: 'words', id: 7, classes: [] }, 'type'],
    ['a class name that is none', { kind: 'words', id: 'x', classes: [{ name: 'hello world', words: [] }] }, 'name'],
    ['a huge list', { kind: 'words', id: 'x', classes: Array.from({ length: 501 }, () => ({})) }, 'too-large'],
    ['a huge string', { kind: 'words', id: 'x', classes: [{ name: 'A', words: ['字'.repeat(30_000)] }] }, 'too-large'],
    ['nesting', { kind: 'words', id: [[[[[[[[]]]]]]]], classes: [] }, 'type'],
  ])('refuses %s', (_, value, code) => {
    expect(issueOf(value)).toBe(code);
  });

  it('refuses prototype names', () => {
    const value: unknown = JSON.parse(
      '{"kind":"grammar","id":"x","phrases":[],"detectors":[],"macros":{"__proto__":["A"]}}',
    );
    expect(issueOf(value)).toBe('name');
  });

  it('refuses text that is too long or no JSON', () => {
    expect(readPackText('{')).toMatchObject({ ok: false, issues: [{ code: 'not-json' }] });
    expect(readPackText(' '.repeat(1_500_001))).toMatchObject({ ok: false, issues: [{ code: 'too-large' }] });
  });
});
