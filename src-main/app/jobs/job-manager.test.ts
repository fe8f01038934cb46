import { expect, test } from 'vitest';
import type { JobKind } from '#contract/jobs';
import { JobManager } from './job-manager.ts';
import type { JobCommand } from './job-specs.ts';

/** What the job thread is told when the window is used while a job of this kind runs. */
async function toldWhile(kind: JobKind | null): Promise<JobCommand['type'][]> {
  const told: JobCommand['type'][] = [];
  const jobs = new JobManager({
    store: { insert: () => Promise.resolve(), update: () => Promise.resolve(), get: () => null, list: () => [] },
    thread: { send: ({ type }) => void told.push(type), onReport: () => undefined, onCrash: () => undefined },
    now: () => new Date(0),
    newId: () => 'job',
    onChange: () => undefined,
    logBug: () => 'log',
  });
  if (kind !== null) await jobs.start(kind, '', {});
  jobs.giveWay();
  return told;
}

test('only a job that nobody waits for is told that the window is used', async () => {
  expect(await toldWhile('scan')).toEqual(['start', 'in-use']);
  expect(await toldWhile('import')).toEqual(['start']);
  // A message alone would start the thread.
  expect(await toldWhile(null)).toEqual([]);
});
