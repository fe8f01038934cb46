import { describeTopReason } from '#contract/messages/top-messages';
import { isCalendarDay } from '#domain/links/calendar-day';
import type { Command } from '../command.ts';
import { integerOption, requiredOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { callOptions, callWith, keyUsage } from './top.ts';

const yuan = (fen: number | null): string => (fen === null ? '—' : `¥${(fen / 100).toFixed(2)}`);

export const topSearch: Command = {
  summary: '淘宝开放平台：搜索推广商品，链接归自己的推广位（不写入目录）',
  usage: `top search 关键词 [--coupon] [--limit N] [--page N] ${keyUsage}`,
  options: { ...callOptions, coupon: { type: 'boolean' }, limit: { type: 'string' }, page: { type: 'string' } },
  needs: 'catalog',
  async run(context) {
    const { engine, options, positionals } = context;
    const [q] = positionals;
    if (q === undefined || q.trim() === '' || positionals.length > 1) throw new UsageError(`用法：${this.usage}`);
    const [limit, page] = [integerOption(options, 'limit', 20), integerOption(options, 'page', 1)];
    if (limit < 1 || limit > 100 || page < 1 || page > 100) throw new UsageError('--limit 和 --page 应为 1–100');
    const asked = { q, page, limit, hasCoupon: options['coupon'] === true };
    const { total, items } = await engine.call('top.search', { ...asked, ...(await callWith(context)) });
    const lines = items.map(
      ({ itemId, title, priceFen, finalPriceFen, commissionRateBp }) =>
        `${itemId}  ${yuan(finalPriceFen ?? priceFen)}  ${commissionRateBp === null ? '—' : `${commissionRateBp / 100}%`}  ${title ?? ''}`,
    );
    return {
      json: { total, items: items.map(({ askedId: _askedId, ...item }) => item) },
      text: [total === null ? '' : `共 ${total} 件`, ...lines].filter((line) => line !== '').join('\n'),
    };
  },
};

/** A wall clock time in China, to the minute or the day. */
function timeOption(value: string, name: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(value);
  const day = parts?.[1] ?? '';
  const at = new Date(`${day}T${parts?.[2] ?? '00:00'}:00+08:00`);
  if (!isCalendarDay(day) || Number.isNaN(at.getTime())) {
    throw new UsageError(`--${name} 应为 YYYY-MM-DD 或 "YYYY-MM-DD HH:mm"（北京时间），而不是“${value}”`);
  }
  return at.toISOString();
}

export const topOrders: Command = {
  summary: '淘宝开放平台：一段时间内创建的推广订单（每 3 小时一次调用，不写入目录）',
  usage: `top orders --from 时间 --to 时间 [--big-sale] ${keyUsage}`,
  options: { ...callOptions, from: { type: 'string' }, to: { type: 'string' }, 'big-sale': { type: 'boolean' } },
  needs: 'catalog',
  async run(context) {
    const { engine, options, positionals } = context;
    if (positionals.length > 0) throw new UsageError(`用法：${this.usage}`);
    const from = timeOption(requiredOption(options, 'from'), 'from');
    const to = timeOption(requiredOption(options, 'to'), 'to');
    const asked = { from, to, bigSale: options['big-sale'] === true };
    const { orders, completeTo, refusal } = await engine.call('top.orders', { ...asked, ...(await callWith(context)) });
    const why = refusal && describeTopReason(refusal.reason, refusal.params, 'zh-CN');
    const lines = orders.map(
      ({ tradeId, createdAt, paidFen, expectedFen, title }) =>
        `${tradeId}  ${createdAt ?? ''}  付款 ${yuan(paidFen)}  预估收入 ${yuan(expectedFen)}  ${title ?? ''}`,
    );
    return {
      json: { orders, completeTo, reason: refusal?.reason ?? null, message: why },
      text: [`${orders.length} 笔订单`, ...lines, ...(why === null ? [] : [`到 ${completeTo} 为止：${why}`])].join(
        '\n',
      ),
      exitCode: refusal ? 1 : 0,
    };
  },
};
