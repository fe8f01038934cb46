import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JobSnapshot } from '#contract/jobs';
import { openDatabase } from '../open-database.ts';
import { createJobRepository } from './job-repository.ts';

const now = (): Date => new Date('2026-11-26T04:00:00Z');
const running: JobSnapshot = {
  id: 'job-1',
  kind: 'check',
  state: 'running',
  done: 3,
  total: 9,
  phase: 'probing',
  label: '',
  result: null,
  error: null,
  createdAt: now().toISOString(),
  finishedAt: null,
};

test('a job that ended stays ended, whatever is written late', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-jobs-'));
  const db = openDatabase(join(folder, 'catalog.db'), { migrate: true, now });
  try {
    const jobs = createJobRepository(db);
    const ended: JobSnapshot = { ...running, state: 'done', result: { checked: 9 }, finishedAt: now().toISOString() };
    await jobs.insert(running, {});
    await jobs.update(ended);
    await jobs.update({ ...running, state: 'paused' });
    expect(jobs.get('job-1')).toEqual(ended);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
