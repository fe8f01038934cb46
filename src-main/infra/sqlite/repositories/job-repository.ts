import type { JobStore } from '#app/jobs/job-manager';
import type { ErrorData } from '#contract/errors';
import type { JobKind, JobSnapshot, JobState } from '#contract/jobs';
import type { Connection } from '../open-database.ts';
import { writeWhenFree } from '../write-when-free.ts';

interface JobRow {
  id: string;
  kind: string;
  state: string;
  done: number;
  total: number | null;
  phase: string;
  label: string;
  result_json: string | null;
  error_json: string | null;
  created_at: string;
  finished_at: string | null;
}

function toSnapshot(row: JobRow): JobSnapshot {
  return {
    id: row.id,
    kind: row.kind as JobKind,
    state: row.state as JobState,
    done: row.done,
    total: row.total,
    phase: row.phase,
    label: row.label,
    result: row.result_json === null ? null : JSON.parse(row.result_json),
    error: row.error_json === null ? null : (JSON.parse(row.error_json) as ErrorData),
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}

function toRow(job: JobSnapshot): JobRow {
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    done: job.done,
    total: job.total,
    phase: job.phase,
    label: job.label,
    result_json: job.result === null ? null : JSON.stringify(job.result),
    error_json: job.error === null ? null : JSON.stringify(job.error),
    created_at: job.createdAt,
    finished_at: job.finishedAt,
  };
}

/** A job a dead process left behind, and what it was to do. */
export interface LeftoverJob {
  job: JobSnapshot;
  wasPaused: boolean;
  params: unknown;
}

export interface JobRepository extends JobStore {
  /** Jobs a dead process left behind become `interrupted`. @returns what they were doing when it died */
  interruptLeftovers(): Promise<LeftoverJob[]>;
}

export function createJobRepository(db: Connection): JobRepository {
  const insert = db.prepare<JobRow & { params_json: string }>(
    `INSERT INTO job (id, kind, state, done, total, phase, label, params_json, result_json, error_json, created_at, finished_at)
     VALUES (@id, @kind, @state, @done, @total, @phase, @label, @params_json, @result_json, @error_json, @created_at, @finished_at)`,
  );
  const update = db.prepare<JobRow>(
    `UPDATE job SET state = @state, done = @done, total = @total, phase = @phase, result_json = @result_json,
       error_json = @error_json, finished_at = @finished_at
     WHERE id = @id AND finished_at IS NULL`,
  );
  const byId = db.prepare<[string], JobRow>('SELECT * FROM job WHERE id = ?');
  const newest = db.prepare<[number], JobRow>('SELECT * FROM job ORDER BY created_at DESC, rowid DESC LIMIT ?');
  const leftovers = db.prepare<[], JobRow & { params_json: string }>(
    `SELECT * FROM job WHERE state IN ('queued', 'running', 'paused')`,
  );

  return {
    insert: (job, params) =>
      writeWhenFree(db, () => void insert.run({ ...toRow(job), params_json: JSON.stringify(params) })),
    update: (job) => writeWhenFree(db, () => void update.run(toRow(job))),
    get: (id) => {
      const row = byId.get(id);
      return row ? toSnapshot(row) : null;
    },
    list: (limit) => newest.all(limit).map(toSnapshot),
    interruptLeftovers: () =>
      writeWhenFree(db, () =>
        leftovers.all().map((row) => {
          const job: JobSnapshot = { ...toSnapshot(row), state: 'interrupted' };
          update.run(toRow(job));
          return { job, wasPaused: row.state === 'paused', params: JSON.parse(row.params_json) as unknown };
        }),
      ),
  };
}
