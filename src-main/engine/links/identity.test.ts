import { afterEach, beforeEach, expect, it } from 'vitest';
import { changesIdentity } from '#app/catalog/own-identity';
import type { OwnIdentity } from '#app/catalog/derive-links';
import { rederiveEarnings } from '#app/links/rederive-earnings';
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

const rederive = (identity: () => OwnIdentity) =>
  rederiveEarnings({ store: new EarningRepository(world.db), targetOf: () => null, identity }, calmContext);
const reasons = (): string[] =>
  world.db.prepare('SELECT earns_reason FROM share_link ORDER BY id').pluck().all() as string[];
const noOne: OwnIdentity = { ownPids: [], ownRelationIds: [] };
const me: OwnIdentity = { ownPids: ['mm_1_1_1'], ownRelationIds: ['2093148765'] };

it('tells links apart by the own pids and relation ids, and takes it back with them', async () => {
  const before = reasons();
  expect(before.slice(0, 4)).toEqual(['pid-visible', 'pid-visible', 'pid-visible', 'affiliate-link']);
  const result = await rederive(() => me);
  expect(result.looked).toBe(4);
  expect(reasons()).toEqual(['own-pid', 'own-account', 'other-pid', 'affiliate-link', 'own-relation']);
  await rederive(() => noOne);
  expect(reasons()).toEqual(before);
});

it('writes nothing where nothing changes', async () => {
  await rederive(() => me);
  const { changed } = await rederive(() => me);
  expect(changed).toBe(0);
});

it('lets the last word win when the ids change while it is under way', async () => {
  let asked = 0;
  await rederive(() => (asked++ < 2 ? me : noOne));
  expect(reasons().filter((reason) => reason.startsWith('own') || reason === 'other-pid')).toEqual([]);
});

it('makes a campaign refuse what pays somebody else', async () => {
  const id = await world.createCampaign();
  await rederive(() => me);
  const { items } = world.core.campaignService.items(id, 'group', 0, 50);
  const blockers = items
    .find(({ title }) => title === '马克杯1003')
    ?.blockers.map(({ code, severity }) => [code, severity]);
  expect(blockers).toContainEqual(['earns-for-others', 'block']);
});

it('names the pids that links show', async () => {
  await rederive(() => me);
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
  const before = { ownPids: pids, ownRelationIds: ['1', '2'] };
  expect(changesIdentity(before, { ownPids: pids.toReversed(), ownRelationIds: ['2', '1'] })).toBe(false);
  expect(changesIdentity(before, { ...before, ownPids: pids.map(({ pid }) => ({ pid, name: 'b' })) })).toBe(false);
  expect(changesIdentity(before, { ...before, ownPids: [] })).toBe(true);
});
