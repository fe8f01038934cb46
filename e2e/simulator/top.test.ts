import { afterEach, describe, expect, it } from 'vitest';
import { testKeys } from '#app/top/test-keys';
import type { TopKeys } from '#app/top/top-key-ring';
import { couponInfo } from '#domain/top/coupon-info';
import { itemInfo } from '#domain/top/item-info';
import { convertItems } from '#domain/top/link-convert';
import { materialSearch } from '#domain/top/material-search';
import { orderDetails } from '#domain/top/order-details';
import { pidCheck } from '#domain/top/pid-check';
import { shortLinks } from '#domain/top/short-links';
import { tokenCreate } from '#domain/top/token-create';
import type { TopCall, TopResult } from '#domain/top/top-call';
import { createTopClient } from '#infra/top/top-client';
import { type OpenedProbes, openProbes } from './open-probes.ts';
import { createTopGateway, demoApp, type Gateway, type GatewayOptions, topGateways } from './sites/top/gateway.ts';
import { html } from './site.ts';
import { type Simulator, startSimulator } from './start-simulator.ts';

const pid = 'mm_12345_678_90123';
const rightKeys: TopKeys = { ...demoApp, pid, relationId: null, signMethod: 'md5' };
const promotion = { adzoneId: '90123', relationId: null };
const link = 'https://s.click.taobao.com/YI3Uopu';

let world: Simulator | null = null;
let opened: OpenedProbes | null = null;
afterEach(async () => {
  await opened?.client.close();
  await world?.close();
});

interface World {
  gateway: Gateway;
  /** How long the client waited between tries, ms. */
  waits: number[];
  ask<Answer>(call: TopCall<Answer>, keys?: Partial<TopKeys>, clockAheadMs?: number): Promise<TopResult<Answer>>;
  test(keys?: Partial<TopKeys>): ReturnType<typeof testKeys>;
}

/** The real client, through the proxy setting, to a gateway whose time passes only while the client waits. */
async function open(options: GatewayOptions = {}): Promise<World> {
  let time = Date.parse('2026-11-30T04:00:00Z');
  const waits: number[] = [];
  const gateway = createTopGateway({ now: () => new Date(time), ...options });
  world = await startSimulator({ sites: topGateways(gateway) });
  opened = await openProbes(world);
  const { client: http } = opened;
  const clock = {
    now: () => time,
    random: () => 0.5,
    sleep: (ms: number) => {
      waits.push(ms);
      time += ms;
      return Promise.resolve();
    },
  };
  const caller = (keys: Partial<TopKeys> = {}, ahead = 0) =>
    createTopClient({ http, keys: { ...rightKeys, ...keys }, now: () => new Date(time + ahead), clock });
  return {
    gateway,
    waits,
    ask: (call, keys, ahead) => caller(keys, ahead).call(call),
    test: (keys) => testKeys(caller(keys), { ...rightKeys, ...keys }),
  };
}

const reason = (result: TopResult<unknown>): string => (result.ok ? 'ok' : result.refusal.reason);

describe('calls', () => {
  it.each(['md5', 'hmac', 'hmac-sha256'] as const)('signed with %s are believed', async (signMethod) => {
    const { ask, gateway } = await open();
    const search = materialSearch({ adzoneId: '90123', q: '女装 & 100% "好"+', page: 1, pageSize: 1 });
    expect(await ask(search, { signMethod })).toMatchObject({
      ok: true,
      answer: { items: [{ commissionRateBp: 550 }] },
    });
    expect(gateway.calls.map(({ outcome }) => outcome)).toEqual(['ok']);
  });

  it('send what the call needs and nothing else', async () => {
    const { ask, gateway } = await open();
    await ask(couponInfo({ itemId: 'aBcDeF-item01', activityId: 'live01' }));
    expect(Object.keys(gateway.calls[0]?.params ?? {}).sort()).toEqual(
      'activity_id app_key format item_id method sign sign_method timestamp v'.split(' '),
    );
    expect(JSON.stringify(gateway.calls)).not.toContain(demoApp.secret);
    expect(world?.requests).toMatchObject([
      {
        method: 'POST',
        url: 'https://eco.taobao.com/router/rest',
        userAgent: 'TaokeDesk',
        cookie: null,
        referer: null,
      },
    ]);
  });

  it('bring what each method has to say', async () => {
    const { ask } = await open();
    expect(await ask(couponInfo({ itemId: 'aBcDeF-item01', activityId: 'live01' }))).toMatchObject({
      answer: { left: 777, endsOn: '2026-12-31', faceFen: 1000 },
    });
    expect(await ask(itemInfo(['aBcDeF-item01', 'aBcDeF-item02']))).toMatchObject({
      answer: [{ askedId: 'aBcDeF-item01', priceFen: 2990, commissionRateBp: 1550 }, { finalPriceFen: 1990 }],
    });
    expect(
      await ask(convertItems(promotion, ['aBcDeF-item01', '557662696505', 'aBcDeF-noright1', 'vanish-item04'])),
    ).toMatchObject({
      answer: [
        { ok: true, commissionRateBp: 240, coupon: { faceFen: 17000, left: 99987 } },
        { ok: false, refusal: { reason: 'numeric-id' } },
        { ok: false, refusal: { reason: 'convert-permission' } },
        { ok: false, refusal: { reason: 'item-not-found' } },
      ],
    });
    expect(await ask(shortLinks([link, 'https://uland.taobao.com/tampered']))).toMatchObject({
      answer: [{ ok: true, url: expect.stringMatching(/^https:\/\/s\.click\./) }, { ok: false }],
    });
    expect(await ask(tokenCreate(link))).toMatchObject({
      answer: { long: expect.stringContaining('￥ https://m.tb.cn/') },
    });
    const hours = { from: new Date('2026-11-11T00:00:00Z'), to: new Date('2026-11-11T03:00:00Z') };
    const first = await ask(orderDetails(hours, null));
    expect(first).toMatchObject({ answer: { orders: [{ tradeId: '1707359271433894971', rateBp: 250 }] } });
    const next = first.ok ? first.answer.next : null;
    expect(await ask(orderDetails(hours, next))).toMatchObject({ answer: { next: null } });
  });
});

describe('refusals', () => {
  it('of keys', async () => {
    const { ask, gateway, waits } = await open();
    expect(reason(await ask(pidCheck(pid), { secret: 'wrong' }))).toBe('invalid-signature');
    expect(reason(await ask(pidCheck(pid), { appKey: '87654321' }))).toBe('invalid-app-key');
    expect(await ask(pidCheck('mm_9_9_9'))).toEqual({ ok: true, answer: false });
    expect([gateway.calls.length, waits]).toEqual([3, []]);
  });

  it('of a clock that is off, either way, with the minutes', async () => {
    const { ask } = await open();
    expect(await ask(pidCheck(pid), {}, 9 * 60_000)).toMatchObject({ ok: true });
    const fast = await ask(pidCheck(pid), {}, 14 * 60_000);
    expect(fast).toMatchObject({ refusal: { reason: 'clock-fast', params: { detail: '14' } } });
    const slow = await ask(pidCheck(pid), {}, -3 * 3_600_000);
    expect(slow).toMatchObject({ refusal: { reason: 'clock-slow', params: { detail: '180' } } });
  });

  it('of permission, for one method and not the others', async () => {
    const { ask } = await open({
      apps: { [demoApp.appKey]: { secret: demoApp.secret, permissions: ['taobao.tbk.tbkinfo.get'] } },
    });
    expect(reason(await ask(pidCheck(pid)))).toBe('ok');
    expect(reason(await ask(tokenCreate(link)))).toBe('no-permission');
  });

  it('of coupons and links, each for its own reason', async () => {
    const { ask } = await open();
    const coupon = async (activityId: string, itemId = 'aBcDeF-item01'): Promise<string> =>
      reason(await ask(couponInfo({ itemId, activityId })));
    expect(await coupon('used01')).toBe('coupon-used-up');
    expect(await coupon('over01')).toBe('coupon-over');
    expect(await coupon('gone01')).toBe('coupon-missing');
    expect(await coupon('live01', '557662696505')).toBe('numeric-id');
    expect(reason(await ask(itemInfo(['557662696505'])))).toBe('numeric-id');
    expect(reason(await ask(tokenCreate('https://s.click.taobao.com/tampered')))).toBe('token-scene');
  });
});

describe('limits', () => {
  it('are waited out, and the call is made again', async () => {
    const { ask, waits, gateway } = await open({ callsPerSecond: 1 });
    expect(reason(await ask(pidCheck(pid)))).toBe('ok');
    expect(reason(await ask(pidCheck(pid)))).toBe('ok');
    expect(gateway.calls.map(({ outcome }) => outcome.split(' ')[0])).toEqual(['ok', '7', 'ok']);
    expect(waits).toEqual([2_500]);
  });

  it('of the day end the attempt at once', async () => {
    const { ask, waits } = await open({ callsPerDay: 1 });
    await ask(pidCheck(pid));
    expect(reason(await ask(pidCheck(pid)))).toBe('limited');
    expect(waits).toEqual([]);
  });
});

it('says what keeps the platform from being reached', async () => {
  const { ask } = await open();
  await world?.close();
  expect(reason(await ask(pidCheck(pid)))).toBe('network-proxy');
});

it('takes a page in the place of an answer for what it is', async () => {
  world = await startSimulator({
    sites: {
      'eco.taobao.com': ({ visits }, response) => html(response, '<title>请登录上网</title>', visits === 0 ? 200 : 403),
    },
  });
  opened = await openProbes(world);
  const clock = { now: () => 0, random: () => 0, sleep: () => Promise.resolve() };
  const caller = createTopClient({ http: opened.client, keys: rightKeys, now: () => new Date(), clock });
  expect(await caller.call(pidCheck(pid))).toMatchObject({
    refusal: { reason: 'unreadable', params: { detail: '请登录上网' } },
  });
  expect(await caller.call(pidCheck(pid))).toMatchObject({
    refusal: { reason: 'http-status', params: { detail: '403' } },
  });
});

describe('testing keys', () => {
  it('tries each thing the app does, once', async () => {
    const { test, gateway } = await open();
    const steps = await test();
    expect(steps.map(({ capability, state }) => `${capability} ${state}`)).toEqual(
      ['pid', 'search', 'items', 'convert', 'shorten', 'token'].map((each) => `${each} works`),
    );
    expect(gateway.calls).toHaveLength(6);
  });

  it('stops at keys that are refused, and goes on past a missing permission or a wrong pid', async () => {
    const { test, gateway } = await open({
      apps: {
        [demoApp.appKey]: {
          secret: demoApp.secret,
          permissions: ['taobao.tbk.tbkinfo.get', 'taobao.tbk.dg.material.optional.upgrade', 'taobao.tbk.spread.get'],
        },
      },
    });
    expect((await test({ secret: 'wrong' })).map(({ state }) => state)).toEqual([
      'refused',
      ...Array.from({ length: 5 }, () => 'not-tested'),
    ]);
    expect(gateway.calls).toHaveLength(1);
    expect((await test()).map(({ state }) => state)).toEqual([
      'works',
      'works',
      'refused',
      'refused',
      'works',
      'refused',
    ]);
    expect((await test({ pid: 'mm_9_9_9' }))[0]).toMatchObject({ state: 'refused', refusal: { reason: 'pid-wrong' } });
  });
});
