import { describe, expect, it } from 'vitest';
import { JobManager } from '#app/jobs/job-manager';
import type { TopRunDesk, TopSubjectReader } from '#app/ports/top-store';
import type { JobSnapshot } from '#contract/jobs';
import type { StoredTopRun } from '#contract/top-runs';
import { TopDesk } from './top-desk.ts';
import type { TopKeyRing } from './top-key-ring.ts';

const keys = { appKey: '1', secret: 's', pid: 'mm_1_2_3', relationId: null, signMethod: 'md5' } as const;
const now = (): Date => new Date('2026-11-30T04:00:00Z');
const nothing = { done: 0, failed: 0, skipped: 0, waiting: 1 };

/** A desk over runs and jobs in memory; no job ever ends by itself. */
function openDesk() {
  const runs: StoredTopRun[] = [];
  const ended: JobSnapshot[] = [];
  const jobs = new JobManager({
    store: {
      insert: () => Promise.resolve(),
      update: async (job) => void ended.push(job),
      get: (id) => ended.find((job) => job.id === id) ?? null,
      list: () => ended,
    },
    thread: { send: () => undefined, onReport: () => undefined, onCrash: () => undefined },
    now,
    newId: () => `job-${runs.length}`,
    onChange: () => undefined,
    logBug: () => '',
  });
  const at = (runId: number): StoredTopRun => runs[runId - 1] as StoredTopRun;
  const desk: TopRunDesk = {
    create(action) {
      const rest = { total: 1, reasons: [], calls: 0, unmerged: 0, batchIds: [], stopped: null, finishedAt: null };
      runs.push({ id: runs.length + 1, jobId: '', action, byState: nothing, startedAt: '', ...rest });
      return Promise.resolve(runs.length);
    },
    reopen: () => Promise.resolve(),
    setJob: (runId, jobId) => Promise.resolve(void Object.assign(at(runId), { jobId })),
    page: (offset, limit) => ({ total: runs.length, items: runs.toReversed().slice(offset, offset + limit) }),
    run: at,
    results: () => ({ total: 0, items: [] }),
  };
  const subjects: TopSubjectReader = { selected: () => [], subjects: () => new Map() };
  const keyRing = { keys: () => Promise.resolve(keys) } as unknown as TopKeyRing;
  const days = { asOf: () => '2026-11-30', today: () => '2026-11-30', now };
  return { desk: new TopDesk({ runs: desk, subjects, keyRing, jobs, callsPerSecond: 4, ...days }), runs, subjects };
}

const busy = { code: 'CONFLICT', params: { reason: 'top-busy' } };

describe('one run at a time', () => {
  it('holds for two that are begun in the same moment', async () => {
    const { desk, runs } = openDesk();
    const [first, second] = await Promise.allSettled([
      desk.start('refresh', { filter: {} }),
      desk.start('convert', { filter: {} }),
    ]);
    expect(first).toMatchObject({ status: 'fulfilled', value: { state: 'running' } });
    expect(second).toMatchObject({ status: 'rejected', reason: busy });
    expect(runs).toHaveLength(1);
  });

  it('holds for an old run that is taken up again, however many came after it', async () => {
    const { desk, runs } = openDesk();
    await desk.start('refresh', { filter: {} });
    const [old] = runs as [StoredTopRun];
    for (let id = 2; id <= 13; id += 1) runs.push({ ...old, id, jobId: '' });
    await expect(desk.resume(13)).rejects.toMatchObject(busy);
    await expect(desk.start('refresh', { filter: {} })).rejects.toMatchObject(busy);
  });

  it('does not outlast a start that failed', async () => {
    const { desk, subjects } = openDesk();
    subjects.selected = () => {
      throw new Error('unreadable');
    };
    await expect(desk.start('refresh', { filter: {} })).rejects.toThrow('unreadable');
    subjects.selected = () => [];
    expect(await desk.start('refresh', { filter: {} })).toMatchObject({ state: 'running' });
  });
});
