import { parseMoneyFen } from '../import/cells/money.ts';
import { commissionBp } from './commission-scale.ts';
import { at, countAt, listAt, textAt } from './read-json.ts';
import { topTimestamp } from './system-params.ts';
import type { TopCall } from './top-call.ts';

/** The longest time one query may span, in milliseconds: 3 hours, and 20 minutes while a big sale (618, 双11 …) is on. */
export const orderWindowMs = { usual: 3 * 3_600_000, 'big-sale': 20 * 60_000 } as const;

export interface OrderWindow {
  from: Date;
  to: Date;
}

/** Cuts a time into windows the platform takes, earliest first, without gap or overlap. */
export function orderWindows({ from, to }: OrderWindow, season: keyof typeof orderWindowMs): OrderWindow[] {
  const windows: OrderWindow[] = [];
  for (let start = from.getTime(); start < to.getTime(); start += orderWindowMs[season]) {
    windows.push({ from: new Date(start), to: new Date(Math.min(start + orderWindowMs[season], to.getTime())) });
  }
  return windows;
}

export interface TopOrder {
  tradeId: string;
  itemId: string | null;
  title: string | null;
  /** 3 settled, 11 paid deposit, 12 paid, 13 closed, 14 received. */
  status: number | null;
  /** 分; null before payment. */
  paidFen: number | null;
  /** Expected income, 分. */
  expectedFen: number | null;
  rateBp: number | null;
  adzoneId: string | null;
  createdAt: string | null;
}

export interface OrderPage {
  orders: TopOrder[];
  /** What to go on with; null at the end. */
  next: { page: number; positionIndex: string } | null;
}

/** One page of the orders created within a window. @param after where the page before ended; null for the first */
export function orderDetails({ from, to }: OrderWindow, after: OrderPage['next']): TopCall<OrderPage> {
  return {
    method: 'taobao.tbk.order.details.get',
    params: {
      query_type: '1',
      start_time: topTimestamp(from),
      end_time: topTimestamp(to),
      page_size: '100',
      page_no: String(after?.page ?? 1),
      ...(after === null ? {} : { position_index: after.positionIndex, jump_type: '1' }),
    },
    read: (response) => {
      const data = at(response, 'data');
      const positionIndex = textAt(data, 'position_index');
      const goesOn = at(data, 'has_next') === true && positionIndex !== null;
      return {
        orders: listAt(data, 'results').flatMap((raw) => readOrder(raw) ?? []),
        next: goesOn ? { page: (after?.page ?? 1) + 1, positionIndex } : null,
      };
    },
  };
}

const fen = (text: string | null): number | null => (text === null ? null : parseMoneyFen(text));

function readOrder(raw: unknown): TopOrder | null {
  const tradeId = textAt(raw, 'trade_id');
  if (tradeId === null) return null;
  const rate = textAt(raw, 'tk_total_rate') ?? textAt(raw, 'total_commission_rate');
  return {
    tradeId,
    itemId: textAt(raw, 'item_id') ?? textAt(raw, 'num_iid'),
    title: textAt(raw, 'item_title'),
    status: countAt(raw, 'tk_status'),
    paidFen: fen(textAt(raw, 'alipay_total_price') ?? textAt(raw, 'pay_price')),
    expectedFen: fen(textAt(raw, 'pub_share_pre_fee') ?? textAt(raw, 'pub_share_fee')),
    rateBp: commissionBp(rate, 'percent-sign') ?? commissionBp(rate, 'percent'),
    adzoneId: textAt(raw, 'adzone_id'),
    createdAt: textAt(raw, 'tk_create_time'),
  };
}
