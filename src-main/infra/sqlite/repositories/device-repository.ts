import type { DeviceStore } from '#app/ports/device-store';
import { AppError } from '#contract/errors';
import type { DeviceRecord } from '#domain/checking/device-records';
import type { LinkKind } from '#domain/links/link-kinds';
import type { Outcome } from '#domain/openability/outcomes';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';

interface DeviceRow {
  id: number;
  link_hash: number;
  kind: LinkKind;
  host: string | null;
  value: string;
  surface: string;
  outcome: Outcome;
  reach: DeviceRecord['reach'];
  device: string;
  wechat_version: string;
  note: string;
  recorded_at: string;
}

const toRecord = ({ link_hash, wechat_version, recorded_at, ...row }: DeviceRow): DeviceRecord => ({
  ...row,
  linkHash: link_hash,
  wechatVersion: wechat_version,
  recordedAt: recorded_at,
});

/** {@link DeviceStore} over one connection. */
export class DeviceRepository implements DeviceStore {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** All of them, newest first; there are as many as somebody had the patience to tap. */
  all(): DeviceRecord[] {
    return this.#db
      .prepare<[], DeviceRow>('SELECT * FROM device_record ORDER BY recorded_at DESC, id DESC')
      .all()
      .map(toRecord);
  }

  /** @throws AppError `NOT_FOUND` */
  byId(id: number): DeviceRecord {
    const row = this.#db.prepare<[number], DeviceRow>('SELECT * FROM device_record WHERE id = ?').get(id);
    if (!row) throw new AppError('NOT_FOUND', `no device record ${id}`, { params: { detail: '真机记录' } });
    return toRecord(row);
  }

  async add(record: Omit<DeviceRecord, 'id'>): Promise<DeviceRecord> {
    const id = await this.#change(() =>
      Number(
        this.#db
          .prepare(
            `INSERT INTO device_record (link_hash, kind, host, value, surface, outcome, reach, device, wechat_version, note, recorded_at)
             VALUES (@linkHash, @kind, @host, @value, @surface, @outcome, @reach, @device, @wechatVersion, @note, @recordedAt)`,
          )
          .run(record).lastInsertRowid,
      ),
    );
    return { ...record, id };
  }

  async setReach(id: number, reach: DeviceRecord['reach']): Promise<DeviceRecord> {
    await this.#change(() => this.#db.prepare('UPDATE device_record SET reach = ? WHERE id = ?').run(reach, id));
    return this.byId(id);
  }

  async remove(id: number): Promise<void> {
    await this.#change(() => this.#db.prepare('DELETE FROM device_record WHERE id = ?').run(id));
  }

  /** Changes when any record does. */
  revision(): number {
    return Number(this.#db.prepare(`SELECT value FROM revision WHERE name = 'devices'`).pluck().get());
  }

  #change<T>(work: () => T): Promise<T> {
    return writeWhenFree(this.#db, () => {
      const result = work();
      this.#db.prepare(`UPDATE revision SET value = value + 1 WHERE name = 'devices'`).run();
      bumpRevision(this.#db);
      return result;
    });
  }
}
