import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changesIdentity } from '#app/catalog/own-identity';
import type { OwnIdentity } from '#app/catalog/derive-links';
import { rederive, rederiveEarnings } from '#app/links/rederive-earnings';
import type { CampaignItem } from '#contract/campaigns';
import { textHash } from '#domain/shared/text-hash';
import { EarningRepository } from '#infra/sqlite/repositories/earning-repository';
import { calmContext, type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';

const page = (pid: string, rest = ''): string => `https://uland.taobao.com/coupon/edetail?e=x&pid=${pid}${rest}`;

let world: CampaignWorld;
beforeEach(async () => {
  world = openCampaignWorld('2026-11-25T02:00:00Z');
  const row = (key: string, value: string) => ({
    key,
    said: { title: `马克杯${key}` },
    links: [{ field: 'couponAffiliateUrl' as const, value }],
  });
  await world.importRows('2026-11-25', [
    row('1001', page('mm_1_1_1')),
    row('1002', page('mm_1_1_2')),
    row('1003', page('mm_9_9_9')),
    row('1004', 'https://s.click.taobao.com/AbCd123'),
    row('1005', 'https://uland.taobao.com/coupon/edetail?e=x&relationId=2093148765'),
  ]);
});
afterEach(() => world.close());

const lookAgain = (identity: () => OwnIdentity) =>
  rederiveEarnings({ store: new EarningRepository(world.db), targetOf: () => null, identity }, calmContext);
const reasons = (): string[] =>
  world.db.prepare('SELECT earns_reason FROM share_link ORDER BY id').pluck().all() as string[];
const noOne: OwnIdentity = { ownPids: [], ownRelationIds: [], ownFiles: false };
const me: OwnIdentity = { ownPids: ['mm_1_1_1'], ownRelationIds: ['2093148765'], ownFiles: false };

it('tells links apart by the own pids and relation ids, and takes it back with them', async () => {
  const before = reasons();
  expect(before.slice(0, 4)).toEqual(['pid-visible', 'pid-visible', 'pid-visible', 'affiliate-link']);
  const result = await lookAgain(() => me);
  expect(result.looked).toBe(4);
  expect(reasons()).toEqual(['own-pid', 'own-account', 'other-pid', 'affiliate-link', 'own-relation']);
  await lookAgain(() => noOne);
  expect(reasons()).toEqual(before);
});

it('takes the links of own files for own, but for a pid that says otherwise, and takes it back', async () => {
  const result = await lookAgain(() => ({ ...me, ownFiles: true }));
  expect(result.looked).toBe(5);
  expect(reasons()).toEqual(['own-pid', 'own-account', 'other-pid', 'own-file', 'own-relation']);
  const { changed } = await lookAgain(() => ({ ...me, ownFiles: true }));
  expect(changed).toBe(0);
  await lookAgain(() => me);
  expect(reasons()).toEqual(['own-pid', 'own-account', 'other-pid', 'affiliate-link', 'own-relation']);
});

it('writes nothing where nothing changes', async () => {
  await lookAgain(() => me);
  const { changed } = await lookAgain(() => me);
  expect(changed).toBe(0);
});

it('lets the last word win when the ids change while it is under way', async () => {
  let asked = 0;
  await lookAgain(() => (asked++ < 2 ? me : noOne));
  expect(reasons().filter((reason) => reason.startsWith('own') || reason === 'other-pid')).toEqual([]);
});

it('makes a campaign refuse what pays somebody else', async () => {
  const id = await world.createCampaign();
  await lookAgain(() => me);
  const { items } = world.core.campaignService.items(id, 'group', 0, 50);
  const blockers = items
    .find(({ title }) => title === '马克杯1003')
    ?.blockers.map(({ code, severity }) => [code, severity]);
  expect(blockers).toContainEqual(['earns-for-others', 'block']);
});

describe('a campaign never quietly pays somebody else', () => {
  const stranger = page('mm_9_9_9');
  const mine = 'https://s.click.taobao.com/AbCd123';
  const pasted = 'https://s.click.taobao.com/Zz9';
  const blockersOf = (item: CampaignItem | undefined): string[] =>
    item?.blockers.map(({ code, severity }) => `${severity} ${code}`) ?? [];
  const itemOf = async (key: string): Promise<CampaignItem | undefined> => {
    const id = await world.createCampaign();
    return world.core.campaignService.items(id, 'group', 0, 50).items.find(({ title }) => title === `马克杯${key}`);
  };
  const paste = (key: string, value: string) =>
    world.importRows('2026-11-26', [{ key, said: { title: `马克杯${key}` }, links: [{ field: 'paste', value }] }]);

  it('prefers an own link to one out of a pasted text, which looks the same', async () => {
    await paste('1004', pasted);
    expect((await itemOf('1004'))?.link?.value).toBe(mine);
  });

  it('says so where there is only a pasted link that hides whom it pays', async () => {
    await paste('1006', pasted);
    expect(blockersOf(await itemOf('1006'))).toContain('warn earning-unknown');
  });

  it('puts no code on a poster that leads to a pasted link beside the own 口令', async () => {
    await world.importRows('2026-11-26', [
      { key: '1007', said: { title: '马克杯1007' }, links: [{ field: 'token', value: '￥SIH6XbwRfyt￥' }] },
    ]);
    await paste('1007', pasted);
    const campaign = world.core.campaigns.get(await world.createCampaign());
    const posted = world.core.campaignService
      .outcomes(campaign, 'group', 0, 50)
      .map(({ prepared }) => prepared?.packItem);
    const codes = new Map(posted.map((item) => [item?.link?.value, item?.qrUrl]));
    expect(codes.get('￥SIH6XbwRfyt￥')).toBeNull();
    expect(codes.get(mine)).toBe(mine);
  });

  it('says so where a pid is in plain sight and the user has named none', async () => {
    expect(blockersOf(await itemOf('1003'))).toContain('warn earning-unknown');
  });

  it('blocks a copy with a foreign pid in it, even around the chosen link', async () => {
    await world.core.settings.update({ ownPids: [{ pid: 'mm_1_1_1', name: '' }] });
    const item = await itemOf('1004');
    for (const text of [`看这里 ${stranger}`, `看这里 ${page('mm_9_9_9', `&u=${mine}`)}`]) {
      const edited = await world.core.itemDesk.editItem({ itemId: item?.itemId ?? 0, surface: 'group', text });
      expect(blockersOf(edited)).toContain('block earns-for-others');
    }
  });

  it('blocks a link chosen by hand that turned out to pay somebody else when it was followed', async () => {
    await paste('1006', pasted);
    const item = await itemOf('1006');
    const target = { itemId: item?.itemId ?? 0, surface: 'group' as const };
    await world.core.itemDesk.editItem({ ...target, linkId: item?.link?.linkId ?? 0 });
    const store = new EarningRepository(world.db);
    const followed = { url: stranger, kind: 'tbk_uland_edetail', itemId: null, pid: 'mm_9_9_9' } as const;
    const targetOf = () => ({ ...followed, relationId: null, affiliate: true });
    await store.update(store.byHash([textHash(pasted)]).flatMap((row) => rederive(row, targetOf, me)));
    expect(blockersOf(world.core.itemDesk.item(target))).toContain('block earns-for-others');
  });
});

it('names the pids that links show', async () => {
  await lookAgain(() => me);
  expect(world.core.linkFacts.pids(2)).toEqual([
    { pid: 'mm_1_1_1', links: 1, owner: 'own' },
    { pid: 'mm_1_1_2', links: 1, owner: 'own' },
  ]);
});

it('is only needed when ids change, not their names or order', () => {
  const pids = [
    { pid: 'mm_1_1_1', name: 'a' },
    { pid: 'mm_1_1_2', name: '' },
  ];
  const before = { ownPids: pids, ownRelationIds: ['1', '2'], ownFiles: false };
  expect(changesIdentity(before, { ...before, ownPids: pids.toReversed(), ownRelationIds: ['2', '1'] })).toBe(false);
  expect(changesIdentity(before, { ...before, ownPids: pids.map(({ pid }) => ({ pid, name: 'b' })) })).toBe(false);
  expect(changesIdentity(before, { ...before, ownPids: [] })).toBe(true);
  expect(changesIdentity(before, { ...before, ownFiles: true })).toBe(true);
});
