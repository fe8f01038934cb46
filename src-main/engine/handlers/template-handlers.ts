import { basename } from 'node:path';
import { previewTemplate } from '#app/campaigns/preview-template';
import { exportTemplates, importTemplates } from '#app/campaigns/template-transfer';
import { describeTemplateProblem } from '#contract/messages/template-messages';
import { checkTemplate } from '#domain/campaigns/templates/check-template';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { exportText } from '#infra/files/export-text';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type TemplateMethods = Extract<keyof Handlers, `templates.${string}`>;

export function templateHandlers(engine: Engine): Pick<Handlers, TemplateMethods> {
  const { templates, settings } = engine;
  const changed = <T>(result: T): T => {
    engine.emitCatalogChanged();
    return result;
  };

  return {
    'templates.list': () => templates.list(settings.get().language),
    'templates.save': async (template) => changed(await templates.save(template)),
    'templates.delete': async ({ id }) => changed((await templates.remove(id), null)),
    'templates.export': async ({ ids }) => {
      const text = exportTemplates(templates, ids);
      const named = settings.get().language === 'en' ? 'templates' : '文案模板';
      const path = await exportText(engine.paths.exports, `${named} ${shanghaiDay(engine.now())}`, '.json', text);
      return engine.files.register(path, basename(path), 'read');
    },
    'templates.import': async ({ text }) => changed(await importTemplates(templates, text, settings.get().language)),
    'templates.preview': ({ body, surface, productId }) => {
      const { problems } = checkTemplate(body, surface);
      const shown = problems.map((problem) => ({
        severity: problem.severity,
        line: problem.line,
        message: describeTemplateProblem(problem, settings.get().language),
      }));
      return { ...previewTemplate(engine, body, surface, productId), problems: shown };
    },
  };
}
