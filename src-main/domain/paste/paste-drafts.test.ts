import { expect, it } from 'vitest';
import { takeApart } from '../links/take-apart.ts';
import { pasteDrafts } from './paste-drafts.ts';

const read = (text: string) => {
  const [draft] = pasteDrafts(takeApart(text), text.length);
  return [draft?.title, draft?.priceFen, draft?.finalPriceFen];
};

it('takes an amount without a label for the price only if it is not below the price after the coupon', () => {
  expect(read('牛奶 59元 券后39元 https://m.tb.cn/h.VELwTd9')).toEqual(['牛奶', 5900, 3900]);
  expect(read('牛奶 每天才1元 券后39元 https://m.tb.cn/h.VELwTd9')).toEqual(['牛奶 每天才', null, 3900]);
});
