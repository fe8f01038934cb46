import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseItemId } from './item-id.ts';

test.each(['557662696505', '12345678', '881280651752', '123456789012345'])('%s is its own key', (id) => {
  expect(parseItemId(id)).toEqual({ id, key: id });
});

test('of a string id only the second part is the key', () => {
  expect(parseItemId('v6K3mGVu8Co7AyKtPpzu0te-rYbbjPH2GvxnP38c5')).toEqual({
    id: 'v6K3mGVu8Co7AyKtPpzu0te-rYbbjPH2GvxnP38c5',
    key: 'rYbbjPH2GvxnP38c5',
  });
});

test.each([
  '５５７６６２６９６５０５',
  '557 662 696 505',
  '557,662,696,505',
  '557662696505.0',
  '"557662696505"',
  '5.57662696505E+11',
])('%s still holds every digit', (text) => {
  expect(parseItemId(text)).toEqual({ id: '557662696505', key: '557662696505' });
});

test.each([
  '5.57663E+11',
  '5.57663e11',
  '5.5766E+11',
  '5E+11',
  '５．５７６６３Ｅ＋１１',
  '3.37524163778882E+18',
  '5.57662696505E+12',
])('%s is refused: Excel rounded it', (text) => {
  expect(parseItemId(text)).toEqual({ problem: 'scientific' });
});

test('zeros after the fifteenth digit are refused in every market', () => {
  expect(parseItemId('3375241637788820000')).toEqual({ problem: 'precision-lost' });
  expect(parseItemId('3375241637788820000', 'douyin')).toEqual({ problem: 'precision-lost' });
  expect(parseItemId('3375241637788821075', 'douyin')).toEqual({
    id: '3375241637788821075',
    key: '3375241637788821075',
  });
});

test.each([
  '1234567',
  '0557662696505',
  '1234567890123456',
  'abc',
  '商品',
  'abc-def',
  '557662696505a',
  '-557662696505',
  '',
  '557662.5',
])('%j is no item id', (text) => {
  expect(parseItemId(text)).toEqual({ problem: 'unreadable' });
});

test('ids of other markets have their own lengths', () => {
  expect(parseItemId('100012043978', 'jd')).toEqual({ id: '100012043978', key: '100012043978' });
  expect(parseItemId('12345', 'jd')).toEqual({ id: '12345', key: '12345' });
  expect(parseItemId('12345')).toEqual({ problem: 'unreadable' });
});

test('reading an id twice changes nothing, and no id is ever invented', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,eE+- -ABab"５')) }), (text) => {
      const reading = parseItemId(text);
      if (!('id' in reading)) return;
      expect(parseItemId(reading.id)).toEqual(reading);
      const digits = (value: string) =>
        value
          .normalize('NFKC')
          .replace(/\.0+$/, '')
          .replace(/[^0-9A-Za-z]/g, '');
      expect(digits(text).startsWith(digits(reading.id)) || /e/i.test(text)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
