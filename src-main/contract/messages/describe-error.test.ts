import { expect, test } from 'vitest';
import { describeError } from './describe-error.ts';

test('a failure of a pack is said by its own sentence, in the user’s language', () => {
  const error = { code: 'IO' as const, params: { reason: 'target-read-only', folder: 'D:\\包', detail: '没有权限' } };
  expect(describeError(error, 'zh-CN')).toBe('没有权限写入“D:\\包”，或它是只读的。请换一个文件夹，或检查权限。');
  expect(describeError(error, 'en')).toBe(
    '“D:\\包” cannot be written to. Choose another folder or check its permissions.',
  );
});

test('a failure of a table file completes the sentence of its code, in the user’s language', () => {
  const error = {
    code: 'FILE_UNREADABLE' as const,
    params: { reason: 'empty-file', file: 'a.csv', detail: '中文说明' },
  };
  expect(describeError(error, 'en')).toMatch(/^Cannot read the file "a\.csv": [A-Za-z]/);
});

test('an unknown reason leaves the code’s sentence', () => {
  expect(describeError({ code: 'DISK_FULL', params: { reason: 'toString' } }, 'zh-CN')).toMatch(/^磁盘空间不足/);
  expect(describeError({ code: 'CANCELLED' }, 'zh-CN')).toBe('已取消，未做任何更改。');
});

test('what an error is about is said in the user’s language', () => {
  const error = { code: 'NOT_FOUND' as const, params: { detail: '活动商品' } };
  expect(describeError(error, 'zh-CN')).toContain('活动商品');
  expect(describeError(error, 'en')).toBe('Not found: item of this campaign. It may have been deleted or misspelt.');
  const named = { code: 'NOT_FOUND' as const, params: { detail: '词条“顶”“$&”' } };
  expect(describeError(named, 'en')).toContain('entry “顶”“$&”.');
  const carried = { code: 'VALIDATION' as const, params: { detail: '第 1 列', detailEn: 'column 1' } };
  expect(describeError(carried, 'en')).toBe('Invalid input: column 1');
  expect(describeError(carried, 'zh-CN')).toContain('第 1 列');
});

test('a file that is no pack is answered with what to do', () => {
  const error = { code: 'FILE_UNREADABLE' as const, params: { reason: 'pack-damaged', file: '随便.zip' } };
  expect(describeError(error, 'zh-CN')).toMatch(/^文件不完整或已损坏.*重新拷贝或下载一次。$/);
});
