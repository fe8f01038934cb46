import { describe, expect, it } from 'vitest';
import { describeTemplateProblem } from '#contract/messages/template-messages';
import { checkTemplate } from './check-template.ts';

const codes = (body: string, surface: 'group' | 'moments' = 'group'): string[] =>
  checkTemplate(body, surface).problems.map(({ code }) => code);

describe('checkTemplate', () => {
  it('has nothing to say about a good template and lists what it reads', () => {
    const check = checkTemplate('{{ title }}\n{% if 口令 %}{{ 口令 }}{% else %}{{ 链接 }}{% endif %}', 'group');
    expect(check).toEqual({ ok: true, problems: [], variables: ['标题', '链接', '口令'] });
  });

  it.each([
    ['', 'empty'],
    ['{{ 标题 | 元元 }}{{ 链接 }}', 'unknown-filter'],
    ['{{ 链接 }}{% if 标题 %}x', 'tag-not-closed'],
    ['{{ 标题', 'output-not-closed'],
    ["{{ '标题 }}", 'output-not-closed'],
    ['{% foo %}', 'unknown-tag'],
    ['{% endif %}', 'tag-without-opening'],
    ['{% else %}', 'tag-without-opening'],
    ['{{ }}', 'no-value'],
    ['{{ | 元 }}', 'no-value'],
    ['{% if %}x{% endif %}', 'no-value'],
    ['{% if 券后价 = 3 %}x{% endif %}', 'comparison'],
    ['{%%}', 'syntax'],
    ['{{ 链接 }}{{ 天气 }}', 'unknown-variable'],
    ['{{ 链接 }}{{ 券后价格 }}', 'unknown-variable-near'],
    ['{{ 链接 }}{{ tittle }}', 'unknown-variable-near'],
    ['｛｛标题｝｝{{ 链接 }}', 'full-width-sign'],
    ['{{ 链接 }}{标题}', 'single-brace'],
    ['大家好', 'no-product'],
    ['{{ 标题 }}', 'no-link'],
  ])('says what is wrong with %s', (body, code) => {
    expect(codes(body)).toEqual([code]);
  });

  it('names the nearest variable and the line', () => {
    const [problem] = checkTemplate('{{ 链接 }}\n\n价格 {{ 券后价格 }}', 'group').problems;
    expect(problem).toMatchObject({ line: 3, params: { name: '券后价格', near: '券后价' } });
    expect(problem && describeTemplateProblem(problem, 'zh-CN')).toBe(
      '第 3 行：没有叫“券后价格”的变量，是不是想写“券后价”？',
    );
  });

  it('names no line where the template as a whole is meant', () => {
    expect(checkTemplate('{{ 标题 }}', 'group').problems).toMatchObject([{ code: 'no-link', line: null }]);
    expect(checkTemplate('长'.repeat(5_001), 'group').problems).toMatchObject([{ code: 'too-long', line: null }]);
    expect(checkTemplate('{{ 标题 }}\n{{ 口令 }}', 'moments').problems).toMatchObject([
      { code: 'token-on-moments', line: 2 },
    ]);
  });

  it('tells errors from warnings', () => {
    expect(checkTemplate('{{ 标题 }}', 'group').ok).toBe(true);
    expect(checkTemplate('{{ 链接 }}{{ 天气 }}', 'group').ok).toBe(false);
  });

  it('warns of a 口令 for Moments and asks for no link there', () => {
    expect(codes('{{ 标题 }}{{ 口令 }}', 'moments')).toEqual(['token-on-moments']);
    expect(codes('{{ 标题 }}', 'moments')).toEqual([]);
  });

  it('knows variables a template makes for itself', () => {
    expect(codes('{% assign 省 = 原价 | 减: 券后价 %}省{{ 省 }}元 {{ 链接 }}')).toEqual([]);
  });
});
