import type {
  CheckRunStore,
  CheckStore,
  CheckTask,
  FinishedTask,
  LinkAnswers,
  NewCheckRun,
  NewCheckTask,
  ResultFilter,
  RunPlan,
} from '#app/ports/check-store';
import type { CheckResult, CheckScope, StoredRun } from '#contract/checks';
import { AppError } from '#contract/errors';
import type { SkipReason } from '#contract/messages/check-messages';
import type { Settings } from '#contract/settings';
import { type Outcome, outcomes, type SurfaceId } from '#contract/surfaces';
import type { LinkKind } from '#domain/links/link-kinds';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { letOthersWrite, writeWhenFree } from '../write-when-free.ts';
import { AnswerWriter } from './answer-writer.ts';

/** Left to itself SQLite may read every waiting task too, a fifth of a second where a run has 720,000. */
const finishedTasks = 'check_task INDEXED BY check_task_state';

/** Others wait for their turn to write while these are stored. */
const tasksPerWrite = 5_000;

interface RunRow {
  id: number;
  job_id: string;
  scope_json: string;
  surface: SurfaceId;
  proxy_json: string | null;
  total: number | null;
  checked: number;
  skipped: number;
  restarts: number;
  started_at: string;
  finished_at: string | null;
}

interface TaskRow {
  position: number;
  linkHash: number;
  linkId: number;
  kind: LinkKind;
  value: string;
}

/** {@link CheckStore} and {@link CheckRunStore} over one connection. */
export class CheckRunRepository implements CheckStore, CheckRunStore {
  readonly #db: Connection;
  readonly #answers: AnswerWriter;

  constructor(db: Connection) {
    this.#db = db;
    this.#answers = new AnswerWriter(db);
  }

  create({ jobId, scope, surface, proxy, startedAt }: NewCheckRun): Promise<number> {
    return writeWhenFree(this.#db, () =>
      Number(
        this.#db
          .prepare('INSERT INTO check_run (job_id, scope_json, surface, proxy_json, started_at) VALUES (?, ?, ?, ?, ?)')
          .run(jobId, JSON.stringify(scope), surface, proxy && JSON.stringify(proxy), startedAt).lastInsertRowid,
      ),
    );
  }

  async setJob(runId: number, jobId: string, byItself: boolean): Promise<void> {
    await writeWhenFree(this.#db, () => {
      this.#db
        .prepare('UPDATE check_run SET job_id = ?, restarts = restarts + ?, finished_at = NULL WHERE id = ?')
        .run(jobId, Number(byItself), runId);
    });
  }

  plan(runId: number): RunPlan {
    const { scope_json, surface, proxy_json, total, checked, skipped } = this.#row(runId);
    const proxy = proxy_json === null ? null : (JSON.parse(proxy_json) as Settings['proxy']);
    return { scope: JSON.parse(scope_json) as CheckScope, surface, proxy, total, checked, skipped };
  }

  restarts(runId: number): number {
    return this.#row(runId).restarts;
  }

  async setTasks(runId: number, tasks: readonly NewCheckTask[], breathe: () => Promise<void>): Promise<void> {
    const insert = this.#db.prepare(
      `INSERT INTO check_task (run_id, position, link_hash, link_id, kind, value, priority, state, was)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
    );
    await writeWhenFree(this.#db, () => {
      this.#db.prepare('DELETE FROM check_task WHERE run_id = ?').run(runId);
    });
    for (let from = 0; from < tasks.length; from += tasksPerWrite) {
      await writeWhenFree(this.#db, () =>
        tasks
          .slice(from, from + tasksPerWrite)
          .forEach(({ linkHash, linkId, kind, value, priority, was }, index) =>
            insert.run(runId, from + index, linkHash, linkId, kind, value, priority, was),
          ),
      );
      await letOthersWrite();
      await breathe();
    }
    // Without it the tasks do not count: a run that ends before is planned anew.
    await writeWhenFree(this.#db, () => {
      this.#db.prepare('UPDATE check_run SET total = ? WHERE id = ?').run(tasks.length, runId);
    });
  }

  waitingTasks(runId: number): CheckTask[] {
    return this.#db
      .prepare<[number], TaskRow>(
        `SELECT position, link_hash AS linkHash, link_id AS linkId, kind, value FROM check_task
         WHERE run_id = ? AND state = 'waiting' ORDER BY position`,
      )
      .all(runId);
  }

  async saveAnswers(runId: number, answers: readonly LinkAnswers[], checkedAt: string): Promise<void> {
    await writeWhenFree(this.#db, () => {
      for (const answer of answers) this.#answers.write(runId, answer, checkedAt);
    });
  }

  async finishTasks(runId: number, finished: readonly FinishedTask[]): Promise<void> {
    const update = this.#db.prepare(
      'UPDATE check_task SET state = ?, outcome = ?, skip_reason = ? WHERE run_id = ? AND position = ?',
    );
    await writeWhenFree(this.#db, () => {
      for (const { state, outcome, skipReason, position } of finished)
        update.run(state, outcome, skipReason, runId, position);
      const skipped = finished.filter(({ state }) => state === 'skipped').length;
      this.#db
        .prepare('UPDATE check_run SET checked = checked + ?, skipped = skipped + ?, restarts = 0 WHERE id = ?')
        .run(finished.length - skipped, skipped, runId);
      bumpRevision(this.#db);
    });
  }

  async finishRun(runId: number, at: string): Promise<void> {
    await writeWhenFree(this.#db, () => {
      this.#db.prepare('UPDATE check_run SET finished_at = ? WHERE id = ?').run(at, runId);
      bumpRevision(this.#db);
    });
  }

  page(offset: number, limit: number): { total: number; items: StoredRun[] } {
    const rows = this.#db
      .prepare<[number, number], RunRow>('SELECT * FROM check_run ORDER BY id DESC LIMIT ? OFFSET ?')
      .all(limit, offset);
    const total = Number(this.#db.prepare('SELECT count(*) FROM check_run').pluck().get());
    return { total, items: rows.map((row) => this.#toRun(row)) };
  }

  run(runId: number): StoredRun {
    return this.#toRun(this.#row(runId));
  }

  byJob(jobId: string): StoredRun | null {
    const row = this.#db.prepare<[string], RunRow>('SELECT * FROM check_run WHERE job_id = ?').get(jobId);
    return row ? this.#toRun(row) : null;
  }

  results(filter: ResultFilter, offset: number, limit: number): { total: number; items: CheckResult[] } {
    const where = `t.run_id = @runId AND (@skipped IS NULL OR (t.state = 'skipped') = @skipped)
      AND (@turned IS NULL OR (t.outcome IS NOT NULL AND t.outcome <> t.was) = @turned)
      AND (@outcomes IS NULL OR t.outcome IN (SELECT value FROM json_each(@outcomes)))`;
    const values = {
      runId: filter.runId,
      skipped: filter.skipped === undefined ? null : Number(filter.skipped),
      turned: filter.turned === undefined ? null : Number(filter.turned),
      outcomes: filter.outcomes ? JSON.stringify(filter.outcomes) : null,
    };
    const items = this.#db
      .prepare<unknown[], CheckResult>(
        `SELECT l.id AS linkId, t.kind, t.value, t.state, t.was, t.outcome, t.skip_reason AS skipReason
         FROM check_task t LEFT JOIN share_link l ON l.id = t.link_id
         WHERE ${where} ORDER BY t.position LIMIT @limit OFFSET @offset`,
      )
      .all({ ...values, limit, offset });
    const isAll = filter.skipped === undefined && filter.turned === undefined && !filter.outcomes;
    const counted = isAll
      ? this.#row(filter.runId).total
      : this.#db.prepare(`SELECT count(*) FROM check_task t WHERE ${where}`).pluck().get(values);
    return { total: Number(counted ?? 0), items };
  }

  #row(runId: number): RunRow {
    const row = this.#db.prepare<[number], RunRow>('SELECT * FROM check_run WHERE id = ?').get(runId);
    if (!row) throw new AppError('NOT_FOUND', `no check run ${runId}`, { params: { detail: '检测记录' } });
    return row;
  }

  #toRun(row: RunRow): StoredRun {
    const counts = this.#db
      .prepare<[number], { outcome: Outcome; links: number; turned: number }>(
        `SELECT outcome, count(*) AS links, sum(outcome <> was) AS turned FROM ${finishedTasks} WHERE run_id = ? AND state = 'checked' GROUP BY 1`,
      )
      .all(row.id);
    const skippedBy = this.#db
      .prepare<[number], { reason: SkipReason; links: number }>(
        `SELECT skip_reason AS reason, count(*) AS links FROM ${finishedTasks} WHERE run_id = ? AND state = 'skipped' GROUP BY 1 ORDER BY 2 DESC`,
      )
      .all(row.id);
    const byOutcome = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
    for (const { outcome, links } of counts) byOutcome[outcome] = links;
    return {
      id: row.id,
      jobId: row.job_id,
      scope: JSON.parse(row.scope_json) as CheckScope,
      surface: row.surface,
      total: row.total,
      checked: row.checked,
      skipped: row.skipped,
      turned: counts.reduce((sum, { turned }) => sum + turned, 0),
      byOutcome,
      skippedBy,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
    };
  }
}
