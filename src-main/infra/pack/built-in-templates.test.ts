import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '#domain/campaigns/templates/check-template';
import { compileTemplate, renderTemplate } from '#domain/campaigns/templates/template-engine';
import { type CopyFacts, templateProduct } from '#domain/campaigns/templates/template-product';
import { copyHints } from '#domain/copy-pack/copy-hints';
import { loadBuiltInTemplates } from './built-in-templates.ts';

const templates = loadBuiltInTemplates(fileURLToPath(new URL('../../../resources/', import.meta.url)));

const full: CopyFacts = {
  platform: 'tmall',
  title: '网红水洗棉四件套ins风宿舍床上用品单人学生床单被套被子三件套4',
  shortTitle: '水洗棉四件套',
  shop: '某某家纺旗舰店',
  priceFen: 6990,
  finalPriceFen: 3990,
  coupon: { faceFen: 3000, thresholdFen: 6900, startsOn: '2026-11-20', endsOn: '2026-11-30' },
  commissionRateBp: 1550,
  commissionFen: 618,
  monthlySales: 12345,
  recommendText: '亲肤透气，不起球，宿舍单人床正好。',
  url: 'https://m.tb.cn/h.VELwTd9',
  token: '48￥ CZ3457 LOcqdeIlU9y￥ https://m.tb.cn/h.UQ4ceEC  olayks煮茶器',
};

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
const variants = Array.from({ length: 2 ** optional.length }, (_, bits) => {
  const missing = optional.filter((_, index) => bits & (1 << index));
  return { ...full, ...Object.fromEntries(missing.map((name) => [name, null])) };
});

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  const compiled = compileTemplate(template.body);
  if (!compiled.ok) throw new Error(compiled.problem.code);
  const render = (facts: CopyFacts): string => {
    const rendered = renderTemplate(compiled.template, templateProduct(facts, { adMark: true }));
    if (!rendered.ok) throw new Error(rendered.problem.code);
    return rendered.text;
  };

  it('passes its own check and is named in both languages', () => {
    expect(checkTemplate(template.body, template.surface).problems).toEqual([]);
    for (const text of [template.name, template.description]) expect(text.zh && text.en).toBeTruthy();
  });

  it('reads well whatever is missing', () => {
    for (const facts of variants) {
      const text = render(facts);
      expect(text).toMatch(/^【广告】\S/);
      expect(text).not.toMatch(/【\s*】|（\s*）|undefined|null|NaN|\{|\}|\n\n\n|[^\S\n]$/m);
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/[，、]$|】$|：$(?!\n48￥)/m);
      expect(
        text
          .split('\n')
          .filter((line) => line.includes(full.token ?? ''))
          .every((line) => line === full.token),
      ).toBe(true);
    }
  });

  it('follows the setting for the mark', () => {
    const rendered = renderTemplate(compiled.template, templateProduct(full, { adMark: false }));
    expect(rendered.ok && rendered.text).not.toContain('广告');
  });

  it('holds no 口令 and stays above the fold when it is for Moments', () => {
    const texts = template.surface === 'moments' ? variants.map(render) : [];
    for (const text of texts) {
      expect(text).not.toContain('LOcqdeIlU9y');
      expect(copyHints(text, 'moments', null).map(({ code }) => code)).not.toContain('folds');
    }
  });
});

it('covers every surface campaigns are posted to, several for the main ones', () => {
  const count = (surface: string): number => templates.filter((template) => template.surface === surface).length;
  for (const surface of ['group', 'moments']) expect(count(surface)).toBeGreaterThanOrEqual(3);
  for (const surface of ['chat_1v1', 'oa_article', 'channels', 'wecom'])
    expect(count(surface)).toBeGreaterThanOrEqual(2);
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
});
