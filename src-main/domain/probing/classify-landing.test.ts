import { describe, expect, it } from 'vitest';
import builtIn from '#resources/rulepacks/probes/wechat-probes@2026-11-23.json' with { type: 'json' };
import { classifyLanding } from './classify-landing.ts';
import { classifyResolved } from './classify-resolved.ts';
import type { ProbeContext } from './facts-builder.ts';
import type { Chain, ChainEnd } from './hop.ts';
import { failureKinds, isEnvironmentFailure } from './network-failure.ts';
import { viewChain } from './page-view.ts';
import type { ProbeFacts } from './probe-facts.ts';
import { probePackShape } from './probe-pack.ts';

const pack = probePackShape.parse(builtIn);

function context(url: string, probe: ProbeContext['probe'] = 'direct'): ProbeContext {
  return { probe, url, host: new URL(url).hostname, checkedAt: '2026-11-23T04:00:00.000Z', pack };
}

type PageEnd = Extract<ChainEnd, { kind: 'page' }>;
type End = Partial<Omit<PageEnd, 'kind'>> | Exclude<ChainEnd, PageEnd>;

/** A chain through `urls` to an end at the last of them. */
function chain(urls: string[], end: End): Chain {
  const page: PageEnd = { kind: 'page', url: urls.at(-1) ?? '', status: 200, headers: {}, text: '', truncated: false };
  const hops = urls.map((url, index) => ({
    url,
    via: index === 0 ? ('start' as const) : ('redirect' as const),
    status: 200,
    headers: {},
    ms: 1,
    address: null,
    failure: null,
  }));
  return { hops, end: 'kind' in end ? end : { ...page, ...end } };
}

function land(urls: string[], end: End): ProbeFacts {
  const view = viewChain(chain(urls, end), pack);
  return classifyLanding(context(urls[0] ?? ''), { wechat: view, comparison: null, repeated: null });
}

const page = (url: string, text: string, more: Partial<PageEnd> = {}): ProbeFacts => land([url], { text, ...more });
const brief = ({ reason, outcomeHint, skipped }: ProbeFacts): unknown[] => [reason, outcomeHint, skipped];
const signals = (facts: ProbeFacts): string[] =>
  facts.signals.map(({ id, strength, clause }) => `${id} ${strength} ${clause}`);
const story = `<title>家居服</title><p>${'珊瑚绒家居服加厚双面绒亲肤不起球，领券后到手价五十九元。'.repeat(30)}</p>`;

describe('dead pages', () => {
  it.each([
    ['https://item.taobao.com/item.htm?id=1', '很抱歉，您查看的宝贝不存在，可能已下架或者被转移', 'item-gone'],
    ['https://detail.tmall.com/item.htm?id=1', '此商品已下架', 'item-gone'],
    ['https://shop.m.taobao.com/shop/coupon.htm', '该优惠券不存在或者已经过期！', 'coupon-gone'],
    ['https://uland.taobao.com/coupon/edetail?e=1', '优惠券已抢光', 'coupon-used-up'],
    ['https://uland.taobao.com/coupon/edetail?e=1', '优惠券已过期', 'coupon-expired'],
    ['https://shop.m.taobao.com/shop/coupon.htm', '您浏览店铺不存在或已经关闭', 'shop-gone'],
    ['https://www.iesdouyin.com/share/video/1', '抱歉，作品不见了', 'content-gone'],
  ])('%s saying %s is %s', (url, words, reason) => {
    expect(brief(page(url, `<p>${words}</p>`))).toEqual([reason, 'dead', false]);
  });

  it('is not dead because of what a script or a far corner of the page says', () => {
    const url = 'https://item.taobao.com/item.htm?id=1';
    expect(page(url, `${story}<script>var t = "此宝贝已下架";</script>`).reason).toBe('page-opened');
    expect(page(url, `${story}${story}${story}<p>推荐：此宝贝已下架</p>`).reason).toBe('page-opened');
  });

  it('is not dead because somebody else uses the same words', () => {
    expect(page('https://blog.example.com/', '<p>为什么显示此宝贝已下架</p>').outcomeHint).toBeNull();
    expect(page('https://taobao.com.example.com/', '<p>此宝贝已下架</p>').outcomeHint).toBeNull();
  });

  it('knows error addresses and HTTP', () => {
    expect(
      brief(land(['https://detail.tmall.com/item.htm?id=1', 'https://detail.tmall.com/auction/noitem.htm?type=1'], {})),
    ).toEqual(['item-gone-address', 'dead', false]);
    expect(brief(page('https://a.example.com/', '', { status: 404 }))).toEqual(['http-gone', 'dead', false]);
    expect(brief(page('https://a.example.com/', '', { status: 410 }))).toEqual(['http-gone', 'dead', false]);
  });
});

describe('walls', () => {
  it.each([
    [{ status: 403 }, 'access-denied', 'unknown'],
    [{ status: 429 }, 'access-denied', 'unknown'],
    [{ status: 400 }, 'client-error', 'unknown'],
    [{ status: 500 }, 'server-error', 'unknown'],
    [{ status: 503 }, 'server-error', 'unknown'],
  ])('%o is %s', (end, reason, outcome) => {
    expect(brief(page('https://a.example.com/', '<p>x</p>', end))).toEqual([reason, outcome, false]);
  });

  it('says nothing about what is behind a login or a human check', () => {
    const item = 'https://item.taobao.com/item.htm?id=600000000001';
    const login = land([item, `https://login.m.taobao.com/login.htm?redirectURL=${encodeURIComponent(item)}`], {
      text: '<p>登录</p>',
    });
    expect(brief(login)).toEqual(['login-wall', null, false]);
    expect(login.opened).toMatchObject({ kind: 'tb_item_pc', itemId: '600000000001' });
    const punish = land([item, 'https://item.taobao.com//item.htm/_____tmd_____/punish?x5secdata=1'], {
      text: '<p>验证</p>',
    });
    expect(brief(punish)).toEqual(['bot-check', null, false]);
    expect(brief(page('https://a.example.com/user/login', '<input type="password">'))).toEqual([
      'login-wall',
      null,
      false,
    ]);
    expect(page('https://a.example.com/goods', '<p>商品</p><input type="password">').reason).toBe('page-opened');
  });
});

describe('what a page does', () => {
  it('leaves an honest page with buttons alone and hands its text over', () => {
    const facts = page(
      'https://a.example.com/',
      `${story}<button onclick="location.href='taobao://x'">买</button><script>function buy() { location.href = 'taobao://x'; }</script>`,
    );
    expect([...brief(facts), signals(facts)]).toEqual(['page-opened', null, false, []]);
    expect(facts.textForReview).toMatch(/^家居服\n珊瑚绒/);
  });

  it('hands over what the page holds ready behind what it shows', () => {
    const facts = page(
      'https://a.example.com/',
      '<p>你好</p><div hidden>发到群里</div><script>alert("再领红包")</script>',
    );
    expect(facts.textForReview).toBe('你好\n发到群里\n再领红包');
    expect(page('https://a.example.com/', '<script>render({ text: "再领红包" })</script>').textForReview).toBe(
      '再领红包',
    );
  });

  it.each([
    ['<script>location.href = "taobao://item";</script>', 'forced-jump clear 2.3.3'],
    ['<script>if (isWeixin()) { location.href = "taobao://item"; }</script>', 'forced-jump clear 2.3.3'],
    ['<script>if (isIos) { location.href = "taobao://item"; }</script>', 'forced-jump suspected 2.3.3'],
    ['<iframe src="tbopen://x/y"></iframe>', 'forced-jump clear 2.3.3'],
    [
      '<script>function go() { location.href = "taobao://item"; }</script><body onload="go()">',
      'forced-jump clear 2.3.3',
    ],
    ['<script>location.href = "/a.apk";</script>', 'file-download clear 2.18.3'],
    ['<p>点击右上角，选择在浏览器打开</p>', 'forced-jump suspected 2.3.3'],
  ])('sees %s', (part, signal) => {
    expect(signals(page('https://a.example.com/', part + story))).toEqual([signal]);
  });

  it.each([
    ['<p>请点击右上角 ··· 在浏览器打开</p>', 'leave-wechat-page'],
    ['<p>下载APP后查看</p>', 'forced-download-page'],
    ['<p>领券</p><script>location.href = "/a.apk";</script>', 'forced-download-page'],
    ['', 'empty-page'],
  ])('names a page that is nothing but %s', (text, reason) => {
    expect(page('https://a.example.com/', text).reason).toBe(reason);
  });

  it('leaves it to a platform how its own pages behave', () => {
    expect(
      signals(page('https://m.tb.cn/h.abc1234', `<script>location.href = "taobao://x";</script>${story}`)),
    ).toEqual([]);
    expect(signals(page('https://qr.alipay.com/x', '<p>在浏览器打开</p>'))).toEqual([]);
  });

  it.each([
    [{ headers: { 'content-type': 'application/vnd.android.package-archive' }, text: null }, 'https://a.example.com/x'],
    [{ headers: { 'content-disposition': 'attachment; filename="a.apk"' }, text: null }, 'https://a.example.com/x'],
    [{ headers: { 'content-type': 'application/octet-stream' }, text: null }, 'https://a.example.com/a.zip'],
    [{ headers: {}, text: null }, 'https://a.example.com/a.ipa'],
  ])('knows a download %o', (end, url) => {
    const facts = land([url], end);
    expect([...brief(facts), signals(facts)]).toEqual([
      'file-download',
      'unknown',
      false,
      ['file-download clear 2.18.3'],
    ]);
  });

  it('takes a page named like a file for a page', () => {
    expect(page('https://a.example.com/intro.zip', story, { headers: { 'content-type': 'text/html' } }).reason).toBe(
      'page-opened',
    );
  });

  it('knows a link that only opens an app', () => {
    const facts = land(['https://a.example.com/'], { kind: 'scheme', url: 'tbopen://m.taobao.com/', via: 'redirect' });
    expect([...brief(facts), signals(facts)]).toEqual(['app-scheme', 'unknown', false, ['forced-jump clear 2.3.3']]);
  });

  it('sees short links behind short links and long ways round', () => {
    expect(signals(land(['https://t.cn/a', 'https://dwz.cn/b', 'https://a.example.com/'], { text: story }))).toEqual([
      'nested-redirects clear 3.2.4',
    ]);
    expect(
      signals(land(['https://a.com/', 'https://b.com/', 'https://c.com/', 'https://d.com/'], { text: story })),
    ).toEqual(['nested-redirects suspected 3.2.4']);
    const own = [
      'https://m.tb.cn/h.a',
      'https://s.click.taobao.com/t?e=1',
      'https://uland.taobao.com/x',
      'https://detail.tmall.com/item.htm?id=1',
    ];
    expect(signals(land(own, { text: story }))).toEqual([]);
    expect(
      signals(land(['http://a.com/', 'https://a.com/', 'https://www.a.com/', 'https://m.a.com/'], { text: story })),
    ).toEqual([]);
  });

  it('takes imitations and decoys of WeChat’s notice for what they are', () => {
    const clone = '<script>var cgiData = {"retcode":0,"type":"block","title":"已停止访问该网页","desc":""};</script>';
    const facts = page('https://weixin110.qq.com.example.com/', clone);
    expect([...brief(facts), signals(facts)]).toEqual([
      'lookalike-block-page',
      null,
      false,
      ['lookalike-block-page clear null'],
    ]);
    expect(page('https://a.example.com/', '<p>如需浏览，请长按网址复制后使用浏览器访问</p>').reason).toBe(
      'lookalike-block-page',
    );
    const decoy = 'https://weixin110.qq.com/cgi-bin/mmspamsupport-bin/newredirectconfirmcgi?main_type=2';
    expect(brief(land(['https://a.example.com/', decoy], { text: clone }))).toEqual(['decoy-block-page', null, false]);
    expect(page('https://blog.example.com/', `${story}<p>微信提示已停止访问该网页怎么办</p>`).reason).toBe(
      'page-opened',
    );
  });
});

describe('failures', () => {
  it.each(failureKinds)('%s is never an open page', (kind) => {
    const failure = { kind, detail: 'x' };
    const url = 'https://a.example.com/';
    for (const facts of [
      land([url], { kind: 'failure', url, failure }),
      classifyResolved(context(url, 'resolve'), chain([url], { kind: 'failure', url, failure })),
    ]) {
      const outcome = kind === 'dns-not-found' ? 'dead' : 'unknown';
      expect(brief(facts)).toEqual(isEnvironmentFailure(kind) ? [kind, null, true] : [kind, outcome, false]);
    }
  });
});

describe('classifyResolved', () => {
  const resolve = (urls: string[], end: End): ProbeFacts =>
    classifyResolved(context(urls[0] ?? '', 'resolve'), chain(urls, end));
  const edetail = 'https://uland.taobao.com/coupon/edetail?e=x&pid=mm_1_2_3';

  it('takes the promoter from the way and the item from the end', () => {
    const facts = resolve(['https://m.tb.cn/h.abc1234', edetail, 'https://item.taobao.com/item.htm?id=600000000001'], {
      text: 'x',
    });
    expect(facts.opened).toMatchObject({ kind: 'tb_item_pc', itemId: '600000000001', pid: 'mm_1_2_3' });
    expect(brief(facts)).toEqual(['resolved', null, false]);
  });

  it('counts an address of a known kind even if its page fails', () => {
    const failure = { kind: 'first-byte-timeout' as const, detail: '' };
    const facts = resolve(['https://m.tb.cn/h.abc1234', edetail], { kind: 'failure', url: edetail, failure });
    expect([facts.reason, facts.opened?.pid]).toEqual(['resolved', 'mm_1_2_3']);
  });

  it('admits when a link does not show where it leads', () => {
    expect(resolve(['https://m.tb.cn/h.abc1234'], { text: 'x' }).reason).toBe('not-resolved');
    expect(resolve(['https://a.example.com/'], { text: 'x' }).reason).toBe('not-resolved');
    expect(brief(resolve(['https://m.tb.cn/h.abc1234'], { status: 404 }))).toEqual(['http-gone', 'dead', false]);
  });

  it('leads nowhere in a circle', () => {
    const failure = { kind: 'redirect-loop' as const, detail: '' };
    const facts = resolve(['https://m.tb.cn/h.abc1234', edetail], { kind: 'failure', url: edetail, failure });
    expect([facts.reason, facts.opened]).toEqual(['redirect-loop', null]);
  });
});
