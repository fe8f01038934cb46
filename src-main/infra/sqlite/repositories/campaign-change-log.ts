import type { CampaignChanges, CampaignWriter, ChangeEntry, Recorded } from '#app/ports/campaign-store';
import type { CampaignChange, ChangeAction } from '#contract/campaign-changes';
import { AppError } from '#contract/errors';
import { forgetLog, type LoggedChange, logRows, mergeChanges, readLog } from '../logged-tables.ts';
import type { Connection } from '../open-database.ts';
import { revertRows } from '../revert-rows.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';

/** Older changes can no longer be taken back. */
const remembered = 400;
const mergeWithinMs = 10 * 60_000;

interface ChangeRow {
  id: number;
  campaign_id: number | null;
  at: string;
  action: ChangeAction;
  params_json: string;
  rows_json: string;
  merge_key: string | null;
  undoes: number | null;
  undone: number;
}

/** {@link CampaignChanges} over one connection: the rows a change touches are logged as they change. */
export class CampaignChangeLog implements CampaignChanges {
  readonly #db: Connection;
  readonly #writer: CampaignWriter;
  readonly #now: () => Date;

  constructor(db: Connection, writer: CampaignWriter, now: () => Date) {
    this.#db = db;
    this.#writer = writer;
    this.#now = now;
    logRows(db);
  }

  record<Result>(
    work: (writer: CampaignWriter) => Result,
    describe: (result: Result) => ChangeEntry,
  ): Promise<Recorded<Result>> {
    return this.#logged(() => {
      const result = work(this.#writer);
      const rows = readLog(this.#db);
      return { result, changeId: rows.length === 0 ? null : this.#store(describe(result), rows) };
    });
  }

  undo(changeId: number, redo: boolean): Promise<void> {
    return this.#logged(() => {
      const change = this.#change(changeId);
      if (redo) this.#redo(change);
      else this.#undo(change);
    });
  }

  history(campaignId: number | null, limit: number): CampaignChange[] {
    return this.#db
      .prepare<unknown[], ChangeRow>(
        `SELECT * FROM campaign_change WHERE undoes IS NULL AND (@campaignId IS NULL OR campaign_id IS NULL OR campaign_id = @campaignId)
         ORDER BY id DESC LIMIT @limit`,
      )
      .all({ campaignId, limit })
      .map((row) => ({
        changeId: row.id,
        campaignId: row.campaign_id,
        at: row.at,
        action: row.action,
        params: JSON.parse(row.params_json) as CampaignChange['params'],
        undone: row.undone === 1,
      }));
  }

  #undo(change: ChangeRow): void {
    if (change.undone === 1) throw new AppError('CONFLICT', 'already undone', { params: { reason: 'undone-already' } });
    revertRows(this.#db, rowsOf(change));
    this.#insert({ ...change, merge_key: null, undoes: change.id }, readLog(this.#db));
    this.#setUndone(change.id, true);
  }

  #redo(change: ChangeRow): void {
    const undoing = this.#db
      .prepare<[number], ChangeRow>(
        'SELECT * FROM campaign_change WHERE undoes = ? AND undone = 0 ORDER BY id DESC LIMIT 1',
      )
      .get(change.id);
    if (!undoing) throw new AppError('CONFLICT', 'not undone', { params: { reason: 'changed-since' } });
    revertRows(this.#db, rowsOf(undoing));
    this.#setUndone(undoing.id, true);
    this.#setUndone(change.id, false);
  }

  #change(id: number): ChangeRow {
    const row = this.#db
      .prepare<[number], ChangeRow>('SELECT * FROM campaign_change WHERE id = ? AND undoes IS NULL')
      .get(id);
    if (!row) throw new AppError('NOT_FOUND', `no change ${id}`, { params: { reason: 'change-too-old' } });
    return row;
  }

  #store(entry: ChangeEntry, rows: readonly LoggedChange[]): number | null {
    const newest = entry.mergeKey === undefined ? undefined : this.#newest();
    const isClose = newest !== undefined && this.#now().getTime() - Date.parse(newest.at) < mergeWithinMs;
    if (newest && isClose && newest.undone === 0 && newest.merge_key === entry.mergeKey)
      return this.#merge(newest, rows);
    return this.#insert(
      {
        campaign_id: entry.campaignId,
        action: entry.action,
        params_json: JSON.stringify(entry.params),
        merge_key: entry.mergeKey ?? null,
        undoes: null,
      },
      rows,
    );
  }

  #merge(newest: ChangeRow, rows: readonly LoggedChange[]): number | null {
    const merged = mergeChanges([...rowsOf(newest), ...rows]);
    if (merged.length === 0) {
      this.#db.prepare('DELETE FROM campaign_change WHERE id = ?').run(newest.id);
      return null;
    }
    this.#db
      .prepare('UPDATE campaign_change SET rows_json = ?, at = ? WHERE id = ?')
      .run(JSON.stringify(merged), this.#now().toISOString(), newest.id);
    return newest.id;
  }

  #insert(
    change: Pick<ChangeRow, 'campaign_id' | 'action' | 'params_json' | 'merge_key' | 'undoes'>,
    rows: readonly LoggedChange[],
  ): number {
    const id = Number(
      this.#db
        .prepare(
          'INSERT INTO campaign_change (campaign_id, at, action, params_json, rows_json, merge_key, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(
          change.campaign_id,
          this.#now().toISOString(),
          change.action,
          change.params_json,
          JSON.stringify(rows),
          change.merge_key,
          change.undoes,
        ).lastInsertRowid,
    );
    this.#db.prepare('DELETE FROM campaign_change WHERE id <= ?').run(id - remembered);
    return id;
  }

  #newest(): ChangeRow | undefined {
    return this.#db.prepare<[], ChangeRow>('SELECT * FROM campaign_change ORDER BY id DESC LIMIT 1').get();
  }

  #setUndone(id: number, undone: boolean): void {
    this.#db.prepare('UPDATE campaign_change SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id);
  }

  #logged<Result>(work: () => Result): Promise<Result> {
    return writeWhenFree(this.#db, () => {
      forgetLog(this.#db);
      const result = work();
      forgetLog(this.#db);
      bumpRevision(this.#db, 'campaigns');
      return result;
    });
  }
}

const rowsOf = ({ rows_json }: ChangeRow): LoggedChange[] => JSON.parse(rows_json) as LoggedChange[];
