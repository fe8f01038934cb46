import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLinkDeriver } from '#app/catalog/derive-links';
import { mergeRows } from '#app/import/merge-rows';
import { AppError } from '#contract/errors';
import { createLog } from '#infra/log';
import { dataPaths } from '#infra/paths';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import { sweepStaging } from '#infra/sqlite/repositories/sweep-staging';
import { calmContext, type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';
import { importedProduct } from '../../testing/imported-products.ts';
import { createJobRunners } from '../job-runners.ts';

const resourcesDir = fileURLToPath(new URL('../../../resources/', import.meta.url));

let world: CampaignWorld;
beforeEach(() => {
  world = openCampaignWorld('2026-11-30T04:00:00Z');
});
afterEach(() => world.close());

const text = { origin: 'paste', fileName: 'text', fileBytes: 3, container: 'text', dataDate: '2026-11-30' } as const;
const rows = [{ line: 1, product: importedProduct('p1', { title: '保温杯' }), links: [], extra: {} }];

function merge(breathe: () => Promise<void>, alongside?: (batchId: number) => void): Promise<unknown> {
  const deps = {
    store: new ImportRepository(world.db, world.now),
    derive: createLinkDeriver({ ownPids: [], ownRelationIds: [], ownFiles: false }),
    toErrorData: (error: unknown) => ({ code: 'INTERNAL' as const, message: String(error) }),
  };
  return mergeRows(deps, text, rows, { ...calmContext, breathe }, alongside);
}

const count = (table: string): number => Number(world.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const batch = (): unknown => world.db.prepare('SELECT state, error_json AS error FROM import_batch').get();

describe('rows that cannot be merged', () => {
  it.each([
    ['failed', new Error('broken'), expect.stringContaining('broken')],
    ['cancelled', new AppError('CANCELLED', 'job was cancelled'), null],
  ])('leave a %s import and nothing else', async (state, reason, error) => {
    await expect(merge(() => Promise.reject(reason))).rejects.toThrow(reason.message);
    expect(batch()).toEqual({ state, error });
    await sweepStaging(world.db, () => Promise.resolve());
    expect([count('product'), count('import_row')]).toEqual([0, 0]);
  });

  it('are not in the catalog when what belongs to them cannot be written', async () => {
    const broken = (): never => {
      throw new Error('broken');
    };
    await expect(merge(calmContext.breathe, broken)).rejects.toThrow('broken');
    expect(count('product')).toBe(0);
    await merge(calmContext.breathe, () => expect(count('product')).toBe(1));
    expect(count('product')).toBe(1);
  });

  it('are cleared from the disk once the job of a pasted text has ended', async () => {
    const { folder, now } = world;
    const options = { dataDir: folder, resourcesDir, appVersion: 'test', host: 'browser' as const };
    const runners = createJobRunners({ options, now, paths: dataPaths(folder), log: createLog(folder, now) });
    const breathe = () => Promise.reject(new AppError('CANCELLED', 'job was cancelled'));
    const params = { name: 'text', length: 3, rows };
    await expect(runners.paste(params, { ...calmContext, breathe })).rejects.toThrow('cancelled');
    expect(batch()).toEqual({ state: 'cancelled', error: null });
    await expect.poll(() => count('import_row')).toBe(0);
  });
});
