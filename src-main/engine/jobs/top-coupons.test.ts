import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedLink } from '#domain/catalog/imported-row';
import type { WorldRow } from '../../testing/campaign-world.ts';
import {
  businessError,
  openTopRunWorld,
  type PlayedPlatform,
  type TopRunWorld,
  topPid,
} from '../../testing/top-run-world.ts';

const today = '2026-11-30';
let world: TopRunWorld;
beforeEach(() => {
  world = openTopRunWorld(`${today}T04:00:00Z`);
});
afterEach(() => world.close());

/** Address of a coupon page. @param query what it shows besides */
const page = (key: string, query = ''): string =>
  `https://uland.taobao.com/coupon/edetail?e=${key}&pid=${topPid}${query}`;

const row = (
  said: WorldRow['said'],
  links: readonly string[],
  field: ImportedLink['field'] = 'couponAffiliateUrl',
) => ({
  key: 'item0001',
  said: { itemId: 'aBcDeF123456-item0001', couponState: 'some' as const, couponLeft: 10, ...said },
  links: links.map((value) => ({ field, value })),
});

/** Coupons whose reference begins with `live` have 777 left until the end of the year; all others are over. */
const platform = ({ me, activity_id }: Readonly<Record<string, string>>): object =>
  (me ?? activity_id ?? '').startsWith('live')
    ? { data: { coupon_remain_count: 777, coupon_end_time: '2026-12-31', coupon_activity_id: activity_id ?? '' } }
    : businessError('12');

async function refresh(answer: PlayedPlatform = platform): Promise<{ runId: number; ended: string }> {
  world.answerWith(answer);
  const runId = await world.begin('refresh');
  return { runId, ended: await world.work(runId) };
}

describe('the coupon that is asked about', () => {
  it('is the present one by its id, not one an older link still leads to', async () => {
    await world.importRows('2026-10-01', [row({ couponEndsOn: '2026-12-10' }, [page('OLD', '&me=over1')])]);
    await world.importRows('2026-11-22', [
      row({ couponEndsOn: '2026-12-05', couponActivityId: 'live1' }, [page('NEW')]),
    ]);
    await refresh();
    expect(world.calls).toEqual([{ item_id: 'aBcDeF123456-item0001', activity_id: 'live1' }]);
    expect(world.coupon('item0001')).toMatchObject({ left: 777, endsOn: '2026-12-31', activityId: 'live1' });
  });

  it('is that of the newest living link while no id is known', async () => {
    await world.importRows('2026-10-01', [row({ couponEndsOn: '2026-11-20' }, [page('DEAD', '&me=over1')])]);
    await world.importRows('2026-11-20', [row({ couponEndsOn: '2026-12-05' }, [page('A', '&me=live1')])]);
    await world.importRows('2026-11-22', [row({ couponEndsOn: '2026-12-05' }, [page('B', '&me=live2')])]);
    await refresh();
    expect(world.calls).toEqual([{ me: 'live2' }]);
    expect(world.coupon('item0001').left).toBe(777);
  });

  it('is asked for by its link where the platform would refuse the numeric id', async () => {
    const said = { itemId: '557662696501', couponEndsOn: '2026-12-05', couponActivityId: 'live1' };
    await world.importRows('2026-11-22', [row(said, [page('A', '&me=live2')])]);
    await refresh();
    expect(world.calls).toEqual([{ me: 'live2' }]);
    expect(world.coupon('item0001')).toMatchObject({ left: 777, activityId: 'live1' });
  });
});

describe('what the catalog knows of the present coupon', () => {
  it('ends when it is over, with the id it was asked by', async () => {
    await world.importRows('2026-11-22', [row({ couponEndsOn: '2026-12-05' }, [page('A', '&activityId=over1')])]);
    expect((await refresh()).ended).toBe('done');
    expect(world.coupon('item0001')).toMatchObject({ endsOn: '2026-11-29', activityId: 'over1' });
  });

  it('stays when the coupon that is over may be another', async () => {
    await world.importRows('2026-11-22', [row({ couponEndsOn: '2026-12-05' }, [])]);
    await world.importRows('2026-11-23', [
      { ...row({}, [page('PASTED', '&me=over1')], 'paste'), said: { itemId: 'aBcDeF123456-item0001' } },
    ]);
    const { runId } = await refresh();
    expect(world.coupon('item0001')).toMatchObject({ endsOn: '2026-12-05', left: 10 });
    expect(world.store.results({ runId }, 0, 9).items).toMatchObject([
      { state: 'failed', refusal: { reason: 'coupon-over' } },
    ]);
  });

  it('is not taken from an answer about another coupon', async () => {
    const said = { itemId: '557662696501', couponEndsOn: '2026-12-05', couponActivityId: 'live1' };
    await world.importRows('2026-11-22', [row(said, [page('A', '&me=live2')])]);
    const { runId } = await refresh(() => ({ data: { coupon_remain_count: 5, coupon_activity_id: 'live2' } }));
    expect(world.coupon('item0001')).toMatchObject({ left: 10, activityId: 'live1' });
    expect(world.store.results({ runId }, 0, 9).items).toMatchObject([
      { state: 'failed', refusal: { reason: 'coupon-changed' } },
    ]);
  });

  it('stays when it was imported while the run was at work', async () => {
    await world.importRows('2026-11-22', [row({ couponActivityId: 'over1', couponEndsOn: '2026-12-05' }, [page('A')])]);
    const { runId } = await refresh(async () => {
      await world.importRows(today, [row({ couponActivityId: 'live9', couponEndsOn: '2026-12-20' }, [page('B')])]);
      return businessError('12');
    });
    expect(world.coupon('item0001')).toMatchObject({ left: 10, endsOn: '2026-12-20', activityId: 'live9' });
    expect(world.run(runId)).toMatchObject({ byState: { failed: 1, done: 0 }, batchIds: [], unmerged: 0 });
  });
});

describe('links to the coupon', () => {
  it('of a coupon before it stay dead', async () => {
    await world.importRows('2026-10-01', [row({ couponEndsOn: '2026-11-20' }, [page('DEAD')])]);
    await world.importRows('2026-11-22', [
      row({ couponEndsOn: '2026-12-05', couponActivityId: 'live1' }, [page('NEW')]),
    ]);
    await refresh();
    expect(world.deadFrom(page('DEAD'))).toBe('2026-11-21');
    expect(world.deadFrom(page('NEW'))).toBe('2027-01-01');
  });

  it('of another living coupon do not end with the present one', async () => {
    await world.importRows('2026-11-21', [row({ couponEndsOn: '2026-12-10' }, [page('OTHER')])]);
    await world.importRows('2026-11-22', [
      row({ couponEndsOn: '2026-12-05', couponActivityId: 'over1' }, [page('NEW')]),
    ]);
    await refresh();
    expect(world.deadFrom(page('OTHER'))).toBe('2026-12-11');
    expect(world.deadFrom(page('NEW'))).toBe('2026-11-30');
  });

  it('live again when the coupon they ended with does', async () => {
    await world.importRows('2026-10-01', [row({ couponLeft: 0, couponActivityId: 'over1' }, [page('DEAD')])]);
    await world.importRows('2026-11-22', [row({ couponLeft: 0, couponActivityId: 'live1' }, [page('NEW')])]);
    expect(world.deadFrom(page('NEW'))).toBe('2026-11-22');
    await refresh();
    expect(world.deadFrom(page('NEW'))).toBe('2027-01-01');
    expect(world.deadFrom(page('DEAD'))).toBe('2026-10-01');
  });
});
