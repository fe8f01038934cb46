import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinkDeriver } from '#app/catalog/derive-links';
import type { JobContext } from '#app/jobs/job-specs';
import type { SurfaceId } from '#contract/surfaces';
import { createPauseSwitch } from '#domain/probing/pause-switch';
import type { ImportedLink, ImportedProduct } from '#domain/catalog/imported-row';
import { type Connection, openDatabase } from '#infra/sqlite/open-database';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import { importedProduct } from './imported-products.ts';
import { type Core, createCore, readRuleBooks } from '../engine/core.ts';
import { newBatch } from './new-batch.ts';

const resourcesDir = fileURLToPath(new URL('../../resources/', import.meta.url));
const rules = readRuleBooks(resourcesDir);

export const calmContext: JobContext = {
  jobId: 'test',
  secret: null,
  signal: new AbortController().signal,
  pause: createPauseSwitch(),
  progress: () => undefined,
  breathe: () => Promise.resolve(),
};

export interface WorldRow {
  key: string;
  said: Partial<ImportedProduct>;
  links: ImportedLink[];
}

/** A real database with the real rules on a day of its own, in a folder that `close` removes. */
export interface CampaignWorld {
  folder: string;
  db: Connection;
  core: Core;
  /** Moves the clock. */
  setNow(iso: string): void;
  now(): Date;
  importRows(dataDate: string, rows: readonly WorldRow[]): Promise<number>;
  undo(batchId: number): Promise<void>;
  /** A campaign with every product of the catalog, oldest first. */
  createCampaign(name?: string, surfaces?: readonly SurfaceId[]): Promise<number>;
  /** The core as the next start of the program has it, on the same data. */
  reopen(): Core;
  close(): void;
}

/** Imports and their undoing as the app does them, without a file. */
function imports(db: Connection, now: () => Date): Pick<CampaignWorld, 'importRows' | 'undo'> {
  const store = new ImportRepository(db, now);
  const derive = createLinkDeriver({ ownPids: [], ownRelationIds: [], ownFiles: false });
  const calm = { breathe: calmContext.breathe, progress: () => undefined };
  let batches = 0;
  async function importRows(dataDate: string, rows: readonly WorldRow[]): Promise<number> {
    batches += 1;
    const id = await store.createBatch(newBatch(`batch-${batches}.csv`, dataDate));
    const staged = rows.map(({ key, said, links }, index) => ({
      line: index + 2,
      product: importedProduct(key, said),
      links,
      extra: {},
    }));
    await store.stage(id, staged);
    await store.merge(id, derive, calm);
    return id;
  }

  return { importRows, undo: async (batchId) => void (await store.undo(batchId, derive, calm)) };
}

export function openCampaignWorld(startsAt: string): CampaignWorld {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-world-'));
  let moment = new Date(startsAt);
  const now = (): Date => moment;
  const db = openDatabase(join(folder, 'catalog.db'), { migrate: true, now });
  const core = createCore(db, rules, resourcesDir, now);
  const connections = [db];
  return {
    folder,
    db,
    core,
    now,
    setNow(iso) {
      moment = new Date(iso);
    },
    ...imports(db, now),
    async createCampaign(name = '测试活动', surfaces = ['group']) {
      const { id } = await core.campaignService.create({
        name,
        scheduledOn: null,
        surfaces: surfaces.map((surface) => ({ surface, templateId: null })),
        products: { filter: {} },
      });
      return id;
    },
    reopen() {
      const next = openDatabase(join(folder, 'catalog.db'), { migrate: false, now });
      connections.push(next);
      return createCore(next, rules, resourcesDir, now);
    },
    close() {
      connections.forEach((connection) => connection.close());
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
