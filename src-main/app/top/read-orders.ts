import type { TopCaller } from '#app/ports/top-caller';
import type { TopOrders } from '#contract/top';
import { orderDetails, type OrderPage, orderWindows } from '#domain/top/order-details';
import type { TopResult } from '#domain/top/top-call';
import { shownRefusal } from './shown-refusal.ts';

/** The time orders are wanted of, and whether it falls into a big sale, when the platform takes shorter windows only. */
export interface OrderTime {
  from: Date;
  to: Date;
  bigSale: boolean;
}

/** All orders created in a time, window by window and page by page; what came before a refusal is kept. */
export async function readOrders(
  caller: TopCaller,
  { from, to, bigSale }: OrderTime,
  signal?: AbortSignal,
): Promise<TopOrders> {
  const orders: TopOrders['orders'] = [];
  for (const window of orderWindows({ from, to }, bigSale ? 'big-sale' : 'usual')) {
    const ofWindow: TopOrders['orders'] = [];
    let after: OrderPage['next'] = null;
    do {
      const result: TopResult<OrderPage> = await caller.call(orderDetails(window, after), signal);
      if (!result.ok) return { orders, completeTo: window.from.toISOString(), refusal: shownRefusal(result.refusal) };
      ofWindow.push(...result.answer.orders);
      after = result.answer.next;
    } while (after !== null);
    orders.push(...ofWindow);
  }
  return { orders, completeTo: to.toISOString(), refusal: null };
}
