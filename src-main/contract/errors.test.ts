import { expect, test } from 'vitest';
import { AppError, withFileName } from './errors.ts';

test('a failure of a file names it as the user does, and says the same of it', () => {
  const stored = new AppError('FILE_UNREADABLE', 'no table', { params: { file: '0f3c.zip', reason: 'copy-pack' } });
  expect(withFileName(stored, '周末好价.zip')).toMatchObject({
    code: 'FILE_UNREADABLE',
    params: { file: '周末好价.zip', reason: 'copy-pack' },
  });
});

test('other failures are left as they are', () => {
  const cancelled = new AppError('CANCELLED', 'cancelled');
  expect(withFileName(cancelled, 'a.csv')).toBe(cancelled);
});
