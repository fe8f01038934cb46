import { type CampaignWorld, openCampaignWorld, type WorldRow } from '../../src-main/testing/campaign-world.ts';
import type { Figure } from './figure.ts';

const products = 20_000;
const campaigns = 50;
const itemsEach = 200;
const firstId = 600_000_000_000;

function row(index: number): WorldRow {
  const code = index.toString(36);
  return {
    key: String(firstId + index),
    said: {
      title: `加厚纯棉四件套床上用品学生宿舍单人被套床单三件套第${index}款`,
      priceFen: 6990 + (index % 1000),
      couponState: 'some',
      couponFaceFen: 3000,
      couponThresholdFen: 5900,
      couponEndsOn: '2026-12-31',
      couponLeft: 100,
      recommendText: index % 10 === 0 ? '转发到朋友圈集赞满30送礼品' : '亲肤透气不起球，机洗不变形，宿舍家用都合适。',
    },
    links: [
      {
        field: 'affiliateUrl',
        value: `https://s.click.taobao.com/t?e=m%3D2%26s%3D${code.padStart(30, '0')}&pvid=1_1_${index}`,
      },
      { field: 'token', value: `￥aB${code.padStart(9, '0')}￥` },
      { field: 'detailUrl', value: `https://item.taobao.com/item.htm?id=${firstId + index}` },
    ],
  };
}

async function fill(world: CampaignWorld): Promise<void> {
  await world.importRows(
    '2026-11-25',
    Array.from({ length: products }, (_, index) => row(index)),
  );
  for (let campaign = 0; campaign < campaigns; campaign++) {
    const ids = Array.from({ length: itemsEach }, (_, index) => `taobao:${firstId + campaign * itemsEach + index}`);
    await world.core.campaignService.create({
      name: `活动 ${campaign}`,
      scheduledOn: null,
      surfaces: [
        { surface: 'group', templateId: null },
        { surface: 'moments', templateId: null },
      ],
      products: { ids },
    });
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

/** Counting, filtering and editing with 50 active campaigns of 200 items on two surfaces. */
export async function bench(): Promise<Figure[]> {
  const world = openCampaignWorld('2026-11-25T02:00:00Z');
  try {
    await fill(world);
    const { campaignService: service, campaigns: reader, itemDesk } = world.core;
    const list = () => world.core.campaignService.list(false);
    const [first] = reader.list(false);
    const id = first?.id ?? 0;
    const everything = await seconds(list);
    const nothingNew = await seconds(list);
    const restarted = await seconds(() => world.reopen().campaignService.list(false));
    const edit = await seconds(() =>
      itemDesk.editItem({
        itemId: reader.items(id, { surface: 'group', which: 'in' }, 0, 1)[0]?.id ?? 0,
        surface: 'group',
        text: '改了',
      }),
    );
    const afterEdit = await seconds(list);
    await world.importRows('2026-11-26', [row(0), row(products - 1)]);
    const afterImport = await seconds(list);
    world.setNow('2026-11-26T02:00:00Z');
    const nextDay = await seconds(list);
    const page = await seconds(() => service.itemsWhere(id, 'group', { states: ['fix'] }, 0, 100));
    return [
      { name: `all ${campaigns * itemsEach * 2} items worked out`, value: everything, unit: 's' },
      { name: 'list, nothing new', value: nothingNew * 1000, unit: 'ms', limit: 50 },
      { name: 'list after a restart', value: restarted * 1000, unit: 'ms', limit: 1000 },
      { name: 'one item edited', value: edit * 1000, unit: 'ms', limit: 50 },
      { name: 'list after that edit', value: afterEdit * 1000, unit: 'ms', limit: 300 },
      { name: 'list after an import that touches one campaign', value: afterImport * 1000, unit: 'ms', limit: 1000 },
      { name: 'list on the next day (texts known)', value: nextDay, unit: 's' },
      { name: 'page of items of one state', value: page * 1000, unit: 'ms', limit: 100 },
    ];
  } finally {
    world.close();
  }
}
