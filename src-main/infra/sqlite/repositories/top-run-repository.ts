import type { FinishedTopTask, GainedTask, NewTopTask, TopRunDesk, TopRunStore, TopTask } from '#app/ports/top-store';
import { AppError } from '#contract/errors';
import type { ShownRefusal } from '#contract/top';
import {
  type StoredTopRun,
  type TopAction,
  type TopResultRow,
  type TopTaskState,
  topTaskStates,
} from '#contract/top-runs';
import type { GainedRow } from '#domain/top/gained-row';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';
import { publicId, splitPublicId } from './product-row.ts';

interface RunRow {
  id: number;
  job_id: string;
  action: TopAction;
  total: number;
  calls: number;
  stopped_json: string | null;
  started_at: string;
  finished_at: string | null;
}

interface TaskRow {
  position: number;
  market: string;
  item_key: string;
}

const toTask = ({ position, market, item_key }: TaskRow): TopTask => ({
  position,
  productId: publicId(market, item_key),
});

interface ResultRow {
  market: string;
  item_key: string;
  title: string | null;
  item_id: string | null;
  state: TopTaskState;
  refusal_json: string | null;
}

const refusalOf = (json: string | null): ShownRefusal | null =>
  json === null ? null : (JSON.parse(json) as ShownRefusal);

/** {@link TopRunStore} and {@link TopRunDesk} over one connection. */
export class TopRunRepository implements TopRunStore, TopRunDesk {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  create(action: TopAction, tasks: readonly NewTopTask[], at: string): Promise<number> {
    const insert = this.#db.prepare(
      'INSERT INTO top_task (run_id, position, market, item_key, state, reason, refusal_json) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    return writeWhenFree(this.#db, () => {
      const runId = Number(
        this.#db
          .prepare(`INSERT INTO top_run (job_id, action, total, started_at) VALUES ('', ?, ?, ?)`)
          .run(action, tasks.length, at).lastInsertRowid,
      );
      tasks.forEach(({ productId, skipped }, position) => {
        const { market, itemKey } = splitPublicId(productId);
        const state = skipped === null ? 'waiting' : 'skipped';
        insert.run(
          runId,
          position,
          market,
          itemKey,
          state,
          skipped?.reason ?? null,
          skipped && JSON.stringify(skipped),
        );
      });
      return runId;
    });
  }

  async reopen(runId: number): Promise<void> {
    await writeWhenFree(this.#db, () => {
      this.#db.prepare('UPDATE top_run SET stopped_json = NULL, finished_at = NULL WHERE id = ?').run(runId);
    });
  }

  async setJob(runId: number, jobId: string): Promise<void> {
    await writeWhenFree(this.#db, () => {
      this.#db.prepare('UPDATE top_run SET job_id = ? WHERE id = ?').run(jobId, runId);
    });
  }

  action(runId: number): TopAction {
    return this.#row(runId).action;
  }

  waiting(runId: number): TopTask[] {
    return this.#db
      .prepare<[number], TaskRow>(
        `SELECT position, market, item_key FROM top_task WHERE run_id = ? AND state = 'waiting' ORDER BY position`,
      )
      .all(runId)
      .map(toTask);
  }

  async finish(runId: number, tasks: readonly FinishedTopTask[], calls: number): Promise<void> {
    const update = this.#db.prepare(
      `UPDATE top_task SET state = @state, reason = @reason, refusal_json = @refused, row_json = @row, gained_on = @day
       WHERE run_id = @runId AND position = @position`,
    );
    await writeWhenFree(this.#db, () => {
      for (const { position, state, refusal, gained } of tasks) {
        const [refused, row] = [refusal && JSON.stringify(refusal), gained && JSON.stringify(gained.row)];
        update.run({ runId, position, state, reason: refusal?.reason ?? null, refused, row, day: gained?.day ?? null });
      }
      this.#db.prepare('UPDATE top_run SET calls = calls + ? WHERE id = ?').run(calls, runId);
    });
  }

  gained(runId: number): GainedTask[] {
    const rows = this.#db
      .prepare<[number], TaskRow & { row_json: string; gained_on: string }>(
        `SELECT position, market, item_key, row_json, gained_on FROM top_task
         WHERE run_id = ? AND row_json IS NOT NULL ORDER BY gained_on, position`,
      )
      .all(runId);
    return rows.map((row) => ({ ...toTask(row), day: row.gained_on, row: JSON.parse(row.row_json) as GainedRow }));
  }

  setMerged(runId: number, positions: readonly number[], batchId: number): void {
    this.#db
      .prepare(
        `UPDATE top_task SET row_json = NULL, batch_id = @batchId
         WHERE run_id = @runId AND position IN (SELECT value FROM json_each(@positions))`,
      )
      .run({ runId, batchId, positions: JSON.stringify(positions) });
  }

  async end(runId: number, at: string, stopped: ShownRefusal | null): Promise<void> {
    await writeWhenFree(this.#db, () => {
      this.#db
        .prepare('UPDATE top_run SET finished_at = ?, stopped_json = ? WHERE id = ?')
        .run(at, stopped && JSON.stringify(stopped), runId);
      bumpRevision(this.#db);
    });
  }

  page(offset: number, limit: number): { total: number; items: StoredTopRun[] } {
    const rows = this.#db
      .prepare<[number, number], RunRow>('SELECT * FROM top_run ORDER BY id DESC LIMIT ? OFFSET ?')
      .all(limit, offset);
    const total = Number(this.#db.prepare('SELECT count(*) FROM top_run').pluck().get());
    return { total, items: rows.map((row) => this.#toRun(row)) };
  }

  run(runId: number): StoredTopRun {
    return this.#toRun(this.#row(runId));
  }

  results(
    { runId, state }: { runId: number; state?: TopTaskState | undefined },
    offset: number,
    limit: number,
  ): { total: number; items: TopResultRow[] } {
    const where = `t.run_id = @runId${state === undefined ? '' : ' AND t.state = @state'}`;
    const values = { runId, ...(state === undefined ? {} : { state }) };
    const total = Number(this.#db.prepare(`SELECT count(*) FROM top_task t WHERE ${where}`).pluck().get(values));
    const rows = this.#db
      .prepare<unknown[], ResultRow>(
        `SELECT t.market, t.item_key, p.title, p.item_id, t.state, t.refusal_json FROM top_task t
         LEFT JOIN product p ON p.item_key = t.item_key AND p.market = t.market
         WHERE ${where} ORDER BY t.position LIMIT @limit OFFSET @offset`,
      )
      .all({ ...values, limit, offset });
    const items = rows.map((row) => ({
      productId: publicId(row.market, row.item_key),
      title: row.title,
      itemId: row.item_id ?? row.item_key,
      state: row.state,
      refusal: refusalOf(row.refusal_json),
    }));
    return { total, items };
  }

  #row(runId: number): RunRow {
    const row = this.#db.prepare<[number], RunRow>('SELECT * FROM top_run WHERE id = ?').get(runId);
    if (!row) throw new AppError('NOT_FOUND', `no run ${runId}`, { params: { detail: '任务' } });
    return row;
  }

  #toRun(row: RunRow): StoredTopRun {
    const counts = this.#db
      .prepare<[number], { state: TopTaskState; refusal_json: string | null; reason: string | null; products: number }>(
        `SELECT state, reason, min(refusal_json) AS refusal_json, count(*) AS products FROM top_task
         WHERE run_id = ? GROUP BY state, reason ORDER BY products DESC, reason`,
      )
      .all(row.id);
    const byState = Object.fromEntries(topTaskStates.map((state) => [state, 0])) as Record<TopTaskState, number>;
    for (const { state, products } of counts) byState[state] += products;
    return {
      id: row.id,
      jobId: row.job_id,
      action: row.action,
      total: row.total,
      byState,
      reasons: counts.flatMap(({ state, refusal_json, products }) => {
        const refusal = refusalOf(refusal_json);
        return refusal !== null && (state === 'failed' || state === 'skipped') ? [{ state, refusal, products }] : [];
      }),
      calls: row.calls,
      unmerged: Number(
        this.#db.prepare('SELECT count(*) FROM top_task WHERE run_id = ? AND row_json IS NOT NULL').pluck().get(row.id),
      ),
      batchIds: this.#db
        .prepare('SELECT DISTINCT batch_id FROM top_task WHERE run_id = ? AND batch_id IS NOT NULL ORDER BY 1')
        .pluck()
        .all(row.id) as number[],
      stopped: refusalOf(row.stopped_json),
      startedAt: row.started_at,
      finishedAt: row.finished_at,
    };
  }
}
