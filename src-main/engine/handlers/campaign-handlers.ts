import { describeTemplateProblem } from '#contract/messages/template-messages';
import { checkTemplate } from '#domain/campaigns/templates/check-template';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';
import { previewTemplate } from '#app/campaigns/preview-template';

type CampaignMethods = Extract<keyof Handlers, `campaigns.${string}` | `templates.${string}`>;

export function campaignHandlers(engine: Engine): Pick<Handlers, CampaignMethods> {
  const { campaignService: service, campaigns, templates, settings } = engine;
  const changed = <T>(result: T): T => {
    engine.emitCatalogChanged();
    return result;
  };

  return {
    'campaigns.list': ({ archived }) => service.list(archived),
    'campaigns.get': ({ id }) => service.get(id),
    'campaigns.create': async (input) => changed(await service.create(input)),
    'campaigns.update': async (input) => changed(await service.update(input)),
    'campaigns.duplicate': async ({ id, name }) => changed(await service.duplicate(id, name)),
    'campaigns.delete': async ({ id }) => changed((await campaigns.remove(id), null)),
    'campaigns.items': ({ id, surface, offset, limit }) => service.items(id, surface, offset, limit),
    'campaigns.addProducts': async ({ id, products }) => changed(await service.addProducts(id, products)),
    'campaigns.removeItems': async ({ id, itemIds }) => changed({ removed: await campaigns.removeItems(id, itemIds) }),
    'campaigns.moveItems': async ({ id, itemIds, before }) =>
      changed((await campaigns.moveItems(id, itemIds, before), null)),
    'campaigns.editItem': async (edit) => changed(await service.editItem(edit)),
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
