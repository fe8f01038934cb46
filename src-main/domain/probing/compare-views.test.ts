import { describe, expect, it } from 'vitest';
import builtIn from '#resources/rulepacks/probes/wechat-probes@2026-11-23.json' with { type: 'json' };
import { cloakingSignal, compareViews, type ViewComparison } from './compare-views.ts';
import type { ChainEnd } from './hop.ts';
import { type PageView, viewChain } from './page-view.ts';
import { probePackShape } from './probe-pack.ts';
import { lengthRatio, textSimilarity } from './text-similarity.ts';

const pack = probePackShape.parse(builtIn);
const home =
  '<title>秋冬家居服</title><p>这套珊瑚绒家居服加厚双面绒，亲肤不起球，领口和袖口都做了收边。领券后到手价 59 元，支持七天无理由退换货。</p>';
const sport =
  '<title>体育新闻</title><p>昨晚的比赛进行到加时阶段，主队在最后一分钟扳平比分。教练赛后表示球员的体能储备决定了结果。</p>';

function view(text: string, url = 'https://a.example.com/', status = 200): PageView {
  const end: ChainEnd = { kind: 'page', url, status, headers: {}, text, truncated: false };
  return viewChain({ hops: [], end }, pack);
}
const scheme = (): PageView =>
  viewChain({ hops: [], end: { kind: 'scheme', url: 'taobao://x', via: 'redirect' } }, pack);
const loop = (): PageView =>
  viewChain(
    {
      hops: [],
      end: { kind: 'failure', url: 'https://a.example.com/', failure: { kind: 'redirect-loop', detail: '' } },
    },
    pack,
  );
const compare = (wechat: PageView, browser: PageView): unknown => {
  const { verdict, differences } = compareViews(wechat, browser, pack);
  return [verdict, ...differences];
};

describe('compareViews', () => {
  it.each([
    ['the same page', home, home],
    ['other numbers, times and counters', `${home}<p>已售 100 件 12:30:01</p>`, `${home}<p>已售 2048 件 09:11:59</p>`],
    ['another order of blocks', `<p>甲段文字在前面的时候是这样</p>${home}`, `${home}<p>甲段文字在前面的时候是这样</p>`],
    ['a banner more', `${home}<p>双十一限时特惠</p>`, home],
    ['next to no text on either side', '<p>加载中</p>', '<p>请稍候</p>'],
  ])('sees no difference in %s', (_what, wechat, browser) => {
    expect(compare(view(wechat), view(browser))).toEqual(['same']);
  });

  it('sees what differs in substance', () => {
    expect(compare(view(home), view(sport))).toEqual(['different', 'text']);
    expect(compare(view('<p>请在浏览器打开</p>'), view(home))).toEqual(['different', 'text']);
    expect(compare(view(home), view(sport, 'https://a.example.com/news'))).toEqual(['different', 'other-page']);
    expect(compare(view(home), view(sport, 'https://b.com/'))).toEqual(['different', 'other-site', 'other-page']);
    expect(compare(view(home, 'https://a.com/'), view(home, 'https://b.com/'))).toEqual(['different', 'other-site']);
    expect(compare(view(home), view(home, 'https://a.example.com/', 404))).toEqual(['different', 'status']);
    expect(compare(view(home), scheme())).toEqual(['different', 'only-one-opens']);
    expect(compare(loop(), view(home))).toEqual(['different', 'only-one-opens']);
    expect(compare(view(`${home}<script>location.href='taobao://x'</script>`), view(home))).toEqual([
      'different',
      'jump',
    ]);
  });

  it.each([
    ['a refusal', () => view('<p>Forbidden</p>', 'https://a.example.com/', 403)],
    ['a busy server', () => view('<p>busy</p>', 'https://a.example.com/', 503)],
    ['a login', () => view(sport, 'https://login.taobao.com/member/login.jhtml')],
    ['a human check', () => view(`<title>验证码拦截</title>${sport}`)],
  ])('does not compare with %s', (_what, other) => {
    expect(compare(view(home), other())).toEqual(['not-comparable']);
    expect(compare(other(), view(home))).toEqual(['not-comparable']);
  });

  it('leaves a platform’s own pages alone, but not a jump from one to another', () => {
    const taobao = 'https://item.taobao.com/item.htm?id=1';
    expect(compare(view(home, taobao), view(sport, 'https://main.m.taobao.com/'))).toEqual(['not-comparable']);
    expect(compare(view(home, taobao), view(sport, 'https://item.jd.com/1.html'))).toEqual([
      'different',
      'other-site',
      'other-page',
    ]);
  });
});

describe('cloakingSignal', () => {
  const differs = compareViews(view(home), view(sport), pack);
  const same = compareViews(view(home), view(home), pack);
  const signal = (first: ViewComparison, repeated: ViewComparison | null, wechat = view(home)): string | null => {
    const found = cloakingSignal(first, repeated, wechat, pack);
    return found && `${found.strength} ${found.clause} ${found.evidence[0]?.value}`;
  };

  it('needs a difference that lasts', () => {
    expect(signal(differs, differs)).toBe('clear 3.2.3 text');
    expect(signal(differs, same)).toBeNull();
    expect(signal(differs, null)).toBeNull();
    expect(signal(same, null)).toBeNull();
  });

  it('suspects a script that jumps only in WeChat', () => {
    const asking = view(
      `${home}<script>if (/MicroMessenger/.test(navigator.userAgent)) { location.href = '/wx'; }</script>`,
    );
    expect(signal(same, null, asking)).toBe('suspected 3.2.3 script');
    const other = view(`${home}<script>if (/iPhone/.test(navigator.userAgent)) { location.href = '/ios'; }</script>`);
    expect(signal(same, null, other)).toBeNull();
  });
});

describe('textSimilarity', () => {
  it('is 1 for the same, 0 for the unrelated, and the same both ways', () => {
    expect(textSimilarity(home, home)).toBe(1);
    expect(textSimilarity('甲乙丙丁', '戊己庚辛')).toBe(0);
    expect(textSimilarity('', '甲乙')).toBe(0);
    expect(textSimilarity('', '')).toBe(1);
    expect(textSimilarity(home, sport)).toBe(textSimilarity(sport, home));
    expect(textSimilarity(home, sport)).toBeLessThan(0.35);
    expect(lengthRatio('a', 'abcd')).toBe(0.25);
  });
});
