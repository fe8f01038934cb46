import { describe, expect, test } from 'vitest';
import { headerSignature } from '#domain/import/header-name';
import { rejectCells, rejectHeaders } from './reject-table.ts';

const reject = (cells: string[]) => ({
  line: 7,
  cells,
  issues: [{ code: 'title-missing', column: '商品名称', value: '', params: {} }],
});

describe('the table of rows that were not imported', () => {
  test('keeps every cell in its column, whatever the width of the row', () => {
    expect(rejectCells(reject(['1']), 3, 'zh-CN')).toEqual([
      '1',
      '',
      '',
      '原第 7 行：没有商品名称。请补上商品名称后重新导入这一行。',
    ]);
    expect(rejectCells(reject(['1', '2', '3', '4']), 3, 'zh-CN').toSpliced(3, 1)).toEqual(['1', '2', '3', '4']);
  });

  test('has one column of reasons, also when it is imported and saved again', () => {
    expect(rejectHeaders(['商品id', '原因'], 'zh-CN')).toEqual(['商品id', '原因']);
    expect(rejectHeaders(['商品id'], 'en')).toEqual(['商品id', 'Reason']);
  });

  test('is known by the headers it came from, so that a saved mapping still fits', () => {
    expect(headerSignature(['货号', '叫法', '原因'])).toBe(headerSignature(['货号', '叫法']));
    expect(headerSignature(['原因', '货号'])).not.toBe(headerSignature(['货号']));
  });
});
