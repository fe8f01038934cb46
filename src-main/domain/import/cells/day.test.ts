import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDay, parseDaySpan } from './day.ts';

test.each([
  '2026-11-01',
  '2026/11/1',
  '2026.11.01',
  '2026年11月1日',
  '2026年11月01日 10:20',
  '２０２６-11-01',
  '20261101',
  '20261101235959',
  '2026-11-01 00:00:00',
  '2026-11-01 23:59:59',
  '2026-11-01T08:00:00',
  '2026/11/1 9:05',
  '2026年11月1号',
  '2026年11月1日 星期日',
  '2026/11/1（周日）',
  '2026/11/1 下午 11:59:00',
  '2026/11/1 11:59 PM',
  '2026年11月1日23时59分59秒',
  '2026-11-01 9时5分',
  '2026-11-01止',
  '2026年11月1日截止',
  '截止2026-11-01',
  '有效期至：2026-11-01',
  '20261101 23:59:59',
  '2026-11-01 23:59:59.999',
  // 2026-11-01 00:00:00 and 23:59:59 in Shanghai
  '1793462400',
  '1793548799',
  '1793462400000',
  '1793548799999',
  // Excel's day number, with and without a time of day
  '46327',
  '46327.99',
  // 16:30 UTC is half past midnight in Shanghai
  '2026-10-31T16:30:00Z',
  '2026-10-31T16:30:00+00:00',
  '2026-11-01T00:30:00+0800',
])('%s is 1 November 2026 in Shanghai', (text) => {
  expect(parseDay(text)).toEqual({ day: '2026-11-01' });
});

test.each([
  '1970-01-01',
  '1970-01-01 00:00:00',
  '1970/1/1',
  '0',
  '0000-00-00',
  '0000-00-00 00:00:00',
  '长期',
  '長期有效',
])('%s stands for no date', (text) => {
  expect(parseDay(text)).toBe('none');
});

test.each([
  '2026-13-45',
  '2026-02-29',
  '2026-11-31',
  '2026-00-10',
  '1969-12-31',
  '2026-11-01 25:00:00',
  '2026-11',
  '11/23/2026',
  '26-11-01',
  '2026-11-01abc',
  '123',
  '99999999999999',
  '',
])('%j is no date', (text) => {
  expect(parseDay(text)).toBeNull();
});

test('29 February exists in leap years only', () => {
  expect(parseDay('2028-02-29')).toEqual({ day: '2028-02-29' });
  expect(parseDay('2000-02-29')).toEqual({ day: '2000-02-29' });
  expect(parseDay('2100-02-29')).toBeNull();
});

test('every day reads back from every way of writing it', () => {
  const day = fc.integer({ min: Date.UTC(1981, 0, 1) / 86_400_000, max: Date.UTC(2098, 0, 1) / 86_400_000 });
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 86_399 }), (days, second) => {
      const expected = new Date(days * 86_400_000).toISOString().slice(0, 10);
      const unix = days * 86_400 - 8 * 3600 + second;
      const forms = [
        expected,
        expected.replaceAll('-', '/'),
        expected.replaceAll('-', ''),
        `${expected} 12:00:00`,
        String(unix),
        String(unix * 1000),
        String(days + 25_569),
      ];
      for (const form of forms) expect(parseDay(form)).toEqual({ day: expected });
    }),
  );
});

test('the two days of a term', () => {
  for (const text of [
    '2026.11.01-2026.11.30',
    '2026-11-01至2026-11-30',
    '2026/11/1 00:00 ~ 2026/11/30 23:59',
    '使用期限：2026年11月1日—2026年11月30日',
  ]) {
    expect(parseDaySpan(text)).toEqual({ start: '2026-11-01', end: '2026-11-30' });
  }
  for (const text of ['2026-11-01', '2026-11-30 23:59:59', '2026-11-01至2026-11-31', '11.1-11.30 有效', '']) {
    expect(parseDaySpan(text)).toBeNull();
  }
});
