import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPackFile, type OpenPackParams } from '#app/packs/open-pack';
import { PackDesk } from '#app/packs/pack-desk';
import { AppError } from '#contract/errors';
import type { ExportResult, OpenedPack, PackItem } from '#contract/packs';
import { createPackReader, pathExists } from '#infra/pack/pack-reader';
import { readPackFile } from '#infra/pack/read-pack-file';
import { calmContext, type CampaignWorld, openCampaignWorld, type WorldRow } from '../../testing/campaign-world.ts';
import { exportFrom } from '../../testing/export-from.ts';

const row = (key: string, said: WorldRow['said'] = {}): WorldRow => ({
  key,
  said: { title: `马克杯${key}`, priceFen: 6990, ...said },
  links: [{ field: 'affiliateShortUrl', value: `https://s.click.taobao.com/Link${key}` }],
});

let world: CampaignWorld;
let campaignId = 0;
let pack: ExportResult;
beforeEach(async () => {
  world = openCampaignWorld('2026-11-23T06:00:00Z');
  await world.importRows('2026-11-23', [row('1001'), row('1002'), row('1003')]);
  campaignId = await world.createCampaign();
  pack = await exportFrom(world, campaignId, { path: join(world.folder, 'pack'), container: 'folder' });
});
afterEach(() => world.close());

const desk = (): PackDesk =>
  new PackDesk({
    packs: world.core.packs,
    catalog: world.core.catalog,
    links: world.core.links,
    asOf: () => world.core.verdicts.prepare(),
    exists: pathExists,
  });
const items = (id = pack.id): PackItem[] => desk().items(id, 0, 10).items;
const changes = (): string[][] => items().map((item) => item.changes.map(({ code }) => code));

function open(path: string, said: Partial<OpenPackParams> = {}, into = world): Promise<OpenedPack> {
  const reader = createPackReader(join(into.folder, 'packs'));
  const params = { path, name: 'pack', temporary: false, ...said };
  return openPackFile({ reader, packs: into.core.packs }, params, calmContext);
}

const reasonOf = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => 'opened',
    (error: unknown) => (error instanceof AppError ? error.params?.['reason'] : error),
  );

describe('what changed since a pack was written', () => {
  it('is nothing on the same day', () => expect(changes()).toEqual([[], [], []]));

  it('is seen in newer data: dearer, cheaper, gone', async () => {
    world.setNow('2026-11-25T06:00:00Z');
    await world.undo(1);
    await world.importRows('2026-11-25', [row('1001', { priceFen: 7990 }), row('1002', { priceFen: 5990 })]);
    expect(changes()).toEqual([['price-up'], ['price-down'], ['not-in-catalog']]);
    expect(await desk().states([pack.id, 999])).toEqual([{ id: pack.id, file: 'there', stop: 1, note: 2 }]);
  });

  it('is seen with time alone: a short link lives for 300 days', async () => {
    world.setNow('2027-12-01T06:00:00Z');
    expect(changes()).toEqual([['link-dead'], ['link-dead'], ['link-dead']]);
    expect(items()[0]).toMatchObject({ outcomeAtExport: 'unknown', outcomeNow: 'dead' });
  });

  it('includes that the pack itself is no longer there', async () => {
    renameSync(pack.path, join(world.folder, 'elsewhere'));
    expect((await desk().states([pack.id]))[0]?.file).toBe('gone');
  });
});

describe('posted marks', () => {
  const posted = (id = pack.id): boolean[] => items(id).map(({ postedAt }) => postedAt !== null);
  const campaignStates = (): string[] =>
    world.core.campaignService.items(campaignId, 'group', 0, 10).items.map(({ state }) => state);

  it('are the campaign’s as well, both ways', async () => {
    await world.core.packs.mark(pack.id, [1, 3], true, 'app');
    expect(posted()).toEqual([true, false, true]);
    expect(campaignStates()).toEqual(['posted', 'exported', 'posted']);
    expect(world.core.packs.summary(pack.id).posted).toBe(2);
    await world.core.packs.mark(pack.id, [1], false, 'app');
    expect(campaignStates()).toEqual(['exported', 'exported', 'posted']);
    const [, second] = world.core.campaignService.items(campaignId, 'group', 0, 10).items;
    await world.core.itemDesk.editItem({ itemId: second?.itemId ?? 0, surface: 'group', posted: true });
    expect(posted()).toEqual([false, true, true]);
  });

  it('of an earlier post do not count for a pack exported later', async () => {
    await world.core.packs.mark(pack.id, [1], true, 'app');
    world.setNow('2026-11-24T06:00:00Z');
    const later = await exportFrom(world, campaignId, { path: join(world.folder, 'later.zip') });
    expect(posted(later.id)).toEqual([false, false, false]);
    await world.core.packs.mark(later.id, [2], true, 'app');
    expect(posted(later.id)).toEqual([false, true, false]);
    await world.core.packs.mark(later.id, [1], false, 'app');
    expect(posted()).toEqual([true, true, false]);
  });

  it('come back from the pack’s own page, once', async () => {
    const key = /data-pack="([0-9a-z]+)"/.exec(readFileSync(join(pack.path, 'index.html'), 'utf8'))?.[1] ?? '';
    await world.core.packs.mark(pack.id, [2], true, 'app');
    const text = `发完了 淘客台发布记录 ${key} 1-2,9`;
    expect(await desk().takeMarks(text)).toEqual({ id: pack.id, marked: 1, already: 1 });
    expect(items().map(({ postedFrom }) => postedFrom)).toEqual(['page', 'app', null]);
    expect(await reasonOf(desk().takeMarks('别的内容'))).toBe('marks-not-found');
    expect(await reasonOf(desk().takeMarks('淘客台发布记录 zzz 1'))).toBe('marks-of-unknown-pack');
  });

  it('outlive the campaign', async () => {
    await world.core.packs.mark(pack.id, [2], true, 'phone');
    await world.core.campaignService.remove(campaignId);
    expect(posted()).toEqual([false, true, false]);
  });
});

describe('opening a pack from disk', () => {
  it('finds it in the list, and follows it when it was moved', async () => {
    expect(await open(pack.path)).toEqual({ id: pack.id, isNew: false, missing: 0, added: 0 });
    const moved = join(world.folder, '移走了');
    renameSync(pack.path, moved);
    expect((await open(moved)).id).toBe(pack.id);
    expect(world.core.packs.summary(pack.id).path).toBe(moved);
  });

  it('keeps an upload only when the pack is not there any more', async () => {
    const zip = await exportFrom(world, campaignId, { path: join(world.folder, 'a.zip') });
    const upload = join(world.folder, 'upload.zip');
    copyFileSync(zip.path, upload);
    await open(upload, { temporary: true, name: '活动.zip' });
    expect(world.core.packs.summary(zip.id).path).toBe(zip.path);
    renameSync(zip.path, join(world.folder, 'lost.zip'));
    await open(upload, { temporary: true, name: '活动.zip' });
    expect(world.core.packs.summary(zip.id).path).toBe(join(world.folder, 'packs', '活动.zip'));
    expect(existsSync(upload)).toBe(false);
  });

  it('takes missing and added files for what they are', async () => {
    writeFileSync(join(pack.path, '笔记.txt'), '');
    expect(await open(pack.path)).toMatchObject({ missing: 0, added: 1 });
  });

  it('refuses one in which a text was changed', async () => {
    const text = readManifest().items[0]?.text ?? '';
    writeFileSync(join(pack.path, text), '换成别人的链接');
    expect(await reasonOf(open(pack.path))).toBe('pack-changed');
  });

  it('refuses one whose list was changed, even in step with its files', async () => {
    const manifest = readManifest();
    const changed = { ...manifest, asOf: '2026-01-01' };
    writeFileSync(join(pack.path, 'manifest.json'), JSON.stringify(changed));
    expect(await reasonOf(open(pack.path))).toBe('pack-list-changed');
  });

  it('refuses what is no pack', async () => {
    mkdirSync(join(world.folder, 'photos'));
    expect(await reasonOf(open(join(world.folder, 'photos')))).toBe('not-a-pack');
    expect(await reasonOf(open(join(world.folder, 'nothing')))).toBe('pack-not-found');
  });

  it('adds one from another computer without touching a campaign that has the same number', async () => {
    const other = openCampaignWorld('2026-11-26T06:00:00Z');
    try {
      await other.importRows('2026-11-26', [row('1001', { priceFen: 9990 })]);
      await other.createCampaign();
      const opened = await open(pack.path, {}, other);
      expect(opened.isNew).toBe(true);
      expect(other.core.packs.summary(opened.id)).toMatchObject({ origin: 'opened', campaignId: null, exported: 3 });
      await other.core.packs.mark(opened.id, [1], true, 'app');
      expect(other.core.campaignService.items(campaignId, 'group', 0, 10).items[0]?.postedAt).toBeNull();
      expect((await open(pack.path, {}, other)).isNew).toBe(false);
    } finally {
      other.close();
    }
  });

  const readManifest = () =>
    JSON.parse(readFileSync(join(pack.path, 'manifest.json'), 'utf8')) as {
      items: { text: string }[];
    };
});

describe('a single file of a pack', () => {
  it('is given only while it is the one that was exported', async () => {
    const zip = await exportFrom(world, campaignId, {
      path: join(world.folder, 'b.zip'),
      images: { poster: { style: 'clean', format: 'square' }, productImages: false, square: false },
    });
    const picture = world.core.packs.item(zip.id, 2)?.pictures[0];
    if (!picture) throw new Error('no picture');
    const bytes = await readPackFile(zip.path, picture);
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    const different = { ...picture, sha256: '0'.repeat(64) };
    expect(await reasonOf(readPackFile(zip.path, different))).toBe('pack-changed');
    expect(await reasonOf(readPackFile(zip.path, { ...picture, path: '../../etc/passwd' }))).toBe('pack-not-found');
    expect(await reasonOf(readPackFile(join(world.folder, 'gone.zip'), picture))).toBe('pack-not-found');
  });
});

it('forgetting a pack leaves its file alone', async () => {
  await world.core.packs.forget(pack.id);
  expect(world.core.packs.list()).toEqual([]);
  expect(existsSync(pack.path)).toBe(true);
  expect(await open(pack.path)).toMatchObject({ isNew: true });
});
