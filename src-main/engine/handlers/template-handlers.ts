import { previewTemplate } from '#app/campaigns/preview-template';
import { describeTemplateProblem } from '#contract/messages/template-messages';
import { checkTemplate } from '#domain/campaigns/templates/check-template';
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
    'templates.preview': ({ body, surface, productId }) => {
      const { problems } = checkTemplate(body, surface);
      const shown = problems.map((problem) => ({
        line: problem.line,
        message: describeTemplateProblem(problem, settings.get().language),
      }));
      return { ...previewTemplate(engine, body, surface, productId), problems: shown };
    },
  };
}
