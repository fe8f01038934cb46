import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWords } from '#contract/messages/pack-messages';
import { finishPack } from '../finish-pack.ts';
import type { PackItem } from '../pack-input.ts';
import { planPack } from '../plan-pack.ts';
import { sampleFinding, sampleItem, samplePack, sampleVerdict } from '../testing/pack-samples.ts';
import type { ImageOutcome } from './index-page.ts';

function pages(items: readonly PackItem[], outcome: Omit<ImageOutcome, 'path'> = { made: true, reason: null }) {
  const plan = planPack(samplePack(items));
  const images = new Map(
    plan.items.flatMap((item) => item.images.map(({ path }) => [path, { path, ...outcome }] as const)),
  );
  const [, index, report] = finishPack(plan, images, packWords);
  return { index: index?.content ?? '', report: report?.content ?? '' };
}

/** Everything a page says, without its own style and script. */
const body = (page: string): string => page.slice(page.indexOf('<body>')).replace(/<script>[\s\S]*?<\/script>/, '');

describe('the pages of a pack', () => {
  it('load nothing from outside and hold no script of their own in the text', () => {
    const { index, report } = pages([sampleItem(1)]);
    for (const page of [index, report]) {
      expect(page.match(/<(?:script|style)[\s>]/g)).toHaveLength(2);
      expect(body(page)).not.toMatch(/ on[a-z]+=| style=|javascript:|(?:src|href)="(?:https?:)?\/\//i);
    }
  });

  it('show hostile text as text', () => {
    const evil = '</pre><script>alert(1)</script><img src=x onerror="alert(1)">\'"&amp;';
    const item = sampleItem(1, {
      text: evil,
      override: evil,
      link: { kind: 'web_link', value: evil },
      findings: [{ ...sampleFinding('block', evil), explanation: evil, clearedBy: evil }],
      productId: `taobao:"><script>`,
    });
    const { index, report } = pages([{ ...item, facts: { ...item.facts, title: evil, shortTitle: evil, shop: evil } }]);
    for (const page of [index, report]) {
      expect(page.match(/<script/g)).toHaveLength(1);
      expect(page).not.toContain('<img src=x');
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    }
  });

  it('never let a text add or end an element', () => {
    const plain = pages([sampleItem(1)]).index.match(/<[a-z/][^>]*>/g)?.length;
    const markup = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'b', '=', ' ', '\n', '-', '!', ';', '杯'),
    });
    fc.assert(
      fc.property(markup, (text) => {
        const { index } = pages([sampleItem(1, { text: `x${text}`, link: sampleItem(1).link })]);
        const withoutHints = index.replace(/<ul class="hints">[\s\S]*?<\/ul>/, '');
        expect(withoutHints.match(/<[a-z/][^>]*>/g)?.length).toBe(plain);
      }),
      { numRuns: 200 },
    );
  });

  it('hold the copy exactly, also when it starts with a blank line or looks like an entity', () => {
    const text = '第一行 &lt;b&gt;\n\n  两个空格  中间\n【完】';
    const { index } = pages([sampleItem(1, { text })]);
    const raw = /<pre class="text">\n([\s\S]*?)<\/pre>/.exec(index)?.[1] ?? '';
    const read = raw
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(read).toBe(text);
  });

  it('encode addresses of files whose names look like something else', () => {
    const item = sampleItem(1);
    const { index } = pages([{ ...item, facts: { ...item.facts, shortTitle: '100% #1 杯?' } }]);
    expect(index).toContain(`src="${encodeURIComponent('01 100% #1 杯？')}/${encodeURIComponent('01-1 海报.jpg')}"`);
  });

  it('say why a picture is missing', () => {
    expect(pages([sampleItem(1)], { made: false, reason: 'offline' }).index).toContain('商品图没有取到（没有联网）');
    expect(pages([sampleItem(1)], { made: false, reason: 'HTTP 404' }).index).toContain('商品图没有取到（HTTP 404）');
  });
});

describe('the report', () => {
  it('states verdicts with their basis, findings, overrides and refusals', () => {
    const { report } = pages([
      sampleItem(1),
      sampleItem(2, { findings: [sampleFinding('block')], override: '品牌方已书面确认' }),
      sampleItem(3, { verdict: sampleVerdict('dead') }),
    ]);
    for (const words of [
      '可直接打开',
      '群聊中可直接访问外部链接',
      'wechat-2021-11-29-group',
      '本次未发现拦截依据',
      '以奖励诱导分享',
      '微信外部链接内容管理规范 2.1.2',
      '品牌方已书面确认',
      '链接或优惠券已失效',
      '2026-11-23 14:05',
      'wechat-openability 2026.11',
    ]) {
      expect(report).toContain(words);
    }
  });

  it('never promises safety', () => {
    const { index, report } = pages([sampleItem(1), sampleItem(2, { verdict: null, link: null })]);
    for (const page of [index, report]) expect(body(page)).not.toMatch(/安全|\bsafe\b/i);
  });

  it('calls an item without basis unknown', () => {
    const verdict = { ...sampleVerdict('unknown'), basis: [], caveats: [] };
    expect(pages([sampleItem(1, { verdict })]).report).toContain('没有可用依据，结果未知');
  });
});
