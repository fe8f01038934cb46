import { describe, expect, it } from 'vitest';
import type { TopCaller } from '#app/ports/top-caller';
import { refusal } from '#domain/top/top-refusal';
import { readOrders } from './read-orders.ts';

/** Answers each call with one order named after it; a window of two pages says so on its first. */
function platform(refuseAt: string | null): { caller: TopCaller; asked: string[] } {
  const asked: string[] = [];
  const caller: TopCaller = {
    call({ params, read }) {
      const { start_time: start = '', position_index: position = '' } = params;
      const name = `${start.slice(11, 16)}${position === '' ? '' : ` ${position}`}`;
      asked.push(name);
      if (name === refuseAt) return Promise.resolve({ ok: false, refusal: refusal('no-permission') });
      const more = start.includes(' 03:00') && position === '';
      const results = { publisher_order_dto: [{ trade_id: name }] };
      return Promise.resolve({
        ok: true,
        answer: read({ data: { results, ...(more ? { has_next: true, position_index: 'p2' } : { has_next: false }) } }),
      });
    },
  };
  return { caller, asked };
}

/** Wall clock of Shanghai, as the platform has it. */
const at = (time: string): Date => new Date(`2026-11-20T${time}:00+08:00`);
const time = { from: at('00:00'), to: at('08:00'), bigSale: false };

describe('orders of a time', () => {
  it('are asked for three hours at a time, page by page', async () => {
    const { caller, asked } = platform(null);
    const { orders, completeTo, refusal: refused } = await readOrders(caller, time);
    expect(asked).toEqual(['00:00', '03:00', '03:00 p2', '06:00']);
    expect(orders.map(({ tradeId }) => tradeId)).toEqual(asked);
    expect([completeTo, refused]).toEqual([time.to.toISOString(), null]);
  });

  it('are kept up to the window in which the platform refused', async () => {
    const { orders, completeTo, refusal: refused } = await readOrders(platform('03:00 p2').caller, time);
    expect(orders.map(({ tradeId }) => tradeId)).toEqual(['00:00']);
    expect([completeTo, refused?.reason]).toEqual([at('03:00').toISOString(), 'no-permission']);
  });
});
