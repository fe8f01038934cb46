import { beforeEach, expect, test } from 'vitest';
import { JobManager, type JobStore } from '#app/jobs/job-manager';
import type { CheckRunStore } from '#app/ports/check-store';
import type { StoredRun } from '#contract/checks';
import { CheckDesk } from './check-desk.ts';

let started: number[];
let desk: CheckDesk;

beforeEach(() => {
  started = [];
  const jobIds = new Map<number, string>();
  const runs: Partial<CheckRunStore> = {
    run: (runId) => ({ id: runId, jobId: jobIds.get(runId) ?? '' }) as StoredRun,
    restarts: () => 0,
    setJob: async (runId, jobId) => void jobIds.set(runId, jobId),
  };
  const store: Partial<JobStore> = { insert: () => Promise.resolve(), get: () => null };
  const jobs = new JobManager({
    store: store as JobStore,
    thread: {
      send: (command) => {
        if (command.type === 'start') started.push((command.params as { runId: number }).runId);
      },
      onReport: () => undefined,
      onCrash: () => undefined,
    },
    now: () => new Date('2026-11-26T04:00:00Z'),
    newId: () => `job-${started.length + 1}`,
    onChange: () => undefined,
    logBug: () => '',
  });
  desk = new CheckDesk({
    runs: runs as CheckRunStore,
    jobs,
    deviceRecords: () => [],
    breathe: () => Promise.resolve(),
  } as unknown as ConstructorParameters<typeof CheckDesk>[0]);
});

test('a run that is taken up twice at once is handed to one job', async () => {
  const [first, second] = await Promise.all([desk.resume(7), desk.resume(7)]);
  expect(started).toEqual([7]);
  expect(second).toEqual(first);
});

test('a run the user has taken up meanwhile is not taken up again by itself', async () => {
  await desk.resume(7);
  await desk.takeUp([7, 8]);
  expect(started).toEqual([7, 8]);
});
