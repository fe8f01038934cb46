import type { NewPackRecord, PackStore } from '#app/ports/pack-writer';
import { AppError } from '#contract/errors';
import type { PackSummary, RefusedItem } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';

interface PackRow {
  id: number;
  campaign_id: number | null;
  campaign_name: string;
  surface: SurfaceId;
  out_path: string;
  items: number;
  exported: number;
  refused_json: string;
  override_reason: string | null;
  manifest_sha256: string;
  created_at: string;
}

function toSummary(row: PackRow): PackSummary {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    campaignName: row.campaign_name,
    surface: row.surface,
    fileName: row.out_path.split(/[\\/]/).at(-1) ?? row.out_path,
    items: row.items,
    exported: row.exported,
    refused: JSON.parse(row.refused_json) as RefusedItem[],
    overrideReason: row.override_reason,
    manifestSha256: row.manifest_sha256,
    createdAt: row.created_at,
  };
}

/** Exported packs: what was in them and where they were written. */
export class PackRepository implements PackStore {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  record(pack: NewPackRecord): Promise<number> {
    const db = this.#db;
    return writeWhenFree(db, () => {
      const id = db
        .prepare(
          `INSERT INTO export_pack (campaign_id, campaign_name, surface, out_path, container, items, exported, refused_json,
             override_reason, manifest_sha256, manifest_json, created_at)
           VALUES (@campaignId, @campaignName, @surface, @path, @container, @items, @exported, @refusedJson, @overrideReason,
             @manifestSha256, @manifest, @createdAt)`,
        )
        .run({
          ...pack,
          refused: null,
          exportedItemIds: null,
          refusedJson: JSON.stringify(pack.refused),
        }).lastInsertRowid;
      db.prepare(
        `INSERT INTO campaign_copy (item_id, surface, exported_at) SELECT j.value, @surface, @createdAt FROM json_each(@ids) j WHERE true
         ON CONFLICT (item_id, surface) DO UPDATE SET exported_at = excluded.exported_at`,
      ).run({ surface: pack.surface, createdAt: pack.createdAt, ids: JSON.stringify(pack.exportedItemIds) });
      const detail = {
        campaign: pack.campaignName,
        surface: pack.surface,
        exported: pack.exported,
        override: pack.overrideReason,
      };
      db.prepare('INSERT INTO audit (at, action, subject, detail_json) VALUES (?, ?, ?, ?)').run(
        pack.createdAt,
        'pack.exported',
        `pack:${id}`,
        JSON.stringify(detail),
      );
      bumpRevision(db);
      return Number(id);
    });
  }

  /** Newest first. */
  list(): PackSummary[] {
    return this.#db.prepare<[], PackRow>('SELECT * FROM export_pack ORDER BY id DESC LIMIT 200').all().map(toSummary);
  }

  /** @throws AppError `NOT_FOUND` */
  pathOf(id: number): string {
    const path = this.#db.prepare('SELECT out_path FROM export_pack WHERE id = ?').pluck().get(id);
    if (typeof path !== 'string') throw new AppError('NOT_FOUND', `no pack ${id}`, { params: { detail: '文案包' } });
    return path;
  }
}
