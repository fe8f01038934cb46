import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProbeFacts, ProbeId } from '#domain/probing/probe-facts';
import { type OpenedProbes, openProbes } from './open-probes.ts';
import { type Simulator, startSimulator } from './start-simulator.ts';

let world: Simulator;
let opened: OpenedProbes;

beforeAll(async () => {
  world = await startSimulator();
  const limits = { connectMs: 500, firstByteMs: 1_000, totalMs: 1_500 };
  opened = await openProbes(world, { limits });
});

afterAll(async () => {
  await opened.client.close();
  await world.close();
});

/** `reason`, the outcome it hints at (`-` for none, `skipped`), and every signal with its strength. */
function summary({ skipped, reason, outcomeHint, signals }: ProbeFacts): string {
  const outcome = skipped ? 'skipped' : (outcomeHint ?? '-');
  return [reason, outcome, ...signals.map(({ id, strength }) => `${id}:${strength}`)].join(' ');
}

async function check(probe: ProbeId, url: string, expected: string): Promise<void> {
  const facts = await opened.probes[probe](url);
  expect(summary(facts)).toBe(expected);
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  expect(facts.hops.length > 0).toBe(true);
}

describe('wapredirect', () => {
  it.each([
    ['honest', 'no-block-found -'],
    ['clone', 'no-block-found -'],
    ['blocked', 'wechat-blocked blocked'],
    ['induced', 'wechat-blocked blocked'],
    ['infringing', 'wechat-blocked blocked'],
    ['inline', 'wechat-blocked blocked'],
    ['copy', 'wechat-copy-to-browser copy-to-browser'],
    ['induced-copy', 'wechat-copy-to-browser copy-to-browser'],
    ['induced-jump', 'wechat-copy-to-browser copy-to-browser'],
    ['old-copy', 'wechat-copy-to-browser copy-to-browser'],
    ['confirm', 'wechat-confirm confirm'],
    ['gray', 'wechat-confirm confirm'],
    ['new-type', 'wechat-page-unknown unknown'],
    ['notice-fails', 'wechat-page-unread unknown'],
    ['complained', 'complaint-page -'],
    ['lookalike-jump', 'gateway-elsewhere unknown'],
    ['busy', 'gateway-busy skipped'],
    ['gateway-error', 'gateway-unavailable skipped'],
    ['gateway-stalls', 'gateway-unavailable skipped'],
    ['gateway-new', 'gateway-answer-unknown skipped'],
  ])('%s: %s', async (name, expected) => {
    await check('wapredirect', `https://${name}.sim.test/p?a=1&b=${encodeURIComponent('中文&x')}#top`, expected);
  });

  it('asks WeChat only, with the link encoded once, and never the link itself', async () => {
    const link = 'https://only-asked.sim.test/p?a=1&b=%E4%B8%AD';
    const before = world.requests.length;
    await opened.probes.wapredirect(link);
    const asked = world.requests.slice(before);
    expect(asked.map(({ host }) => host)).toEqual(['mp.weixinbridge.com']);
    expect(new URL(asked[0]?.url ?? '').searchParams.get('url')).toBe(link);
    expect(asked[0]?.userAgent).toContain('MicroMessenger/');
  });

  it('tells WeChat nothing about a private address', async () => {
    const before = world.requests.length;
    expect(summary(await opened.probes.wapredirect('http://192.168.1.1/admin'))).toBe('address-refused unknown');
    expect(world.requests).toHaveLength(before);
  });
});

describe('direct, landing pages', () => {
  it.each([
    ['https://honest.sim.test/', 'page-opened -'],
    ['https://中文.sim.test/', 'page-opened -'],
    ['https://meta.sim.test/', 'page-opened -'],
    ['https://script.sim.test/', 'page-opened -'],
    ['https://gbk.sim.test/', 'page-opened -'],
    ['http://gbk.sim.test/', 'page-opened -'],
    ['https://slow.sim.test/', 'page-opened -'],
    ['https://rotating.sim.test/', 'page-opened -'],
    ['https://cloaking.sim.test/', 'page-opened - cloaking:clear'],
    ['https://cloaking-redirect.sim.test/', 'page-opened - cloaking:clear'],
    ['https://cloaking-script.sim.test/', 'page-opened - cloaking:suspected'],
    ['https://mask.sim.test/', 'leave-wechat-page copy-to-browser cloaking:clear forced-jump:clear'],
    ['https://leave-wechat.sim.test/', 'leave-wechat-page copy-to-browser forced-jump:clear'],
    ['https://download-first.sim.test/', 'forced-download-page unknown forced-jump:clear'],
    ['https://auto-download.sim.test/', 'forced-download-page unknown file-download:clear'],
    ['https://file.sim.test/quan.apk', 'file-download unknown file-download:clear'],
    ['https://file.sim.test/list.zip', 'file-download unknown file-download:clear'],
    ['https://app-jump.sim.test/', 'page-opened - forced-jump:clear'],
    ['https://app-redirect.sim.test/', 'app-scheme unknown forced-jump:clear'],
    ['https://t.cn/A6abcdef', 'page-opened - nested-redirects:clear'],
    ['https://clone.sim.test/', 'lookalike-block-page - lookalike-block-page:clear'],
    ['https://decoy.sim.test/', 'decoy-block-page -'],
    ['https://login.sim.test/', 'login-wall -'],
    ['https://empty.sim.test/', 'empty-page unknown'],
    ['https://gone.sim.test/', 'http-gone dead'],
    ['https://forbidden.sim.test/', 'access-denied unknown'],
    ['https://broken.sim.test/', 'server-error unknown'],
  ])('%s: %s', async (url, expected) => {
    await check('direct', url, expected);
  });

  it('hands over the text of the page that was reached', async () => {
    const facts = await opened.probes.direct('https://script.sim.test/');
    expect(facts.hops.map(({ url, via }) => [url, via])).toEqual([
      ['https://script.sim.test/', 'start'],
      ['https://honest.sim.test/', 'script'],
    ]);
    expect(facts.textForReview).toContain('珊瑚绒家居服');
    expect((await opened.probes.direct('https://gbk.sim.test/')).textForReview).toBe('中文页面编码测试');
  });
});

describe('direct, shops and platforms', () => {
  it.each([
    ['https://item.taobao.com/item.htm?id=600000000001', 'page-opened -'],
    ['https://item.taobao.com/item.htm?id=600000000404', 'item-gone dead'],
    ['https://item.taobao.com/item.htm?id=600000000405', 'item-gone dead'],
    ['https://detail.tmall.com/item.htm?id=700000000001', 'page-opened -'],
    ['https://detail.tmall.com/item.htm?id=700000000404', 'item-gone-address dead'],
    ['https://item.taobao.com/item.htm?id=600000000401', 'login-wall -'],
    ['https://item.taobao.com/item.htm?id=600000000403', 'bot-check -'],
    ['https://uland.taobao.com/coupon/edetail?e=live', 'page-opened -'],
    ['https://uland.taobao.com/coupon/edetail?e=used', 'coupon-used-up dead'],
    ['https://uland.taobao.com/coupon/edetail?e=expired', 'coupon-expired dead'],
    ['http://shop.m.taobao.com/shop/coupon.htm?activityId=gone', 'coupon-gone dead'],
    ['https://m.tb.cn/h.liveITEM01', 'page-opened -'],
    ['https://m.tb.cn/h.goneITEM04', 'item-gone dead'],
    ['https://m.tb.cn/h.couponUSED', 'coupon-used-up dead'],
    ['https://s.click.taobao.com/CvHjOPu', 'page-opened -'],
    ['https://v.douyin.com/liveVIDEO/', 'page-opened -'],
    ['https://v.douyin.com/goneVIDEO/', 'content-gone dead'],
    ['https://qr.alipay.com/fkx123', 'page-opened -'],
    ['https://ur.alipay.com/_4kQhV32216tp7bz', 'app-scheme unknown'],
  ])('%s: %s', async (url, expected) => {
    await check('direct', url, expected);
  });

  it('asks a platform once, as WeChat', async () => {
    const before = world.requests.length;
    await opened.probes.direct('https://item.taobao.com/item.htm?id=600000000002');
    expect(world.requests.slice(before).map(({ userAgent }) => userAgent.includes('MicroMessenger/'))).toEqual([true]);
  });
});

describe('direct, bad servers and networks', () => {
  it.each([
    ['https://loop.sim.test/a', 'redirect-loop unknown'],
    ['https://self.sim.test/', 'redirect-loop unknown'],
    ['https://endless.sim.test/', 'too-many-redirects unknown'],
    ['https://stalled.sim.test/', 'first-byte-timeout unknown'],
    ['https://dripping.sim.test/', 'first-byte-timeout unknown'],
    ['https://half.sim.test/', 'total-timeout unknown'],
    ['https://cut.sim.test/', 'reset unknown'],
    ['https://huge.sim.test/', 'page-opened -'],
    ['https://bomb.sim.test/', 'page-opened -'],
    ['https://bad-gzip.sim.test/', 'bad-answer unknown'],
    ['https://not-http.sim.test/', 'bad-answer unknown'],
    ['https://flood.sim.test/', 'headers-too-large unknown'],
    ['https://to-loopback.sim.test/', 'address-refused unknown'],
    ['https://to-metadata.sim.test/', 'address-refused unknown'],
    ['https://to-router.sim.test/', 'address-refused unknown'],
    ['https://to-nowhere.sim.test/', 'bad-redirect unknown'],
    ['https://no-such-name.sim.test/', 'proxy-dns skipped'],
    ['http://no-such-name.sim.test/', 'proxy-dns skipped'],
    ['https://refuses.sim.test/', 'proxy-refused skipped'],
    ['http://plain-502.sim.test/', 'proxy-refused skipped'],
    ['https://resets.sim.test/', 'reset unknown'],
    ['https://tls-garbage.sim.test/', 'tls-handshake unknown'],
    ['https://tls-stalled.sim.test/', 'connect-timeout unknown'],
    ['https://tls-expired.sim.test/', 'tls-certificate unknown'],
    ['https://tls-wrong-name.sim.test/', 'tls-certificate unknown'],
    ['https://tls-self-signed.sim.test/', 'tls-certificate unknown'],
    ['http://127.0.0.1/', 'address-refused unknown'],
    ['https://name:password@honest.sim.test/', 'bad-address unknown'],
    ['taobao://item?id=1', 'bad-address unknown'],
  ])('%s: %s', async (url, expected) => {
    await check('direct', url, expected);
  });

  it('says where it stopped reading', async () => {
    const { evidence } = await opened.probes.direct('https://bomb.sim.test/');
    expect(evidence).toContainEqual({ name: 'truncated', value: '1048576' });
  });
});

describe('resolve', () => {
  it.each([
    ['https://m.tb.cn/h.liveITEM01', 'resolved -', 'tb_item_pc 600000000001 null'],
    ['https://e.tb.cn/h.affiliate1', 'resolved -', 'tbk_uland_edetail 600000000001 mm_12345_678_90123'],
    ['https://s.click.taobao.com/CvHjOPu', 'resolved -', 'tbk_uland_edetail 600000000001 mm_12345_678_90123'],
    ['https://m.tb.cn/h.couponUSED', 'resolved -', 'tbk_uland_edetail null mm_12345_678_90123'],
    ['https://v.douyin.com/shopITEM/', 'resolved -', 'douyin_product 3375241637788821075 null'],
    ['https://item.taobao.com/item.htm?id=600000000401', 'resolved-behind-login -', 'tb_item_pc 600000000401 null'],
    ['https://ur.alipay.com/_4kQhV32216tp7bz', 'resolved -', 'alipay_scheme null null'],
    ['https://m.tb.cn/h.unknown00', 'http-gone dead', 'none'],
    ['https://honest.sim.test/', 'not-resolved -', 'none'],
    ['https://no-such-name.sim.test/', 'proxy-dns skipped', 'none'],
    ['https://loop.sim.test/a', 'redirect-loop unknown', 'none'],
  ])('%s: %s, %s', async (url, expected, target) => {
    const facts = await opened.probes.resolve(url);
    const { opened: found } = facts;
    expect([summary(facts), found ? `${found.kind} ${found.itemId} ${found.pid}` : 'none']).toEqual([expected, target]);
  });
});
