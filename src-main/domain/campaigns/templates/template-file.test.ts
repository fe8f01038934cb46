import { describe, expect, it } from 'vitest';
import { type CopyTemplate, readTemplateFile, writeTemplateFile } from './template-file.ts';

const template: CopyTemplate = {
  id: 'user:1',
  surface: 'group',
  name: { zh: '我的模板', en: 'Mine' },
  description: { zh: '', en: '' },
  body: '{{ 标题 }}\n\n{{ 链接 }}',
};

describe('template files', () => {
  it('come back as they were written', () => {
    const templates = [template, { ...template, id: 'user:2', surface: 'moments' as const }];
    expect(readTemplateFile(writeTemplateFile(templates))).toEqual({ ok: true, templates });
  });

  it.each([
    'not json',
    '{}',
    '{"schema":"taoke-desk/copy-templates@2","surface":"group","templates":[]}',
    JSON.stringify({ schema: 'taoke-desk/copy-templates@1', surface: 'scan_qr', templates: [{}] }),
    JSON.stringify({
      schema: 'taoke-desk/copy-templates@1',
      surface: 'group',
      templates: [{ ...template, body: ['x'], extra: 1 }],
    }),
  ])('are refused when they are something else: %s', (text) => {
    expect(readTemplateFile(text).ok).toBe(false);
  });
});
