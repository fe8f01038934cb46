import type { ProductRow } from '#contract/catalog';
import { limits } from '#contract/limits';
import type { Command } from '../command.ts';
import { integerOption, textOption } from '../options.ts';

function toJson(product: ProductRow): object {
  const { coupon } = product;
  return {
    id: product.id,
    itemId: product.itemId,
    title: product.title,
    shop: product.shop,
    priceFen: product.priceFen,
    finalPriceFen: product.finalPriceFen,
    coupon: coupon && {
      faceFen: coupon.faceFen,
      thresholdFen: coupon.thresholdFen,
      startsOn: coupon.startsOn,
      endsOn: coupon.endsOn,
      left: coupon.left,
      total: coupon.total,
    },
    commissionRateBp: product.commissionRateBp,
    commissionFen: product.commissionFen,
    monthlySales: product.monthlySales,
    platform: product.platform,
  };
}

const yuan = (fen: number | null): string => (fen === null ? '—' : `¥${(fen / 100).toFixed(2)}`);

export const products: Command = {
  summary: '列出或搜索商品目录',
  usage: 'products [--search 文字] [--limit N] [--offset N]',
  optionsOnly: true,
  options: { search: { type: 'string' }, limit: { type: 'string' }, offset: { type: 'string' } },
  needs: 'catalog',
  async run({ engine, options }) {
    const search = textOption(options, 'search');
    const filter = search === undefined ? {} : { search };
    const first = integerOption(options, 'offset', 0);
    const wanted = integerOption(options, 'limit', 50);
    const { total } = await engine.call('catalog.count', { filter });
    const items: ProductRow[] = [];
    while (items.length < wanted) {
      const limit = Math.min(limits.pageRows, wanted - items.length);
      const page = await engine.call('catalog.query', {
        filter,
        sort: { by: 'newest', descending: false },
        offset: first + items.length,
        limit,
      });
      items.push(...page.items);
      if (page.items.length < limit) break;
    }
    const lines = items.map((item) => `${item.itemId}  ${yuan(item.finalPriceFen)}  ${item.title}`);
    return { json: { total, items: items.map(toJson) }, text: [`共 ${total} 件`, ...lines].join('\n') };
  },
};
