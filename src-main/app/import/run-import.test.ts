import { expect, test, vi } from 'vitest';
import { AppError } from '#contract/errors';
import type { JobContext } from '#app/jobs/job-specs';
import { type ImportDependencies, importSource, type ImportSource } from './run-import.ts';

const context = { signal: new AbortController().signal } as JobContext;

/** Dependencies of an import whose file cannot be looked at. */
const failingWith = (error: AppError): ImportDependencies =>
  ({
    files: { inspectFile: vi.fn().mockRejectedValue(error) },
    toErrorData: ({ code, message }: AppError) => ({ code, message }),
  }) as unknown as ImportDependencies;

const chosenMember: ImportSource = {
  path: '/包.zip',
  name: '包.zip',
  choices: { entry: '里/一.csv' },
  mapping: null,
  keepMapping: false,
  origin: 'file',
};

test('names the member that was chosen of an archive when it cannot be read', async () => {
  const deps = failingWith(new AppError('FILE_UNREADABLE', 'damaged'));
  const results = await importSource(deps, chosenMember, context);
  expect(results).toMatchObject([{ file: '包.zip/里/一.csv', error: { code: 'FILE_UNREADABLE' } }]);
});

test('is cancelled as a whole while it looks at the file', async () => {
  const deps = failingWith(new AppError('CANCELLED', 'reading was cancelled'));
  await expect(importSource(deps, chosenMember, context)).rejects.toMatchObject({ code: 'CANCELLED' });
});
