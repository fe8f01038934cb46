import { expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { type StoredTemplate, TemplateBook, type TemplateStore } from './template-book.ts';
import { exportTemplates, importTemplates } from './template-transfer.ts';

class Shelf implements TemplateStore {
  readonly kept = new Map<string, StoredTemplate>();
  list = (): StoredTemplate[] => [...this.kept.values()];
  async save(template: StoredTemplate): Promise<void> {
    this.kept.set(template.id, template);
  }
  remove = async (id: string): Promise<boolean> => this.kept.delete(id);
}

function bookOf(...templates: StoredTemplate[]): TemplateBook {
  const shelf = new Shelf();
  for (const template of templates) shelf.kept.set(template.id, template);
  let made = 0;
  const builtIn = {
    id: 'builtin:one',
    surface: 'group' as const,
    name: { zh: '自带', en: 'Built in' },
    description: { zh: '', en: '' },
    body: '{{ 标题 }}\n{{ 链接 }}',
  };
  return new TemplateBook([builtIn], shelf, () => `new-${(made += 1)}`);
}

const mine: StoredTemplate = { id: 'a', name: '我的', surface: 'group', body: '好物：{{ 标题 }}\n{{ 链接 }}' };
const moments: StoredTemplate = { id: 'b', name: '朋友圈', surface: 'moments', body: '{{ 短标题 }}' };

test('templates of several places go from one installation to another', async () => {
  const text = exportTemplates(bookOf(mine, moments), ['a', 'b']);
  const there = bookOf();
  const { added, already, refused } = await importTemplates(there, text, 'zh-CN');
  expect(added.map(({ name, surface, body }) => ({ name, surface, body }))).toEqual(
    [mine, moments].map(({ name, surface, body }) => ({ name, surface, body })),
  );
  expect({ already, refused }).toEqual({ already: 0, refused: [] });
  expect(there.list('zh-CN').filter(({ builtIn }) => !builtIn)).toHaveLength(2);
});

test('a built-in one keeps its words in both languages', () => {
  const text = exportTemplates(bookOf(), ['builtin:one']);
  expect(JSON.parse(text)).toMatchObject({ templates: [{ name: { zh: '自带', en: 'Built in' } }] });
});

test('as many as can be asked for at once, and as long as they may be, are read again', async () => {
  const many = Array.from({ length: 500 }, (_, index) => ({
    ...mine,
    id: `m${index}`,
    body: `{{ 标题 }}第${index}款`,
  }));
  const long = { ...mine, id: 'long', body: `{{ 标题 }}\n${'好\n'.repeat(2_000)}{{ 链接 }}` };
  const ids = [...many.slice(1), long].map(({ id }) => id);
  const { added, refused } = await importTemplates(bookOf(), exportTemplates(bookOf(...many, long), ids), 'zh-CN');
  expect({ added: added.length, refused }).toEqual({ added: 500, refused: [] });
});

test('what is here word for word is not taken twice, a built-in one neither', async () => {
  const here = bookOf(mine);
  const result = await importTemplates(here, exportTemplates(here, ['a', 'builtin:one']), 'zh-CN');
  expect(result).toEqual({ added: [], already: 2, refused: [] });
});

test('a template with errors is refused with the line, the others are taken', async () => {
  const broken = { ...mine, id: 'c', name: '坏的', body: '{{ 标题 }}\n{{ 价钱钱 }}' };
  const { added, refused } = await importTemplates(
    bookOf(),
    exportTemplates(bookOf(mine, broken), ['a', 'c']),
    'zh-CN',
  );
  expect(added.map(({ name }) => name)).toEqual(['我的']);
  expect(refused).toEqual([{ name: '坏的', reasons: [expect.stringContaining('第 2 行')] }]);
});

test('anything else is no template file', async () => {
  for (const text of ['{"a":1}', '{"a": 1', '{"a":[1,2]}']) {
    await expect(importTemplates(bookOf(), text, 'zh-CN')).rejects.toMatchObject({
      code: 'TEMPLATE_INVALID',
      params: { detail: expect.stringMatching(/^这不是模板文件[^a-z]*\.json 文件。$/) as string },
    });
  }
  expect(() => exportTemplates(bookOf(), ['gone'])).toThrow(AppError);
});
