import type { CampaignSummary } from '#contract/campaigns';
import type { ProductSelection } from '#contract/catalog';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { surfaceNames } from '#contract/messages/surface-names';
import type { Command, CommandContext } from '../command.ts';
import { requiredOption, surfaceOption, textOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface Chosen {
  products: ProductSelection;
  /** Item ids that no product has. */
  unknown: string[];
}

/** Products a campaign starts with: by search, by item ids, or everything. @throws AppError `NOT_FOUND` for none at all */
async function chooseProducts({ engine, options }: CommandContext): Promise<Chosen> {
  const search = textOption(options, 'search');
  const items = textOption(options, 'items');
  if (search !== undefined && items !== undefined) throw new UsageError('--search 和 --items 只能用一个');
  if (items === undefined) {
    const filter = search === undefined ? {} : { search };
    const { total } = await engine.call('catalog.count', { filter });
    if (total > 0) return { products: { filter }, unknown: [] };
    const detail = search === undefined ? '商品' : `含有“${search}”的商品`;
    throw new AppError('NOT_FOUND', 'no product is meant', { params: { detail } });
  }
  const asked = items.split(',').flatMap((item) => item.trim() || []);
  if (asked.length === 0) throw new UsageError('--items 没有商品 id');
  const ids: string[] = [];
  const unknown: string[] = [];
  for (const item of asked) {
    const id = await idOfItem(engine, item);
    if (id === null) unknown.push(item);
    else ids.push(id);
  }
  if (ids.length === 0) {
    const detail = `商品 ${unknown.join('、')}`;
    throw new AppError('NOT_FOUND', `no product ${unknown.join(', ')}`, { params: { detail } });
  }
  return { products: { ids }, unknown };
}

/** The public id of a product by itself (`taobao:…`) or by the item id people know it by; null when there is none. */
async function idOfItem(engine: CommandContext['engine'], item: string): Promise<string | null> {
  const page = await engine.call('catalog.query', {
    filter: { search: item.replace(/^(taobao|jd|pdd|douyin):/, '') },
    sort: { by: 'newest', descending: true },
    offset: 0,
    limit: limits.pageRows,
  });
  return page.items.find(({ id, itemId }) => id === item || itemId === item)?.id ?? null;
}

function summaryText(campaign: CampaignSummary): string {
  const surfaces = campaign.surfaces.map(
    ({ surface, counts }) =>
      `${surfaceNames[surface].zh}（可发布 ${counts.ready + counts.exported}，需修改 ${counts.fix}，待处理 ${counts.todo}，已发布 ${counts.posted}）`,
  );
  return `${campaign.id}  ${campaign.name}  ${campaign.items} 件  ${surfaces.join(' ')}`;
}

export const campaignCreate: Command = {
  summary: '新建活动',
  usage: 'campaign create --name 名称 --surface 场景 (--search 文字 | --items ID,ID…) [--template ID]',
  optionsOnly: true,
  options: {
    name: { type: 'string' },
    surface: { type: 'string' },
    search: { type: 'string' },
    items: { type: 'string' },
    template: { type: 'string' },
  },
  needs: 'catalog',
  async run(context) {
    const { engine, options } = context;
    if (textOption(options, 'search') === undefined && textOption(options, 'items') === undefined) {
      throw new UsageError(`请用 --search 或 --items 指定商品\n用法：${this.usage}`);
    }
    const { products, unknown } = await chooseProducts(context);
    const created = await engine.call('campaigns.create', {
      name: requiredOption(options, 'name'),
      scheduledOn: null,
      surfaces: [{ surface: surfaceOption(options), templateId: textOption(options, 'template') ?? null }],
      products,
    });
    const missing = unknown.length === 0 ? [] : [`  商品库里没有：${unknown.join('、')}`];
    return { json: { ...created, unknown }, text: [summaryText(created), ...missing].join('\n') };
  },
};

export const campaignList: Command = {
  summary: '列出活动',
  usage: 'campaign list',
  optionsOnly: true,
  options: {},
  needs: 'catalog',
  async run({ engine }) {
    const campaigns = await engine.call('campaigns.list', { archived: false });
    return { json: campaigns, text: campaigns.map(summaryText).join('\n') || '还没有活动' };
  },
};

export const campaignShow: Command = {
  summary: '显示一个活动的商品、链接、文案和问题',
  usage: 'campaign show ID',
  options: {},
  needs: 'catalog',
  async run({ engine, positionals }) {
    const id = Number(positionals[0]);
    if (!Number.isSafeInteger(id) || id < 1) throw new UsageError(`用法：${this.usage}`);
    const campaign = await engine.call('campaigns.get', { id });
    const surfaces = [];
    const lines = [summaryText(campaign)];
    for (const { surface } of campaign.surfaces) {
      const { items } = await engine.call('campaigns.items', { id, surface, offset: 0, limit: limits.pageRows });
      surfaces.push({ surface, items });
      for (const item of items)
        lines.push(`  ${item.state}  ${item.title}  ${item.link?.outcome ?? '无链接'}  ${item.link?.value ?? ''}`);
    }
    return { json: { ...campaign, itemsBySurface: surfaces }, text: lines.join('\n') };
  },
};
