import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLinkDeriver } from '#app/catalog/derive-links';
import { runTop } from '#app/top/run-top';
import type { TopAction, TopRun } from '#contract/top-runs';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import { TopRunRepository } from '#infra/sqlite/repositories/top-run-repository';
import { TopSubjectRepository } from '#infra/sqlite/repositories/top-subject-repository';
import { createTopClient } from '#infra/top/top-client';
import {
  calmContext,
  type CampaignWorld,
  openCampaignWorld,
  type WorldRow,
} from '../../src-main/testing/campaign-world.ts';
import { importedProduct } from '../../src-main/testing/imported-products.ts';
import { plannedTasks } from '../../src-main/testing/top-run-world.ts';
import { type OpenedProbes, openProbes } from './open-probes.ts';
import { createTopGateway, demoApp, type Gateway, type GatewayOptions, topGateways } from './sites/top/gateway.ts';
import { type Simulator, startSimulator } from './start-simulator.ts';

const today = '2026-11-30';
const pid = 'mm_12345_678_90123';
const identity = { ownPids: [pid], ownRelationIds: [], ownFiles: false };

let catalog: CampaignWorld;
let world: Simulator;
let opened: OpenedProbes;
let gateway: Gateway;

beforeEach(() => {
  catalog = openCampaignWorld('2026-11-30T04:00:00Z');
});
afterEach(async () => {
  await opened.client.close();
  await world.close();
  catalog.close();
});

async function serve(options: GatewayOptions = {}): Promise<void> {
  gateway = createTopGateway({ now: catalog.now, ...options });
  world = await startSimulator({ sites: topGateways(gateway) });
  opened = await openProbes(world);
}

const own = (key: string): string => `https://s.click.taobao.com/t?e=m%3D2%26s%3D${key}&pid=${pid}`;
const coupon = (key: string): string => `https://uland.taobao.com/coupon/edetail?e=${key}&pid=${pid}`;

/** A product by its new id, with a coupon that ends in five days and links of one's own. */
const product = (key: string, said: WorldRow['said'] = {}): WorldRow => ({
  key,
  said: {
    itemId: `aBcDeF123456-${key}`,
    title: `商品 ${key}`,
    priceFen: 5_990,
    couponState: 'some',
    couponText: '满29元减5元',
    couponFaceFen: 500,
    couponThresholdFen: 2_900,
    couponEndsOn: '2026-12-05',
    couponLeft: 10,
    couponTotal: 100,
    couponActivityId: `live${key}`,
    ...said,
  },
  links: [
    { field: 'affiliateUrl', value: own(key) },
    { field: 'couponAffiliateUrl', value: coupon(key) },
  ],
});

const repository = (): TopRunRepository => new TopRunRepository(catalog.db);

const subjects = (): TopSubjectRepository => new TopSubjectRepository(catalog.db, catalog.core.catalog);
const begin = (action: TopAction): Promise<number> =>
  repository().create(action, plannedTasks(action, subjects(), today), catalog.now().toISOString());

/** Runs a job on a run, to its end or to the refusal that ends it. */
async function work(runId: number, { signal = calmContext.signal, secret = demoApp.secret } = {}): Promise<string> {
  const keys = { appKey: demoApp.appKey, secret, pid, relationId: null, signMethod: 'hmac-sha256' } as const;
  const clock = { now: () => 0, random: () => 0.5, sleep: () => Promise.resolve() };
  try {
    await runTop(
      {
        store: repository(),
        subjects: subjects(),
        caller: createTopClient({ http: opened.client, keys, now: catalog.now, clock }),
        imports: new ImportRepository(catalog.db, catalog.now),
        derive: createLinkDeriver(identity),
        adzoneId: '90123',
        relationId: null,
        batchName: '刷新优惠券',
        now: catalog.now,
        toErrorData: (error) => ({ code: 'INTERNAL', message: String(error) }),
      },
      { runId },
      { ...calmContext, signal },
    );
    return 'done';
  } catch (error) {
    return (error as { params?: { reason?: string }; code: string }).params?.reason ?? (error as { code: string }).code;
  }
}

const shown = (runId: number): Omit<TopRun, 'state'> => repository().run(runId);
const couponOf = (key: string) => {
  const { product: row, extras } = catalog.core.catalog.product(`taobao:${key}`, today);
  return { coupon: row.coupon, dataDate: row.dataDate, history: extras.history.length };
};
const linksOf = (key: string) => {
  catalog.core.verdicts.prepare();
  const { extras } = catalog.core.catalog.product(`taobao:${key}`, today);
  return catalog.core.links.ofProducts([extras.rowId], 'group', today).get(extras.rowId) ?? [];
};
const calls = (): string[] => gateway.calls.map(({ method }) => method.replace('taobao.tbk.', ''));

describe('refreshing coupons', () => {
  it('takes stock and last day over, moves the end of the coupon links, and can be undone', async () => {
    await serve();
    await catalog.importRows('2026-11-22', [product('item0001')]);
    const runId = await begin('refresh');
    expect(await work(runId)).toBe('done');
    expect(couponOf('item0001')).toMatchObject({
      coupon: { faceFen: 1_000, text: '满29元减10元', endsOn: '2026-12-31', left: 777, total: 30_000 },
      dataDate: today,
    });
    expect(linksOf('item0001').find(({ value }) => value === coupon('item0001'))?.deadFrom).toBe('2027-01-01');
    const [batchId = 0] = shown(runId).batchIds;
    await catalog.undo(batchId);
    expect(couponOf('item0001')).toMatchObject({ coupon: { endsOn: '2026-12-05', left: 10 }, dataDate: '2026-11-22' });
    expect(linksOf('item0001').find(({ value }) => value === coupon('item0001'))?.deadFrom).toBe('2026-12-06');
  });

  it('knows a coupon that is used up or over, and says of each other product why nothing came', async () => {
    await serve();
    await catalog.importRows('2026-11-22', [
      product('item0001', { couponActivityId: 'used01' }),
      product('item0002', { couponActivityId: 'over01' }),
      product('item0003', { couponState: 'none', couponActivityId: null }),
      product('item0004', { couponActivityId: null }),
      product('item0005', { market: 'jd' }),
    ]);
    const runId = await begin('refresh');
    expect(await work(runId)).toBe('done');
    expect(couponOf('item0001').coupon).toMatchObject({ left: 0, state: 'used-up', endsOn: '2026-12-05' });
    expect(couponOf('item0002').coupon).toMatchObject({ endsOn: '2026-11-29', state: 'expired' });
    expect(shown(runId)).toMatchObject({
      byState: { done: 2, skipped: 3, failed: 0, waiting: 0 },
      calls: 2,
      reasons: expect.arrayContaining([
        expect.objectContaining({ refusal: expect.objectContaining({ reason: 'coupon-unreferenced' }), products: 1 }),
      ]),
    });
  });

  it('asks once with a numeric id, and spares the calls once it is refused', async () => {
    await serve();
    const numeric = (key: string): WorldRow => product(key, { itemId: key });
    await catalog.importRows('2026-11-22', [numeric('557662696501'), numeric('557662696502'), product('item0003')]);
    const runId = await begin('refresh');
    expect(await work(runId)).toBe('done');
    expect(shown(runId)).toMatchObject({ byState: { done: 1, failed: 2 }, calls: 2 });
    expect(repository().results({ runId, state: 'failed' }, 0, 10).items).toMatchObject([
      { itemId: '557662696501', refusal: { reason: 'numeric-id' } },
      { itemId: '557662696502', refusal: { reason: 'numeric-id' } },
    ]);
  });
});

describe('new links', () => {
  it('by item id come 20 products a call, beside the old ones, with the coupon they were made with', async () => {
    await serve();
    await catalog.importRows(
      '2026-11-22',
      Array.from({ length: 21 }, (_, index) => product(`item${String(index).padStart(4, '0')}`)),
    );
    const runId = await begin('convert');
    expect(await work(runId)).toBe('done');
    expect(calls()).toEqual(['dg.general.link.convert', 'dg.general.link.convert']);
    expect(linksOf('item0007').map(({ origin }) => origin)).toEqual(
      expect.arrayContaining([
        'affiliateUrl',
        'couponAffiliateUrl',
        'affiliateShortUrl',
        'token',
        'couponShortUrl',
        'couponToken',
      ]),
    );
    expect(linksOf('item0007').find(({ value }) => value === own('item0007'))).toBeDefined();
    expect(couponOf('item0007').coupon).toMatchObject({ faceFen: 17_000, thresholdFen: 31_900, endsOn: '2026-12-25' });
    const token = linksOf('item0007').find(({ origin }) => origin === 'token');
    expect(token).toMatchObject({ issuedOn: today, deadFrom: '2026-12-30', owner: 'own', earnsReason: 'own-keys' });
    expect(token?.value).toMatch(/^48￥ CZ3457 \S{11}￥ https:\/\/m\.tb\.cn\/h\.\S{7} {2}模拟商品$/);
  });

  it('short and 口令 are made of living links of one’s own only', async () => {
    await serve();
    await catalog.importRows('2026-11-22', [
      product('item0001'),
      { ...product('item0002'), links: [{ field: 'affiliateUrl', value: own('item0002').replace('12345', '99999') }] },
      {
        ...product('item0003'),
        links: [{ field: 'detailUrl', value: 'https://item.taobao.com/item.htm?id=557662696503' }],
      },
    ]);
    await catalog.importRows('2026-11-23', [
      { ...product('item0004'), links: [{ field: 'paste', value: own('item0004') }] },
    ]);
    // As links are told apart once own PIDs are entered.
    catalog.db.exec(`UPDATE share_link SET owner = 'other' WHERE value LIKE '%99999%'`);
    const short = await begin('shorten');
    expect(await work(short)).toBe('done');
    const tokens = await begin('tokens');
    expect(await work(tokens)).toBe('done');
    expect(calls()).toEqual(['spread.get', 'tpwd.create', 'tpwd.create']);
    expect(shown(short).byState).toMatchObject({ done: 1, skipped: 3 });
    expect(
      linksOf('item0001')
        .map(({ origin }) => origin)
        .sort(),
    ).toEqual(['affiliateShortUrl', 'affiliateUrl', 'couponAffiliateUrl', 'couponShortUrl', 'couponToken', 'token']);
  });

  it('stops where the permission is missing for all, and keeps everything waiting', async () => {
    await serve();
    await catalog.importRows('2026-11-22', [product('noright1'), product('noright2')].map(withoutRight));
    const runId = await begin('convert');
    expect(await work(runId)).toBe('convert-permission');
    expect(shown(runId)).toMatchObject({ byState: { waiting: 2 }, stopped: { reason: 'convert-permission' } });
  });
});

const withoutRight = (row: WorldRow): WorldRow => ({
  ...row,
  said: { ...row.said, itemId: `aBcDeFnoright-${row.key}` },
});

describe('a run that ends before its end', () => {
  const five = (): Promise<number> =>
    catalog.importRows(
      '2026-11-22',
      ['item0001', 'item0002', 'item0003', 'item0004', 'item0005'].map((key) => product(key)),
    );

  it('keeps what it gained when the quota is used up, and goes on with the rest', async () => {
    await serve({ callsPerDay: 2 });
    await five();
    const runId = await begin('refresh');
    expect(await work(runId)).toBe('limited');
    expect(shown(runId)).toMatchObject({ byState: { done: 2, waiting: 3 }, stopped: { reason: 'limited', code: '7' } });
    expect(couponOf('item0002').coupon?.left).toBe(777);
    expect(couponOf('item0003').coupon?.left).toBe(10);
    await opened.client.close();
    await world.close();
    await serve();
    await repository().setJob(runId, 'next');
    expect(await work(runId)).toBe('done');
    expect(calls()).toHaveLength(3);
    expect(shown(runId)).toMatchObject({ byState: { done: 5, waiting: 0 }, stopped: null });
    expect(shown(runId).batchIds).toHaveLength(2);
  });

  it('does the same when it is cancelled', async () => {
    const stop = new AbortController();
    await serve();
    await five();
    const runId = await begin('refresh');
    let asked = 0;
    const { site } = gateway;
    await world.close();
    world = await startSimulator({
      sites: {
        'eco.taobao.com': async (request, response) => {
          asked += 1;
          await site(request, response);
          if (asked === 2) stop.abort();
        },
      },
    });
    await opened.client.close();
    opened = await openProbes(world);
    expect(await work(runId, { signal: stop.signal })).toBe('CANCELLED');
    const { byState } = shown(runId);
    expect(byState.done + byState.waiting).toBe(5);
    expect(byState.waiting).toBeGreaterThanOrEqual(3);
    expect(shown(runId).batchIds).toHaveLength(1);
  });

  it('writes what a killed program had gained, without asking again', async () => {
    await serve();
    await five();
    const runId = await begin('refresh');
    const waiting = repository().waiting(runId);
    const row = { product: importedProduct('item0001', { couponState: 'some', couponLeft: 3 }), links: [] };
    const tasks = waiting.map(({ position }, index) =>
      index === 0
        ? { position, state: 'done' as const, refusal: null, gained: { row, day: today } }
        : { position, state: 'failed' as const, refusal: null, gained: null },
    );
    await repository().finish(runId, tasks, 5);
    expect(shown(runId)).toMatchObject({ unmerged: 1, byState: { waiting: 0 } });
    expect(await work(runId)).toBe('done');
    expect(gateway.calls).toEqual([]);
    expect(shown(runId)).toMatchObject({ unmerged: 0, batchIds: [expect.any(Number)] });
    expect(couponOf('item0001').coupon?.left).toBe(3);
  });

  it('stores nothing when the keys are refused at once', async () => {
    await serve();
    await five();
    const runId = await begin('refresh');
    expect(await work(runId, { secret: 'wrong' })).toBe('invalid-signature');
    expect(gateway.calls).toHaveLength(1);
    expect(shown(runId)).toMatchObject({
      byState: { waiting: 5 },
      batchIds: [],
      stopped: { reason: 'invalid-signature' },
    });
  });
});
