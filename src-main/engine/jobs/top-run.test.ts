import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#contract/errors';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import { TopRunRepository } from '#infra/sqlite/repositories/top-run-repository';
import type { WorldRow } from '../../testing/campaign-world.ts';
import { openTopRunWorld, type TopRunWorld, topPid } from '../../testing/top-run-world.ts';

let world: TopRunWorld;
beforeEach(() => {
  world = openTopRunWorld('2026-11-30T04:00:00Z');
});
afterEach(() => world.close());

const product = (key: string, left = 10): WorldRow => ({
  key,
  said: { itemId: `aBcDeF123456-${key}`, couponState: 'some', couponLeft: left, couponActivityId: `id-${key}` },
  links: [{ field: 'affiliateUrl', value: `https://s.click.taobao.com/t?e=m%3D2%26s%3D${key}&pid=${topPid}` }],
});
const three = (): Promise<number> =>
  world.importRows(
    '2026-11-22',
    ['p1', 'p2', 'p3'].map((key) => product(key)),
  );

const couponLeft = (left: number): object => ({ data: { coupon_remain_count: left, coupon_end_time: '2026-12-31' } });
const unavailable = { error_response: { code: 10, msg: 'Service Currently Unavailable' } };
const killed = new Error('killed');

const batches = (): object[] =>
  world.db
    .prepare(`SELECT state, data_date AS dataDate FROM import_batch WHERE origin = 'top' ORDER BY id`)
    .all() as object[];
const statesOf = (runId: number): string[] => world.store.results({ runId }, 0, 9).items.map(({ state }) => state);

describe('what a run gained', () => {
  it('is dated with the day the platform said it, however late it becomes part of the catalog', async () => {
    await three();
    world.answerWith(({ activity_id }) => {
      if (activity_id === 'id-p3') throw killed;
      return couponLeft(500);
    });
    const runId = await world.begin('refresh');
    const imports = new ImportRepository(world.db, world.now);
    imports.merge = () => Promise.reject(killed);
    await expect(world.work(runId, { imports })).rejects.toThrow('killed');
    await world.importRows('2026-12-01', [product('p1', 7)]);
    world.setNow('2026-12-03T04:00:00Z');
    world.answerWith(() => couponLeft(300));
    expect(await world.work(runId)).toBe('done');
    expect(batches()).toEqual([
      { state: 'failed', dataDate: '2026-11-30' },
      { state: 'merged', dataDate: '2026-11-30' },
      { state: 'merged', dataDate: '2026-12-03' },
    ]);
    expect(world.coupon('p1')).toMatchObject({ left: 7, dataDate: '2026-12-01' });
    expect(world.coupon('p2')).toMatchObject({ left: 500, dataDate: '2026-11-30' });
    expect(world.coupon('p3')).toMatchObject({ left: 300, dataDate: '2026-12-03' });
  });

  it('is in the catalog and off the list of what is to come in one step', async () => {
    await three();
    world.answerWith(() => couponLeft(500));
    const runId = await world.begin('refresh');
    const store = new TopRunRepository(world.db);
    store.setMerged = () => {
      throw killed;
    };
    await expect(world.work(runId, { store })).rejects.toThrow('killed');
    expect(world.coupon('p1').left).toBe(10);
    expect(world.run(runId)).toMatchObject({ unmerged: 3, batchIds: [] });
    expect(await world.work(runId)).toBe('done');
    expect(batches()).toMatchObject([{ state: 'failed' }, { state: 'merged' }]);
    expect(world.calls).toHaveLength(3);
  });

  it('is kept whole when the run is cancelled while it is written, and others get their turn meanwhile', async () => {
    await three();
    world.answerWith(() => couponLeft(500));
    const runId = await world.begin('refresh');
    const stop = new AbortController();
    let turns = 0;
    const breathe = (): Promise<void> => {
      turns += 1;
      stop.abort();
      return Promise.reject(new AppError('CANCELLED', 'job was cancelled'));
    };
    expect(await world.work(runId, {}, { breathe, signal: stop.signal })).toBe('CANCELLED');
    expect(turns).toBeGreaterThan(0);
    expect(world.coupon('p3').left).toBe(500);
    expect(world.run(runId).unmerged).toBe(0);
  });
});

describe('a platform that is not available', () => {
  it('ends a run of 口令 after two failures in a row, and every product stays waiting', async () => {
    await three();
    world.answerWith(() => unavailable);
    const runId = await world.begin('tokens');
    expect(await world.work(runId)).toBe('unavailable');
    expect(world.calls).toHaveLength(2);
    expect(statesOf(runId)).toEqual(['waiting', 'waiting', 'waiting']);
  });

  it('is not down while it answers in between, be it with a refusal; what it did not answer stays waiting', async () => {
    await world.importRows(
      '2026-11-22',
      ['p1', 'p2', 'p3', 'p4'].map((key) => product(key)),
    );
    world.answerWith(({ activity_id }) => {
      if (activity_id === 'id-p2') return { error_response: { code: 15, sub_code: '14' } };
      return activity_id === 'id-p4' ? couponLeft(500) : unavailable;
    });
    const runId = await world.begin('refresh');
    expect(await world.work(runId)).toBe('unavailable');
    expect(statesOf(runId)).toEqual(['waiting', 'failed', 'waiting', 'done']);
    expect(world.run(runId).stopped).toMatchObject({ reason: 'unavailable' });
    world.answerWith(() => couponLeft(300));
    expect(await world.work(runId)).toBe('done');
    expect(statesOf(runId)).toEqual(['done', 'failed', 'done', 'done']);
    expect(world.run(runId).stopped).toBeNull();
  });
});

it('what was answered one by one is not asked again after a kill', async () => {
  await three();
  const converted = (itemId: string): object => ({
    input_item_id: itemId,
    link_info_dto: { cps_long_url: `https://s.click.taobao.com/t?e=${itemId}` },
  });
  world.answerWith(({ item_id_list: ids = '' }) => {
    if (ids.includes(',')) return { error_response: { code: 50, sub_code: 'isv.invalid-parameter' } };
    if (ids.endsWith('p3')) throw killed;
    return { data: { item_url_list: { item_url_list: [converted(ids)] } } };
  });
  const runId = await world.begin('convert');
  await expect(world.work(runId)).rejects.toThrow('killed');
  expect(statesOf(runId)).toEqual(['done', 'done', 'waiting']);
  expect(world.run(runId)).toMatchObject({ calls: 4, unmerged: 0 });
});
