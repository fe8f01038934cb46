import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';

const row = (key: string) => ({
  key,
  said: { title: `马克杯${key}`, priceFen: 6990 },
  links: [
    { field: 'affiliateShortUrl' as const, value: `https://s.click.taobao.com/Link${key}` },
    {
      field: 'affiliateUrl' as const,
      value: `https://s.click.taobao.com/t?e=m%3D2%26s%3D${key}aaaaaaaaaaaaaaaaaaaaaaaa`,
    },
  ],
});

let world: CampaignWorld;
let id = 0;
beforeEach(async () => {
  world = openCampaignWorld('2026-11-25T02:00:00Z');
  await world.importRows('2026-11-25', ['1001', '1002', '1003', '1004'].map(row));
  id = await world.createCampaign('秋冬专场', ['group', 'moments']);
});
afterEach(() => world.close());

const items = (surface: 'group' | 'moments' = 'group') => world.core.campaignService.items(id, surface, 0, 50).items;
const order = () =>
  items()
    .map(({ productId }) => productId.slice(-1))
    .join('');
const idOf = (index: number): number => items()[index]?.itemId ?? 0;
const undo = (changeId: number | null) => world.core.campaignChanges.undo(changeId ?? 0, false);
const redo = (changeId: number | null) => world.core.campaignChanges.undo(changeId ?? 0, true);
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing thrown',
    (error: { params?: { reason?: string } }) => error.params?.reason,
  );

const decisions = ['text', 'link_hash', 'override_reason', 'exported_at', 'posted_at', 'left_out'];

/** Everything a change could have touched. */
const state = (): unknown =>
  ['campaign', 'campaign_surface', 'campaign_item', 'campaign_copy', 'inbox_snooze'].map((table) =>
    world.db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
      .all()
      .map(({ updated_at: _at, revision: _revision, ...said }) => said)
      // A decision that was taken back may stay as a row that says nothing.
      .filter((said) => table !== 'campaign_copy' || decisions.some((column) => Boolean(said[column]))),
  );

describe('an item of a campaign', () => {
  it('is not found as one of another campaign, whatever an address says', async () => {
    const other = await world.createCampaign('另一场', ['group']);
    const target = { itemId: idOf(0), surface: 'group' as const };
    expect(world.core.itemDesk.item(target, id).itemId).toBe(target.itemId);
    expect(() => world.core.itemDesk.item(target, other)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });
});

describe('changes of campaigns', () => {
  it('are taken back and made again, with everything that hung on them', async () => {
    await world.core.itemDesk.editItem({ itemId: idOf(1), surface: 'moments', text: '自己写的' });
    const before = state();
    const { changeId } = await world.core.campaignService.remove(id);
    expect(world.core.campaigns.list(false)).toEqual([]);
    await undo(changeId);
    expect(state()).toEqual(before);
    expect(items('moments')[1]?.text).toBe('自己写的');
    await redo(changeId);
    expect(world.core.campaigns.list(false)).toEqual([]);
  });

  it('never lets a deleted row lose its id to a new one', async () => {
    const { changeId } = await world.core.campaignService.remove(id);
    const other = await world.createCampaign('另一个');
    await undo(changeId);
    expect(world.core.campaigns.list(false).map((campaign) => campaign.id)).toEqual([other, id]);
  });

  it('survive a restart', async () => {
    const { changeId } = await world.core.itemDesk.edit(
      [0, 1, 2].map((index) => ({ itemId: idOf(index), surface: 'group' as const, text: `第${index}条` })),
    );
    const again = world.reopen();
    expect(again.campaignChanges.history(id, 10)[0]).toMatchObject({ changeId, action: 'texts', params: { n: 3 } });
    await again.campaignChanges.undo(changeId ?? 0, false);
    expect(items().map(({ edited }) => edited)).toEqual([false, false, false, false]);
  });

  it('count keystrokes of one text as one change, and no change as none', async () => {
    const edit = { itemId: idOf(0), surface: 'group' as const };
    const before = items()[0]?.text;
    const first = await world.core.itemDesk.editItem({ ...edit, text: '好' });
    const second = await world.core.itemDesk.editItem({ ...edit, text: '好东西' });
    expect(second.changeId).toBe(first.changeId);
    const other = await world.core.itemDesk.editItem({ ...edit, itemId: idOf(1), text: '别的' });
    expect(other.changeId).not.toBe(first.changeId);
    expect((await world.core.itemDesk.editItem({ ...edit, itemId: idOf(1), text: '别的' })).changeId).toBeNull();
    await undo(other.changeId);
    await undo(second.changeId);
    expect(items()[0]?.text).toBe(before);
    expect((await world.core.campaignService.moveItems(id, [idOf(3)], null)).changeId).toBeNull();
  });

  it('refuse to be taken back over something newer, and leave everything as it is', async () => {
    const first = await world.core.itemDesk.edit([{ itemId: idOf(0), surface: 'group', overrideReason: '品牌授权' }]);
    const second = await world.core.itemDesk.edit([{ itemId: idOf(0), surface: 'group', overrideReason: '改了理由' }]);
    expect(await reasonOf(undo(first.changeId))).toBe('changed-since');
    expect(items()[0]?.overrideReason).toBe('改了理由');
    await undo(second.changeId);
    await undo(first.changeId);
    expect(items()[0]?.overrideReason).toBeNull();
    expect(await reasonOf(undo(first.changeId))).toBe('undone-already');
  });

  it('leave alone what they did not touch', async () => {
    const { changeId } = await world.core.itemDesk.edit([{ itemId: idOf(0), surface: 'group', text: '自己写的' }]);
    await world.core.itemDesk.edit([{ itemId: idOf(0), surface: 'group', posted: true }]);
    await undo(changeId);
    expect(items()[0]).toMatchObject({ edited: false, state: 'posted' });
  });

  it('say so when a product was added again in the meantime', async () => {
    const { changeId } = await world.core.campaignService.removeItems(id, [idOf(1)]);
    await world.core.campaignService.addProducts(id, { ids: ['taobao:1002'] });
    expect(await reasonOf(undo(changeId))).toBe('changed-since');
    expect(order()).toBe('1342');
  });

  it('put moved items back', async () => {
    const { changeId } = await world.core.campaignService.moveItems(id, [idOf(2), idOf(3)], idOf(0));
    expect(order()).toBe('3412');
    await undo(changeId);
    expect(order()).toBe('1234');
  });

  it('always lead back to the start, whatever was done', async () => {
    const edit = fc.record({ item: fc.nat(3), surface: fc.constantFrom('group' as const, 'moments' as const) });
    const step = fc.oneof(
      edit.chain((at) =>
        fc.record({ kind: fc.constant('text' as const), at: fc.constant(at), text: fc.constantFrom('甲', '乙', null) }),
      ),
      edit.map((at) => ({ kind: 'out' as const, at })),
      edit.map((at) => ({ kind: 'move' as const, at })),
      edit.map((at) => ({ kind: 'remove' as const, at })),
      edit.map((at) => ({ kind: 'surface' as const, at })),
      fc.constant({ kind: 'duplicate' as const, at: { item: 0, surface: 'group' as const } }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const { itemDesk, campaignService } = world.core;
        const start = state();
        const made: (number | null)[] = [];
        for (const { kind, at, ...said } of steps) {
          const all = items(at.surface);
          const itemId = all[at.item % Math.max(1, all.length)]?.itemId;
          if (itemId === undefined) continue;
          const target = { itemId, surface: at.surface };
          if (kind === 'text')
            made.push((await itemDesk.edit([{ ...target, text: 'text' in said ? said.text : null }])).changeId);
          if (kind === 'out') made.push((await itemDesk.takeOut([target])).changeId);
          if (kind === 'move') made.push((await campaignService.moveItems(id, [itemId], null)).changeId);
          if (kind === 'remove') made.push((await campaignService.removeItems(id, [itemId])).changeId);
          if (kind === 'surface') made.push((await itemDesk.moveSurface([target], 'chat_1v1')).changeId);
          if (kind === 'duplicate') made.push((await campaignService.duplicate(id, '副本')).changeId);
        }
        const end = state();
        const real = made.filter((changeId) => changeId !== null);
        for (const changeId of real.toReversed()) await undo(changeId);
        expect(state()).toEqual(start);
        for (const changeId of real) await redo(changeId);
        expect(state()).toEqual(end);
        for (const changeId of real.toReversed()) await undo(changeId);
      }),
      { numRuns: 12 },
    );
  });
});

describe('taking items off a surface', () => {
  it('leaves them where another surface holds them and removes them where none does', async () => {
    const { itemDesk } = world.core;
    expect(await itemDesk.takeOut([{ itemId: idOf(0), surface: 'group' }])).toMatchObject({ removed: 0, leftOut: 1 });
    expect(order()).toBe('234');
    expect(items('moments')).toHaveLength(4);
    const [first] = items('moments');
    expect(await itemDesk.takeOut([{ itemId: first?.itemId ?? 0, surface: 'moments' }])).toMatchObject({
      removed: 1,
      leftOut: 0,
    });
    expect(world.core.campaigns.get(id).items).toBe(3);
  });

  it('posts them elsewhere, alone, when the campaign had not that surface', async () => {
    const { itemDesk, campaignService } = world.core;
    await itemDesk.moveSurface([{ itemId: idOf(0), surface: 'moments' }], 'chat_1v1');
    expect(items('moments')).toHaveLength(3);
    expect(campaignService.items(id, 'chat_1v1', 0, 50).items.map(({ productId }) => productId)).toEqual([
      'taobao:1001',
    ]);
    const { surfaces } = await campaignService.get(id);
    expect(surfaces.map(({ surface, leftOut }) => [surface, leftOut])).toEqual([
      ['group', 0],
      ['moments', 1],
      ['chat_1v1', 3],
    ]);
  });
});

describe('choosing a template', () => {
  it('takes only one that exists; one that was deleted since stays chosen', async () => {
    const { campaignService, templates } = world.core;
    const own = await templates.save({ id: null, name: '我的', surface: 'group', body: '{{ title }}' });
    const choose = (templateId: string) => campaignService.update({ id, surfaces: [{ surface: 'group', templateId }] });
    await expect(choose('nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await choose(own.id);
    await templates.remove(own.id);
    const { surfaces } = await choose(own.id);
    expect(surfaces).toMatchObject([{ surface: 'group', templateId: own.id }]);
  });
});
