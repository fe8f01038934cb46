import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostedMarks } from './posted-marks.ts';

describe('posted marks pasted as text', () => {
  it('are found with anything around them', () => {
    expect(readPostedMarks('你好，淘客台发布记录 k3x9 1-3,7\n发自手机')).toEqual({
      key: 'k3x9',
      numbers: [1, 2, 3, 7],
    });
    expect(readPostedMarks('淘客台发布记录  k3x9\n12')).toEqual({ key: 'k3x9', numbers: [12] });
  });

  it.each([
    '',
    '淘客台发布记录',
    '淘客台发布记录 K3X9 1',
    '发布记录 k3x9 1',
    '淘客台发布记录 k3x9 0',
    '淘客台发布记录 k3x9 -',
  ])('are not seen in %j', (text) => expect(readPostedMarks(text)).toBeNull());

  it('stay few, whatever numbers somebody writes', () => {
    expect(readPostedMarks('淘客台发布记录 a 1-9999999')?.numbers).toHaveLength(5_000);
    expect(readPostedMarks('淘客台发布记录 a 9999999-1')).toBeNull();
    const lists = fc.string({ unit: fc.constantFrom('0', '1', '9', ',', '-', ' '), maxLength: 2_000 });
    fc.assert(
      fc.property(lists, (list) => {
        const numbers = readPostedMarks(`淘客台发布记录 a 1${list}`)?.numbers ?? [];
        expect(numbers.length).toBeLessThanOrEqual(5_000);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      }),
    );
  });
});
