import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOfFormatCode, kindOfFormatId, numberCellText } from './number-cell.ts';

test('numbers are written as a person would write them', () => {
  expect(numberCellText(557662696505, 'general', false)).toBe('557662696505');
  expect(numberCellText(19.989999999999998, 'general', false)).toBe('19.99');
  expect(numberCellText(0.1 + 0.2, 'general', false)).toBe('0.3');
  expect(numberCellText(0.0000001, 'general', false)).toBe('0.0000001');
  expect(numberCellText(-3, 'general', false)).toBe('-3');
  expect(numberCellText(0.155, 'percent', false)).toBe('15.5%');
});

test('beyond the digits Excel keeps, the scientific form stays visible', () => {
  expect(numberCellText(3375241637788821000, 'general', false)).toMatch(/^3\.37524163778882\d*E\+18$/);
});

test('dates of both calendars', () => {
  expect(numberCellText(46327, 'date', false)).toBe('2026-11-01');
  expect(numberCellText(46327.5, 'date', false)).toBe('2026-11-01 12:00:00');
  expect(numberCellText(44865, 'date', true)).toBe('2026-11-01');
  expect(numberCellText(46326.99999999999, 'date', false)).toBe('2026-11-01 00:00:00');
  expect(numberCellText(-5, 'date', false)).toBe('-5');
});

test.each([
  ['yyyy-mm-dd', 'date'],
  ['yyyy"年"m"月"d"日"', 'date'],
  ['[$-804]yyyy/m/d;@', 'date'],
  ['[h]:mm:ss', 'date'],
  ['0.00%', 'percent'],
  ['0.00"元"', 'general'],
  ['[Red]0.00', 'general'],
  ['"d"0.00', 'general'],
  ['General', 'general'],
  ['#,##0.00_);(#,##0.00)', 'general'],
] as const)('format %j is %s', (code, kind) => {
  expect(kindOfFormatCode(code)).toBe(kind);
});

test('built-in formats', () => {
  expect([14, 22, 31, 57].map(kindOfFormatId)).toEqual(['date', 'date', 'date', 'date']);
  expect([9, 10].map(kindOfFormatId)).toEqual(['percent', 'percent']);
  expect([0, 1, 2, 4, 49].map(kindOfFormatId)).toEqual(['general', 'general', 'general', 'general', 'general']);
});

test('whole numbers of up to 15 digits keep every digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (value) => {
      expect(numberCellText(value, 'general', false)).toBe(String(value));
    }),
  );
});
