import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLinkDeriver } from '#app/catalog/derive-links';
import { keepPaste } from '#app/paste/keep-paste';
import { pasteRows } from '#app/paste/paste-rows';
import { readPaste } from '#app/paste/read-paste';
import type { ErrorData } from '#contract/errors';
import type { PasteChoice, PasteKept } from '#contract/paste';
import { isDraftKey } from '#domain/catalog/draft-key';
import { textHash } from '#domain/shared/text-hash';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import { calmContext, type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';

const today = '2026-11-25';
const identity = { ownPids: ['mm_1_1_1'], ownRelationIds: [], ownFiles: false };
const longToken = '48￥ CZ3457 LOcqdeIlU9y￥ https://m.tb.cn/h.UQ4ceEC  olayks煮茶器';

let world: CampaignWorld;
beforeEach(async () => {
  world = openCampaignWorld(`${today}T02:00:00Z`);
  await world.importRows('2026-11-20', [
    {
      key: '557662696505',
      said: { title: '保温杯304不锈钢', priceFen: 5990 },
      links: [{ field: 'affiliateShortUrl', value: 'https://s.click.taobao.com/AbCd123' }],
    },
  ]);
});
afterEach(() => world.close());

const targets = new Map<number, { itemId: string }>();
const targetOf = (hash: number) => {
  const target = targets.get(hash);
  return target
    ? { url: '', kind: 'tb_item_pc' as const, pid: null, relationId: null, affiliate: false, ...target }
    : null;
};
const read = (text: string, own = false) =>
  readPaste(text, 'group', {
    own,
    catalog: world.core.pasteCatalog,
    targetOf,
    judge: world.core.openability.judgeFor(today),
    identity,
  });

async function keep(text: string, change: Partial<PasteChoice> = {}, own = false): Promise<PasteKept> {
  const { reading, ...rest } = read(text, own);
  const choices = reading.products.map(
    (product, index): PasteChoice => ({
      product: index,
      links: product.links.filter((link) => reading.links[link]?.suggested === true),
      into: product.match?.productId ?? null,
      title: null,
      words: false,
      ...change,
    }),
  );
  const rows = pasteRows(text, { reading, ...rest }, { choices, own }, world.core.pasteCatalog);
  const derive = createLinkDeriver(identity);
  const countLinks = (): number => Number(world.db.prepare('SELECT count(*) FROM share_link').pluck().get());
  const store = new ImportRepository(world.db, world.now);
  return keepPaste(
    { store, derive, today, countLinks, toErrorData },
    { name: 'test', length: text.length, rows },
    calmContext,
  );
}
const toErrorData = (error: unknown): ErrorData => ({ code: 'INTERNAL', message: String(error) });
const product = (id: string) => world.core.catalog.product(id, today).product;
const linksOf = (id: string) => {
  const filter = { surface: 'group' as const, productId: id };
  world.core.verdicts.prepare();
  const ids = world.core.links.rowIds(filter, { by: 'newest', descending: false }, today, { offset: 0, limit: 99 });
  return [...world.core.links.byIds(ids, 'group', today).values()];
};

describe('reading a pasted text', () => {
  it.each([
    ['item-id', 'https://item.taobao.com/item.htm?id=557662696505'],
    ['link', '便宜了 https://s.click.taobao.com/AbCd123'],
    ['followed', 'https://m.tb.cn/h.AbCdEf1'],
    ['title', '【保温杯304不锈钢】\n￥SIH6XbwRfyt￥'],
  ])('knows a product by %s', (by, text) => {
    targets.set(textHash('https://m.tb.cn/h.AbCdEf1'), { itemId: '557662696505' });
    const { reading } = read(text);
    expect(reading.products.map(({ match }) => match)).toEqual([
      { productId: 'taobao:557662696505', title: '保温杯304不锈钢', by },
    ]);
  });

  it('does not suggest links that pay somebody else, nor what only may be a 口令', () => {
    const text =
      'https://uland.taobao.com/coupon/edetail?e=x&pid=mm_9_9_9 (a1B2c3D4e5F) https://s.click.taobao.com/Zz9Xy12';
    expect(read(text).reading.links.map(({ kind, owner, suggested }) => [kind, owner, suggested])).toEqual([
      ['tbk_uland_edetail', 'other', false],
      ['tkl_parentheses', 'unknown', false],
      ['tbk_click_short', 'unknown', true],
    ]);
  });

  it.each(['https://www.example.com/a', 'https://mp.weixin.qq.com/s/RdUcz5tZeNfSWYuizdprTQ'])(
    'does not suggest a product for a page that names no goods: %s',
    (text) => {
      expect(read(text).reading.products.map(({ suggested }) => suggested)).toEqual([false]);
    },
  );

  it('says of every part where it stands', () => {
    const text = '小王 2026-11-20 10:11:12\n满199减20 券后价￥99 https://m.tb.cn/h.AbCdEf9 快来';
    const { links, prices, coupons, words } = read(text).reading;
    for (const part of [...links, ...prices, ...coupons, ...words]) {
      expect(text.slice(part.start, part.end)).toBe(part.value);
    }
  });
});

describe('keeping a pasted text', () => {
  it('adds links to a known product and leaves what files said of it alone', async () => {
    const { created, linksAdded } = await keep(
      '现价 9.9\nhttps://item.taobao.com/item.htm?id=557662696505\n￥SIH6XbwRfyt￥',
    );
    expect([created, linksAdded]).toEqual([0, 2]);
    expect(product('taobao:557662696505')).toMatchObject({ priceFen: 5990, dataDate: '2026-11-20' });
    expect(linksOf('taobao:557662696505').map(({ kind, origin }) => [kind, origin])).toEqual([
      ['tbk_click_short', 'affiliateShortUrl'],
      ['tb_item_pc', 'paste'],
      ['tkl_symbol_pair', 'paste'],
    ]);
  });

  it('makes a draft of the rest, the same one when the same link comes again', async () => {
    const post = '【小树苗儿童牙膏】\n原价59 到手19.9 满59减40\n￥SIH6XbwRfyt￥\n宝宝最爱';
    const [id = ''] = (await keep(post, { words: true })).productIds;
    expect(isDraftKey(id.slice(id.indexOf(':') + 1))).toBe(true);
    expect(product(id)).toMatchObject({ title: '小树苗儿童牙膏', priceFen: 5900, finalPriceFen: 1990 });
    expect(product(id).coupon).toMatchObject({ faceFen: 4000, thresholdFen: 5900 });
    const again = await keep('牙膏又来了 €SIH6XbwRfyt€');
    expect(again).toMatchObject({ created: 0, linksAdded: 0, productIds: [id] });
  });

  it('keeps a long 口令 byte for byte', async () => {
    const [id = ''] = (await keep(longToken)).productIds;
    expect(linksOf(id)[0]?.value).toBe(read(longToken).reading.links[0]?.value);
    expect(longToken).toContain(linksOf(id)[0]?.value);
  });

  it('counts the age of a 口令 from the day of its message', async () => {
    const [id = ''] = (await keep('小王 2026-11-01 10:11:12\n￥SIH6XbwRfyt￥')).productIds;
    expect(linksOf(id)[0]).toMatchObject({ issuedOn: '2026-11-01', deadFrom: '2026-12-01' });
  });

  it('believes the user about their own links, and what was known before a text that says less', async () => {
    const money = (id: string, index: number) => {
      const { earns, owner, earnsReason, origin } = linksOf(id)[index] ?? {};
      return [earns, owner, earnsReason, origin];
    };
    const short = 'https://s.click.taobao.com/Zz9Xy12';
    const [id = ''] = (await keep(`牙膏 ${short}`)).productIds;
    expect(money(id, 0)).toEqual(['unknown', 'unknown', 'pasted-affiliate', 'paste']);
    await keep(`牙膏 ${short}`, {}, true);
    expect(money(id, 0)).toEqual(['yes', 'own', 'said-own', 'pasteOwn']);
    const { batchId } = await keep(`牙膏 ${short}`);
    expect(read(short).reading.links[0]).toMatchObject({ earns: 'yes', owner: 'own' });
    await world.undo(batchId ?? 0);
    expect(money(id, 0)).toEqual(['yes', 'own', 'said-own', 'pasteOwn']);
  });

  it('is undone as a whole', async () => {
    const { batchId } = await keep(
      '【小树苗儿童牙膏】\n￥SIH6XbwRfyt￥\n\nhttps://item.taobao.com/item.htm?id=557662696505',
    );
    await world.undo(batchId ?? 0);
    expect(world.core.catalog.count({}, today)).toBe(1);
    expect(linksOf('taobao:557662696505')).toHaveLength(1);
    expect(product('taobao:557662696505').dataDate).toBe('2026-11-20');
  });
});
