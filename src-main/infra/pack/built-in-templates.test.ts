import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { ComplianceRules } from '#app/rules/compliance-rules';
import { checkTemplate } from '#domain/campaigns/templates/check-template';
import { compileTemplate, renderTemplate } from '#domain/campaigns/templates/template-engine';
import { type CopyFacts, templateProduct } from '#domain/campaigns/templates/template-product';
import { copyHints } from '#domain/copy-pack/copy-hints';
import { readBuiltInPacks } from '../rule-pack-files.ts';
import { loadBuiltInTemplates } from './built-in-templates.ts';

const resources = fileURLToPath(new URL('../../../resources/', import.meta.url));
const templates = loadBuiltInTemplates(resources);
const linter = new ComplianceRules(readBuiltInPacks(resources, 'compliance')).linterFor('2026-11-25');

const full: CopyFacts = {
  platform: 'tmall',
  title: '316不锈钢大容量保温杯家用办公户外便携水壶',
  shortTitle: '316大容量保温杯',
  shop: '一平器物',
  priceFen: 9900,
  finalPriceFen: 6900,
  coupon: { faceFen: 3000, thresholdFen: 8900, startsOn: '2026-11-20', endsOn: '2026-11-30' },
  commissionRateBp: 2400,
  commissionFen: 1656,
  monthlySales: 16_500,
  recommendText: '装满开水放到第二天还温着，杯口不烫嘴。',
  url: 'https://s.click.taobao.com/AbCdEf1',
  token: null,
};
const products: Record<string, CopyFacts> = {
  full,
  'a 口令': { ...full, token: '￥AbCdEfGhIjK￥' },
  'no coupon': { ...full, finalPriceFen: 9900, coupon: null },
  'no price': { ...full, priceFen: null, finalPriceFen: null, coupon: null },
  'no words': { ...full, shortTitle: null, recommendText: null, shop: null, monthlySales: null },
  'next to nothing': {
    ...full,
    shortTitle: null,
    recommendText: null,
    shop: null,
    monthlySales: null,
    priceFen: null,
    finalPriceFen: null,
    coupon: null,
    url: null,
  },
};

function copyOf(body: string, facts: CopyFacts, adMark = true): string {
  const compiled = compileTemplate(body);
  if (!compiled.ok) throw new Error(compiled.problem.code);
  const rendered = renderTemplate(compiled.template, templateProduct(facts, { adMark }));
  if (!rendered.ok) throw new Error(rendered.problem.code);
  return rendered.text;
}

const optional = [
  'shortTitle',
  'shop',
  'priceFen',
  'finalPriceFen',
  'coupon',
  'monthlySales',
  'recommendText',
  'url',
  'token',
] as const;

/** Every product with some of the facts missing: 2 to the power of nine. */
const variants = Array.from({ length: 2 ** optional.length }, (_, bits): CopyFacts => {
  const missing = optional.filter((_name, index) => bits & (1 << index));
  return { ...full, token: '￥AbCdEfGhIjK￥', ...Object.fromEntries(missing.map((name) => [name, null])) };
});

/** A line that promises something and does not say it. */
const danglingLabel = /(?:[：:]|【[^】]*】)\s*$/;

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  it('is in order, and named in both languages', () => {
    expect(checkTemplate(template.body, template.surface).problems).toEqual([]);
    for (const text of [template.name, template.description]) expect(text.zh && text.en).toBeTruthy();
  });

  it('follows the setting for the mark', () => {
    expect(copyOf(template.body, full, false)).not.toContain('广告');
  });

  it('leaves nothing dangling, whatever is missing', () => {
    for (const facts of variants) {
      const text = copyOf(template.body, facts);
      expect(text).toMatch(/^【广告】\S/);
      expect(text).not.toMatch(/【\s*】|[（(]\s*[)）]|undefined|null|NaN|\{|\}|\n{3}|[，、\s]$/);
      expect(text).not.toMatch(/[^\S\n]$|[，、]$/m);
      if (template.surface === 'moments') expect(text).not.toContain('AbCdEfGhIjK');
      const tokenLines = text.split('\n').filter((line) => line.includes('AbCdEfGhIjK'));
      expect(tokenLines.every((line) => line === '￥AbCdEfGhIjK￥')).toBe(true);
    }
  });

  it.each(Object.entries(products))('reads well and clean for a product with %s', (_product, facts) => {
    const text = copyOf(template.body, facts);
    expect(text.startsWith('【广告】')).toBe(true);
    const findings = linter.lint(text, { surface: template.surface, suggest: false }).findings;
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const lines = text.split('\n');
    // The ad mark alone, and the line before a 口令, end as they should.
    expect(lines.filter((line) => danglingLabel.test(line) && !line.endsWith('查看：'))).toEqual([]);
    expect(text).not.toMatch(/\n{3}|[（(]\s*[)）]|null|undefined|NaN/);
  });
});

test('Moments copy stays above the fold', () => {
  const moments = templates.filter(({ surface }) => surface === 'moments');
  const folded = moments.filter(({ body }) =>
    copyHints(copyOf(body, { ...full, url: 'https://m.tb.cn/h.AbCdEf1' }), 'moments', null).some(
      ({ code }) => code === 'folds',
    ),
  );
  expect(folded.map(({ id }) => id)).toEqual([]);
});

test('every place people post to has templates to choose from', () => {
  for (const surface of ['chat_1v1', 'group', 'moments', 'oa_article', 'channels', 'wecom'] as const) {
    const enough = surface === 'group' || surface === 'moments' ? 3 : 2;
    expect(templates.filter((template) => template.surface === surface).length).toBeGreaterThanOrEqual(enough);
  }
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
});
