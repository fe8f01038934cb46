import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compileTemplate, renderTemplate, templateLimits } from './template-engine.ts';
import { type CopyFacts, templateProduct } from './template-product.ts';

const longToken = '48￥ CZ3457 LOcqdeIlU9y￥ https://m.tb.cn/h.UQ4ceEC  olayks煮茶器';

const facts: CopyFacts = {
  platform: 'tmall',
  title: '三塘陶瓷创意马克杯',
  shortTitle: '马克杯',
  shop: '三塘旗舰店',
  priceFen: 6990,
  finalPriceFen: 3990,
  coupon: { faceFen: 3000, thresholdFen: 6900, startsOn: '2026-11-20', endsOn: '2026-11-30' },
  commissionRateBp: 1550,
  commissionFen: 618,
  monthlySales: 12345,
  recommendText: '带勺，办公室用正好。',
  url: 'https://m.tb.cn/h.VELwTd9',
  token: null,
};

function render(body: string, said: Partial<CopyFacts> = {}, adMark = false): string {
  const compiled = compileTemplate(body);
  if (!compiled.ok) throw new Error(compiled.problem.code);
  const rendered = renderTemplate(compiled.template, templateProduct({ ...facts, ...said }, { adMark }));
  if (!rendered.ok) throw new Error(rendered.problem.code);
  return rendered.text;
}

describe('rendering', () => {
  it('fills variables by their Chinese and English names', () => {
    expect(render('{{ 标题 }}|{{ title }}|{{ 券后价 }}|{{ final_price }}')).toBe(
      '三塘陶瓷创意马克杯|三塘陶瓷创意马克杯|39.9|39.9',
    );
  });

  it('writes money, coupons, dates and sales as posts do', () => {
    expect(render('{{ 原价 | 元 }} {{ 原价 | money: 2 }} {{ 券面额 | 券 }} {{ 券 }}')).toBe(
      '69.9元 69.90元 30元券 满69减30元券',
    );
    expect(render("{{ 券截止 | 日期 }} {{ 券截止 | date: 'yyyy-MM-dd' }} {{ 月销 | 销量 }} {{ 佣金率 }}")).toBe(
      '11月30日 2026-11-30 1.2万 15.5',
    );
  });

  it('calculates without the noise of binary fractions', () => {
    expect(render('{{ 原价 | 减: 券后价 }} {{ 0.1 | plus: 0.2 }} {{ 原价 | divided_by: 0 }}')).toBe('30 0.3');
  });

  it('cuts by characters as people count them', () => {
    expect(render('{{ 标题 | 截断: 4 }}', { title: '👨‍👩‍👧亲子马克杯套装' })).toBe('👨‍👩‍👧亲子…');
    expect(render('{{ 标题 | 截断: 20 }}')).toBe('三塘陶瓷创意马克杯');
  });

  it('drops a line whose values are all missing, with its label', () => {
    const body = '{{ 标题 }}\n【券后价】{{ 券后价 | 元 }}\n\n【推荐理由】{{ 推荐语 }}\n\n【下单链接】{{ 链接 }}';
    expect(render(body, { finalPriceFen: null, recommendText: null })).toBe(
      '三塘陶瓷创意马克杯\n\n【下单链接】https://m.tb.cn/h.VELwTd9',
    );
  });

  it('keeps a line of which one value is there, without brackets around nothing', () => {
    expect(render('【{{ 店铺 }}】{{ 标题 }}（{{ 券 }}）', { shop: null, coupon: null })).toBe('三塘陶瓷创意马克杯');
  });

  it('leaves no blank lines for lines of tags', () => {
    const body = '{{ 标题 }}\n{% if 口令 %}\n{{ 口令 }}\n{% elsif 链接 %}\n{{ 链接 }}\n{% endif %}\n完';
    expect(render(body)).toBe('三塘陶瓷创意马克杯\nhttps://m.tb.cn/h.VELwTd9\n完');
    expect(render(body, { url: null })).toBe('三塘陶瓷创意马克杯\n完');
  });

  it('takes empty text for missing in conditions', () => {
    expect(render('{% if 口令 %}有{% else %}无{% endif %}')).toBe('无');
    expect(render('{{ 推荐语 | 默认: "暂无" }}', { recommendText: '  ' })).toBe('暂无');
  });

  it('keeps a 口令 byte for byte, blank lines and trailing spaces inside it too', () => {
    const share = '【淘宝】https://e.tb.cn/h.8IcT?tk=nyXpT7VA7lt CZ356 \n\n\n「书桌」\n点击链接直接打开';
    expect(render('复制：\n{{ 口令 }}\n完', { token: longToken })).toBe(`复制：\n${longToken}\n完`);
    expect(render('{{ 口令 }}', { token: share })).toBe(share);
  });

  it('never states a price after the coupon that is no discount', () => {
    const body = '{{ 原价 | 元 }}\n券后{{ 券后价 | 元 }}\n到手{{ 到手价 | 元 }}';
    expect(render(body, { finalPriceFen: 6990 })).toBe('69.9元\n到手69.9元');
    expect(render(body, { finalPriceFen: 8000 })).toBe('69.9元\n到手69.9元');
    expect(render(body, { priceFen: null, finalPriceFen: null })).toBe('');
  });
});

describe('the 【广告】 mark', () => {
  it('stands where the template puts it, once', () => {
    expect(render('{{ 广告 }}{{ 标题 }}', {}, true)).toBe('【广告】三塘陶瓷创意马克杯');
    expect(render('{{ 广告 }}{{ 标题 }}')).toBe('三塘陶瓷创意马克杯');
  });

  it('is added when a template forgot it, never in front of a 口令', () => {
    expect(render('{{ 标题 }}', {}, true)).toBe('【广告】三塘陶瓷创意马克杯');
    expect(render('{{ 口令 }}', { token: longToken }, true)).toBe(`【广告】\n${longToken}`);
  });
});

describe('hostile text', () => {
  it('inserts data that looks like a template as it is', () => {
    const title = '{{ 口令 }}{% if x %}{% raw %} {{7*7}} ${1} %}';
    expect(render('{{ 标题 }}', { title, token: 'SECRET' })).toBe(title);
  });

  it('gives back any single-line title unchanged', () => {
    const visible = fc.stringMatching(/^[!-~\u4e00-\u9fff【】（）{}%|]{1,60}$/);
    fc.assert(
      fc.property(visible, (title) => {
        expect(render('A{{ 标题 }}B', { title })).toBe(`A${title}B`);
      }),
    );
  });

  it('cannot be made to mistake data for its own line marks', () => {
    expect(render('{{ 标题 }}{{ 店铺 }}', { title: '\ufdd00\ufdd1杯', shop: '\ufdd2店' })).toBe('0杯店');
  });

  it('reaches neither files, loops nor the prototype', () => {
    for (const tag of ['include "x"', 'render "x"', 'layout "x"', 'for i in (1..9)', 'tablerow i in (1..9)']) {
      expect(compileTemplate(`{% ${tag} %}`)).toMatchObject({ ok: false, problem: { code: 'unknown-tag' } });
    }
    expect(render('[{{ 标题.constructor }}{{ 标题.__proto__ }}{{ constructor }}]')).toBe('');
    expect(render('{% if 标题.constructor or constructor %}有{% else %}无{% endif %}')).toBe('无');
  });

  it('stops work without end', () => {
    const compiled = compileTemplate('{{ (1..99999999) }}');
    if (!compiled.ok) throw new Error('should compile');
    expect(renderTemplate(compiled.template, templateProduct(facts, { adMark: false }))).toMatchObject({
      ok: false,
      problem: { code: 'too-much-work' },
    });
    const tooMuch = (body: string): void => {
      const found = compileTemplate(body);
      if (!found.ok) throw new Error('should compile');
      expect(renderTemplate(found.template, templateProduct(facts, { adMark: false }))).toMatchObject({
        ok: false,
        problem: { code: 'too-much-work' },
      });
    };
    const doubling = `{% assign a = 标题 %}${'{% assign a = a | append: a %}'.repeat(40)}{{ a }}`;
    tooMuch(doubling);
    tooMuch(`{% assign a = "${'a'.repeat(2_000)}" %}{{ a | replace: "a", a }}`);
    tooMuch(`{% assign a = "${'a'.repeat(2_000)}" %}${'{{ a }}'.repeat(200)}`);
    expect(compileTemplate('字'.repeat(templateLimits.bodyUnits + 1))).toMatchObject({ problem: { code: 'too-long' } });
  });

  it('comes about however slow the machine is', () => {
    let clock = 0;
    const slow = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 60_000));
    expect(render('{% if 标题 %}{{ 标题 | 截断: 20 }}{% endif %}', { title: '杯' })).toBe('杯');
    slow.mockRestore();
  });
});
