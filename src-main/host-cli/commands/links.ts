import { limits } from '#contract/limits';
import type { LinkFilter, LinkRow } from '#contract/links';
import { earnsNames, linkKindName, ownerNames } from '#contract/messages/link-messages';
import { outcomeNames } from '#contract/messages/openability-messages';
import { defaultSettings } from '#contract/default-settings';
import { addDays } from '#domain/shared/shanghai-day';
import type { Transport } from '#rpc/transport';
import type { Command, OptionValues } from '../command.ts';
import { asSurface, integerOption, textOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';

const earnings = ['yes', 'no', 'unknown'] as const;

async function filterOf(engine: Transport, options: OptionValues): Promise<LinkFilter> {
  const surface = asSurface(textOption(options, 'surface') ?? defaultSettings.surface);
  const product = textOption(options, 'product');
  const earns = textOption(options, 'earns');
  const known = earnings.find((each) => each === earns);
  if (earns !== undefined && !known) throw new UsageError(`--earns 应为 yes、no 或 unknown，而不是“${earns}”`);
  const days = textOption(options, 'expiring') === undefined ? null : integerOption(options, 'expiring', 0);
  const { today } = await engine.call('app.info', {});
  return {
    surface,
    ...(known ? { earns: [known] } : {}),
    ...(product === undefined ? {} : productFilter(product)),
    ...(days === null ? {} : { endsBetween: { from: today, to: addDays(today, days) } }),
  };
}

/** A product's id as `products` prints it, or its item id as the shop's page has it. */
const productFilter = (product: string): Pick<LinkFilter, 'productId' | 'search'> =>
  product.includes(':') ? { productId: product } : { search: product };

function toJson(link: LinkRow): object {
  const { id, productId, productTitle, itemId, kind, value, pid, relationId, origin } = link;
  const { earns, owner, earnsReason, outcome, issuedOn, deadFrom, validityBasis, checkedAt } = link;
  const identity = { id, productId, productTitle, itemId, kind, value, pid, relationId, origin };
  const earning = { earns, owner, reason: earnsReason };
  const lastDay = deadFrom === null ? null : addDays(deadFrom, -1);
  return { ...identity, ...earning, outcome, issuedOn, lastDay, validityBasis, checkedAt };
}

function toText(link: LinkRow): string {
  const owner = link.owner === 'unknown' ? earnsNames[link.earns].zh : ownerNames[link.owner].zh;
  const end = link.deadFrom === null ? '没有已知的截止日' : `有效到 ${addDays(link.deadFrom, -1)}`;
  const value = link.value.replace(/\s+/g, ' ').slice(0, 80);
  return `${link.id}  ${linkKindName(link.kind).zh}  ${owner}  ${outcomeNames[link.outcome].zh}  ${end}  ${value}`;
}

export const links: Command = {
  summary: '列出链接：归谁、能否打开、什么时候失效',
  usage: 'links [--product ID] [--expiring 天数] [--earns yes|no|unknown] [--surface 场景] [--limit N] [--offset N]',
  optionsOnly: true,
  options: {
    product: { type: 'string' },
    expiring: { type: 'string' },
    earns: { type: 'string' },
    surface: { type: 'string' },
    limit: { type: 'string' },
    offset: { type: 'string' },
  },
  needs: 'catalog',
  async run({ engine, options, positionals }) {
    if (positionals.length > 0) throw new UsageError(`多出的参数“${positionals.join(' ')}”\n用法：${this.usage}`);
    const filter = await filterOf(engine, options);
    const first = integerOption(options, 'offset', 0);
    const wanted = integerOption(options, 'limit', limits.pageRows);
    const { total } = await engine.call('links.count', { filter });
    const sort = { by: 'ending', descending: false } as const;
    const items: LinkRow[] = [];
    while (items.length < wanted) {
      const limit = Math.min(limits.pageRows, wanted - items.length);
      const page = await engine.call('links.query', { filter, sort, offset: first + items.length, limit });
      items.push(...page.items);
      if (page.items.length < limit) break;
    }
    return {
      json: { surface: filter.surface, total, items: items.map(toJson) },
      text: [`共 ${total} 条`, ...items.map(toText)].join('\n'),
    };
  },
};
