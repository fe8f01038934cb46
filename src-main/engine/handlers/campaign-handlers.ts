import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ExportJobParams } from '#app/packs/export-pack';
import { AppError } from '#contract/errors';
import { fillMessage } from '#contract/messages/format-message';
import { describeTemplateProblem } from '#contract/messages/template-messages';
import { packMessages } from '#contract/messages/pack-messages';
import { checkTemplate } from '#domain/campaigns/templates/check-template';
import { safeName } from '#domain/copy-pack/safe-name';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';
import { previewTemplate } from '#app/campaigns/preview-template';

type CampaignMethods = Extract<keyof Handlers, `campaigns.${string}` | `templates.${string}` | `packs.${string}`>;

/** A name in the packs folder that is not taken. */
function freePath(folder: string, name: string, ending: string): string {
  for (let count = 1; ; count++) {
    const path = join(folder, `${name}${count === 1 ? '' : ` (${count})`}${ending}`);
    if (!existsSync(path)) return path;
  }
}

export function campaignHandlers(engine: Engine): Pick<Handlers, CampaignMethods> {
  const { campaignService: service, campaigns, templates, packs, files, jobs, settings } = engine;
  const changed = <T>(result: T): T => {
    engine.emitCatalogChanged();
    return result;
  };

  function packPath(
    target: string | null,
    campaign: string,
    surface: ExportJobParams['surface'],
    container: 'zip' | 'folder',
  ): string {
    if (target !== null) return files.resolve(target, 'write').path;
    mkdirSync(engine.paths.packs, { recursive: true });
    const where = fillMessage(packMessages.surfaces[surface], {}, 'zh-CN');
    const name = safeName(`${campaign} ${where} ${shanghaiDay(engine.now())}`, 80, '文案包');
    return freePath(engine.paths.packs, name, container === 'zip' ? '.zip' : '');
  }

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
    'packs.export': async ({ campaignId, surface, target, container, posterStyle, override }) => {
      const { name } = campaigns.get(campaignId);
      const path = packPath(target, name, surface, container);
      const params: ExportJobParams = { campaignId, surface, path, container, posterStyle, override };
      return jobs.start('export', name, params);
    },
    'packs.list': () => packs.list(),
    'packs.file': ({ id }) => {
      const path = packs.pathOf(id);
      if (!existsSync(path)) throw new AppError('NOT_FOUND', path, { params: { detail: '文案包文件' } });
      const { ref, name } = files.register(path, basename(path), 'read');
      return { ref, name };
    },
  };
}
