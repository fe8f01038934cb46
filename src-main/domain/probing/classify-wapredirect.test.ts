import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import builtIn from '#resources/rulepacks/probes/wechat-probes@2026-11-23.json' with { type: 'json' };
import { classifyWapredirect, gatewayAddress, gatewayTarget, needsNotice } from './classify-wapredirect.ts';
import type { ProbeContext } from './facts-builder.ts';
import type { Chain } from './hop.ts';
import { failureKinds, type FailureKind, isEnvironmentFailure } from './network-failure.ts';
import type { ProbeFacts } from './probe-facts.ts';
import { probePackShape } from './probe-pack.ts';

const pack = probePackShape.parse(builtIn);
const link = 'https://shop.example.com/p?a=1&b=中文#top';
const context = (url = link): ProbeContext => ({
  probe: 'wapredirect',
  url,
  host: new URL(url).hostname,
  checkedAt: '2026-11-23T04:00:00.000Z',
  pack,
});

function answer(url: string, status: number, headers: Record<string, string> = {}, text: string | null = ''): Chain {
  const hop = { url, via: 'start' as const, status, headers, ms: 1, address: null, failure: null };
  return { hops: [hop], end: { kind: 'page', url, status, headers, text, truncated: false } };
}
function broken(url: string, kind: FailureKind): Chain {
  const failure = { kind, detail: 'detail' };
  return {
    hops: [{ url, via: 'start', status: null, headers: {}, ms: 1, address: null, failure }],
    end: { kind: 'failure', url, failure },
  };
}
const gatewayUrl = gatewayAddress(link, pack);
const redirect = (location: string): Chain => answer(gatewayUrl, 302, { location });
const noticeUrl = 'https://weixin110.qq.com/cgi-bin/mmspamsupport-bin/newredirectconfirmcgi?midpagecode=ab&bancode=cd';
const notice = (data: object, url = noticeUrl): Chain =>
  answer(url, 200, {}, `<script>var cgiData = ${JSON.stringify(data)};</script>`);
const brief = ({ reason, outcomeHint, skipped, appliesTo }: ProbeFacts): unknown[] => [
  reason,
  outcomeHint,
  skipped,
  appliesTo,
];

describe('gatewayAddress', () => {
  it('encodes the link exactly once', () => {
    expect(new URL(gatewayUrl).searchParams.get('url')).toBe(link);
    expect(gatewayUrl).toContain('%26b%3D%E4%B8%AD');
    expect(gatewayAddress('https://a.test/%E4%B8%AD', pack)).toContain('%25E4');
    expect(() => gatewayAddress('https://a.test/\ud800', pack)).not.toThrow();
  });

  it('brings back any address unchanged', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(new URL(gatewayAddress(url, pack)).searchParams.get('url')).toBe(url);
      }),
    );
  });
});

describe('classifyWapredirect', () => {
  it.each([
    link,
    'http://shop.example.com/p?a=1&b=中文',
    'https://shop.example.com/p?a=1&b=%E4%B8%AD%E6%96%87&from=weixin',
  ])('finds no block when the gateway jumps to %s', (location) => {
    const facts = classifyWapredirect(context(), redirect(location), null);
    expect(brief(facts)).toEqual(['no-block-found', null, false, 'article-jump']);
    expect(facts.params['at']).toBe('2026-11-23 12:00');
  });

  it.each([
    ['block', 'wechat-blocked', 'blocked', 'every-surface'],
    ['empty', 'wechat-copy-to-browser', 'copy-to-browser', 'article-jump'],
    ['newgray', 'wechat-confirm', 'confirm', 'article-jump'],
    ['gray', 'wechat-confirm', 'confirm', 'article-jump'],
    ['somethingnew', 'wechat-page-unknown', 'unknown', 'article-jump'],
    ['', 'wechat-page-unknown', 'unknown', 'article-jump'],
  ])('reads a notice of type %s', (type, reason, outcome, scope) => {
    expect(needsNotice(noticeUrl, link, pack)).toBe(true);
    const facts = classifyWapredirect(context(), redirect(noticeUrl), notice({ type, title: '', desc: '' }));
    expect(brief(facts)).toEqual([reason, outcome, false, scope]);
  });

  it('keeps the words of the notice and takes a named offence for all of WeChat', () => {
    const title = '网页包含诱导分享、关注等诱导行为内容，请长按网址复制后使用浏览器访问';
    const facts = classifyWapredirect(
      context(),
      redirect(noticeUrl),
      notice({ type: 'empty', title, desc: 'http:&#x2f;&#x2f;x' }),
    );
    expect(brief(facts)).toEqual(['wechat-copy-to-browser', 'copy-to-browser', false, 'every-surface']);
    expect(facts.params).toMatchObject({ desc: title, cause: 'induced-share' });
    expect(facts.evidence).toContainEqual({ name: 'cgiData.type', value: 'empty' });
  });

  it('trusts the type over the words, and the words where there is no type', () => {
    const contradiction = notice({ type: 'empty', title: '已停止访问该网页', desc: '' });
    expect(classifyWapredirect(context(), redirect(noticeUrl), contradiction).outcomeHint).toBe('copy-to-browser');
    const words = answer(noticeUrl, 200, {}, '<div>已停止访问该网页</div>');
    expect(classifyWapredirect(context(), redirect(noticeUrl), words).outcomeHint).toBe('blocked');
    const nothing = answer(noticeUrl, 200, {}, '<div id="app"></div>');
    expect(brief(classifyWapredirect(context(), redirect(noticeUrl), nothing)).slice(0, 2)).toEqual([
      'wechat-page-unread',
      'unknown',
    ]);
  });

  it('knows the old copy page by its template alone', () => {
    const old = 'https://szsupport.weixin.qq.com/cgi-bin/mmsupport-bin/readtemplate?t=w_redirect_taobao&url=x';
    expect(needsNotice(old, link, pack)).toBe(false);
    expect(brief(classifyWapredirect(context(), redirect(old), null))).toEqual([
      'wechat-copy-to-browser',
      'copy-to-browser',
      false,
      'article-jump',
    ]);
  });

  it('does not take the complaint page for a block', () => {
    const complaint = 'https://weixin110.qq.com/security/readtemplate?t=weixin_report/w_type&scene=33';
    expect(brief(classifyWapredirect(context(), redirect(complaint), null))).toEqual([
      'complaint-page',
      null,
      false,
      'article-jump',
    ]);
  });

  it.each([
    noticeUrl.replace('weixin110.qq.com', 'weixin110.qq.com.evil.test'),
    noticeUrl.replace('weixin110.qq.com', 'weixin110-qq.com'),
    noticeUrl.replace('https:', 'http:'),
    noticeUrl.replace('weixin110.qq.com', 'weixin110.qq.com:8443'),
    noticeUrl.replace('weixin110.qq.com', 'user@weixin110.qq.com'),
    'taobao://item',
  ])('takes nothing but WeChat’s own page for a notice: %s', (location) => {
    expect(needsNotice(location, link, pack)).toBe(false);
    const facts = classifyWapredirect(context(), redirect(location), null);
    expect([facts.outcomeHint === 'blocked', facts.reason]).not.toContain('no-block-found');
    expect(['unknown', null]).toContain(facts.outcomeHint);
  });

  it('does not judge a notice that did not come from WeChat', () => {
    const elsewhere = notice({ type: 'block', title: '' }, 'https://evil.test/newredirectconfirmcgi');
    expect(brief(classifyWapredirect(context(), redirect(noticeUrl), elsewhere)).slice(0, 2)).toEqual([
      'wechat-page-unread',
      'unknown',
    ]);
  });

  it('sees a link that itself points at a block page as not blocked', () => {
    expect(brief(classifyWapredirect(context(noticeUrl), redirect(noticeUrl), null))[0]).toBe('no-block-found');
  });

  it.each([
    [429, 'gateway-busy'],
    [503, 'gateway-busy'],
    [500, 'gateway-unavailable'],
    [404, 'gateway-unavailable'],
    [200, 'gateway-answer-unknown'],
    [302, 'gateway-answer-unknown'],
  ])('skips when the gateway answers %i without a jump', (status, reason) => {
    expect(brief(classifyWapredirect(context(), answer(gatewayUrl, status), null))).toEqual([
      reason,
      null,
      true,
      'article-jump',
    ]);
  });

  it('reads a notice the gateway shows itself', () => {
    const inline = answer(gatewayUrl, 200, {}, '<script>var cgiData = {"type":"block","title":"","desc":""};</script>');
    expect(classifyWapredirect(context(), inline, null).outcomeHint).toBe('blocked');
  });

  it.each(failureKinds)('never calls a link fine or dead because of %s', (kind) => {
    const atGateway = classifyWapredirect(context(), broken(gatewayUrl, kind), null);
    expect([atGateway.skipped, atGateway.outcomeHint]).toEqual([true, null]);
    const atNotice = classifyWapredirect(context(), redirect(noticeUrl), broken(noticeUrl, kind));
    expect([atNotice.skipped, atNotice.outcomeHint]).toEqual(
      isEnvironmentFailure(kind) ? [true, null] : [false, 'unknown'],
    );
  });

  it('says "no block" for a jump to the link and for nothing else', () => {
    const location = fc.oneof(fc.webUrl(), fc.constant(link), fc.string(), fc.constant(noticeUrl));
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), location, fc.string(), (status, to, text) => {
        const gateway = answer(gatewayUrl, status, { location: to }, text);
        const facts = classifyWapredirect(context(), gateway, null);
        const jumped = gatewayTarget(gateway);
        if (facts.reason === 'no-block-found') expect(jumped).toBe(new URL(link).href);
        if (!facts.skipped && facts.outcomeHint === null) expect(jumped).not.toBeNull();
      }),
    );
  });
});
