import { readItems, type TopItem } from './item-info.ts';
import { countAt, listAt } from './read-json.ts';
import type { TopCall } from './top-call.ts';

export interface MaterialSearch {
  adzoneId: string;
  q: string;
  /** From 1. */
  page: number;
  /** 1–100 */
  pageSize: number;
  hasCoupon?: boolean;
}

export interface FoundMaterial {
  total: number | null;
  items: TopItem[];
}

/** Searches promoted products; their links are made for the adzone. */
export function materialSearch({ adzoneId, q, page, pageSize, hasCoupon }: MaterialSearch): TopCall<FoundMaterial> {
  return {
    method: 'taobao.tbk.dg.material.optional.upgrade',
    params: {
      adzone_id: adzoneId,
      q,
      page_no: String(page),
      page_size: String(Math.min(Math.max(pageSize, 1), 100)),
      ...(hasCoupon === undefined ? {} : { has_coupon: String(hasCoupon) }),
    },
    // The method before the upgrade writes 15.5 % as 1550 and puts every field on one level.
    read: (response) => ({
      total: countAt(response, 'total_results'),
      items: readItems(listAt(response, 'result_list'), 'hundredths'),
    }),
  };
}
