import { describe, expect, it } from 'vitest';
import type { JobSnapshot } from '#contract/jobs';
import { ScanScheduler } from './scan-scheduler.ts';

function job(id: string): JobSnapshot {
  return {
    id,
    kind: 'scan',
    state: 'running',
    done: 0,
    total: null,
    phase: 'starting',
    label: '',
    result: null,
    error: null,
    createdAt: '',
    finishedAt: null,
  };
}

function world() {
  const started: string[] = [];
  const state = { unscanned: 1 };
  const scheduler = new ScanScheduler({
    start: () => {
      started.push(`scan-${started.length + 1}`);
      return Promise.resolve(job(started.at(-1)!));
    },
    get: job,
    unscanned: () => state.unscanned,
  });
  return { scheduler, started, state };
}

describe('ScanScheduler', () => {
  it('starts nothing when everything was judged by the rules in force', async () => {
    const { scheduler, started, state } = world();
    state.unscanned = 0;
    await scheduler.request();
    expect(started).toEqual([]);
  });

  it('runs one scan however many changes ask for it, and looks again at its end', async () => {
    const { scheduler, started } = world();
    await Promise.all([scheduler.request(), scheduler.request(), scheduler.request()]);
    expect(started).toEqual(['scan-1']);
    expect((await scheduler.scan()).id).toBe('scan-1');
    await scheduler.ended({ kind: 'import', state: 'done' });
    expect(started).toEqual(['scan-1']);
    await scheduler.ended({ kind: 'scan', state: 'done' });
    expect(started).toEqual(['scan-1', 'scan-2']);
    await scheduler.ended({ kind: 'scan', state: 'done' });
    expect(started).toEqual(['scan-1', 'scan-2']);
  });

  it('leaves a scan the user stopped alone', async () => {
    const { scheduler, started } = world();
    await scheduler.request();
    await scheduler.request();
    await scheduler.ended({ kind: 'scan', state: 'cancelled' });
    expect(started).toEqual(['scan-1']);
  });
});
