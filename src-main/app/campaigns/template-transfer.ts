import { AppError } from '#contract/errors';
import { describeTemplateProblem } from '#contract/messages/template-messages';
import type { Locale } from '#contract/messages/format-message';
import type { ImportedTemplates } from '#contract/templates';
import { checkTemplate } from '#domain/campaigns/templates/check-template';
import { readTemplateFile, writeTemplateFile } from '#domain/campaigns/templates/template-file';
import type { TemplateBook } from './template-book.ts';

/**
 * The text of a file with some templates, the user's or the program's.
 * @throws AppError `NOT_FOUND` when none of them exists any more
 */
export function exportTemplates(book: TemplateBook, ids: readonly string[]): string {
  const chosen = book.inBothLanguages(ids);
  if (chosen.length === 0) throw new AppError('NOT_FOUND', ids.join(), { params: { detail: '模板' } });
  return writeTemplateFile(chosen);
}

/**
 * Takes over the templates of a file as new ones of the user. Those that are here word for word are left alone; those with
 * errors are refused one by one, with the reason.
 * @throws AppError `TEMPLATE_INVALID` when the text is no template file
 */
export async function importTemplates(book: TemplateBook, text: string, locale: Locale): Promise<ImportedTemplates> {
  const read = readTemplateFile(text);
  if (!read.ok) {
    // What a parser has against a file helps nobody who chose the wrong one.
    throw new AppError('TEMPLATE_INVALID', read.detail, {
      params: { detail: '这不是模板文件，或已损坏。请选“导出”得到的 .json 文件。' },
    });
  }
  const result: ImportedTemplates = { added: [], already: 0, refused: [] };
  for (const { surface, name: names, body } of read.templates) {
    const name =
      (locale === 'en' ? names.en : names.zh).trim() || names.zh.trim() || names.en.trim() || body.slice(0, 20);
    const known = book.list(locale);
    if (known.some((each) => each.surface === surface && each.body === body)) {
      result.already += 1;
      continue;
    }
    const { ok, problems } = checkTemplate(body, surface);
    if (!ok) {
      const reasons = problems
        .filter(({ severity }) => severity === 'error')
        .map((problem) => describeTemplateProblem(problem, locale));
      result.refused.push({ name, reasons });
      continue;
    }
    result.added.push(await book.save({ id: null, name, surface, body }));
  }
  return result;
}
