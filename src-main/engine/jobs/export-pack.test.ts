import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportJobParams } from '#app/packs/export-pack';
import { previewExport } from '#app/packs/preview-export';
import type { ExportResult } from '#contract/packs';
import { openPack } from '#infra/pack/open-pack';
import { calmContext, type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';
import { exportFrom, sourcesOf } from '../../testing/export-from.ts';

const good = { title: '陶瓷马克杯带勺', priceFen: 6990 };
const banned = { title: '保温杯', priceFen: 9900, recommendText: '转发到3个群即可免费领取红包' };
const link = (code: string) => [{ field: 'affiliateShortUrl' as const, value: `https://s.click.taobao.com/${code}` }];

let world: CampaignWorld;
let campaignId = 0;
beforeEach(async () => {
  world = openCampaignWorld('2026-11-23T06:00:00Z');
  await world.importRows('2026-11-23', [
    { key: '1001', said: good, links: link('Aaaaaaa') },
    { key: '1002', said: banned, links: link('Bbbbbbb') },
  ]);
  campaignId = await world.createCampaign('测试活动');
});
afterEach(() => world.close());

const run = (said: Partial<ExportJobParams> = {}): Promise<ExportResult> => exportFrom(world, campaignId, said);

describe('exporting a campaign', () => {
  it('says before what it does after', async () => {
    const preview = previewExport(sourcesOf(world), campaignId, 'group');
    expect(preview).toMatchObject({
      items: 2,
      ready: 1,
      sample: { productId: 'taobao:1001' },
      suggestedName: '测试活动 微信群 2026-11-23',
    });
    expect(preview.refused).toMatchObject([
      { productId: 'taobao:1002', canOverride: true, reasons: [{ code: 'block-findings' }] },
    ]);
    const result = await run();
    expect(result).toMatchObject({ items: 2, exported: 1, posted: 0, refused: preview.refused, overridden: [] });
    expect(world.core.packs.list()).toMatchObject([{ id: result.id, fileName: 'pack.zip', exported: 1 }]);
  });

  it('says which characters posters will lack', async () => {
    await world.importRows('2026-11-24', [
      { key: '1001', said: { ...good, title: '𠮷野家🔥马克杯' }, links: link('Aaaaaaa') },
    ]);
    const { posterGaps } = previewExport(sourcesOf(world), campaignId, 'group');
    expect(posterGaps).toEqual({ items: 1, characters: ['𠮷'] });
    const images = { poster: { style: 'clean', format: 'square' }, productImages: false, square: false } as const;
    expect((await run({ images })).posterGaps).toEqual(posterGaps);
    expect((await run()).posterGaps.items).toBe(0);
  });

  it('marks only what is in the pack as exported', async () => {
    await run();
    const { items } = world.core.campaignService.items(campaignId, 'group', 0, 10);
    expect(items.map(({ productId, state }) => [productId, state])).toEqual([
      ['taobao:1001', 'exported'],
      ['taobao:1002', 'fix'],
    ]);
  });

  it('keeps a written reason with what it lifted: in the pack, with the record and in the audit', async () => {
    const reason = '品牌方书面确认可发';
    const result = await run({ override: { reason, productIds: ['taobao:1002'] } });
    const expected = [{ productId: 'taobao:1002', reason, against: [{ code: 'block-findings' }] }];
    expect(result).toMatchObject({ exported: 2, refused: [], overridden: expected });
    const { manifest } = await openPack(result.path, { signal: calmContext.signal });
    expect(manifest.items[1]?.override).toMatchObject({ reason, against: [{ code: 'block-findings' }] });
    const detail = world.db.prepare(`SELECT detail_json FROM audit WHERE action = 'pack.exported'`).pluck().get();
    expect(JSON.parse(String(detail))).toMatchObject({ overridden: expected });
  });

  it('lets a reason speak only for the items it was written for', async () => {
    const result = await run({ override: { reason: '只放行这一个', productIds: ['taobao:1001'] } });
    expect(result).toMatchObject({ exported: 1, refused: [{ productId: 'taobao:1002' }], overridden: [] });
  });

  it('lists products that are gone instead of passing over them', async () => {
    await world.undo(1);
    await world.importRows('2026-11-23', [{ key: '1001', said: good, links: link('Aaaaaaa') }]);
    const result = await run();
    expect(result.refused).toMatchObject([
      { productId: 'taobao:1002', title: '保温杯', canOverride: false, reasons: [{ code: 'not-in-catalog' }] },
    ]);
  });

  it('records nothing when nothing was written', async () => {
    const path = join(world.folder, 'nowhere', 'pack.zip');
    await expect(run({ path })).rejects.toMatchObject({ code: 'IO' });
    expect(existsSync(path)).toBe(false);
    expect(world.core.packs.list()).toEqual([]);
    const { items } = world.core.campaignService.items(campaignId, 'group', 0, 10);
    expect(items.every(({ exportedAt }) => exportedAt === null)).toBe(true);
  });
});
