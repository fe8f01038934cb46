import type { campaignFixInputs } from '#contract/campaign-fixes';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type FixMethods = keyof typeof campaignFixInputs;
type CampaignMethods = Exclude<Extract<keyof Handlers, `campaigns.${string}`>, FixMethods>;

export function campaignHandlers(engine: Engine): Pick<Handlers, CampaignMethods> {
  const { campaignService: service, campaignChanges, itemDesk } = engine;
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
    'campaigns.delete': async ({ id }) => changed(await service.remove(id)),
    'campaigns.items': ({ id, surface, offset, limit, ...filter }) =>
      service.itemsWhere(id, surface, filter, offset, limit),
    'campaigns.itemIds': ({ id, surface, ...filter }) => service.itemIds(id, surface, filter),
    'campaigns.item': ({ campaignId, ...target }) => itemDesk.item(target, campaignId),
    'campaigns.links': (target) => itemDesk.links(target),
    'campaigns.addProducts': async ({ id, products }) => changed(await service.addProducts(id, products)),
    'campaigns.removeItems': async ({ id, itemIds }) => changed(await service.removeItems(id, itemIds)),
    'campaigns.moveItems': async ({ id, itemIds, before }) => changed(await service.moveItems(id, itemIds, before)),
    'campaigns.editItem': async (edit) => changed(await itemDesk.editItem(edit)),
    'campaigns.edit': async ({ edits }) => changed(await itemDesk.edit(edits)),
    'campaigns.history': ({ id, limit }) => campaignChanges.history(id, limit),
    'campaigns.undo': async ({ changeId, redo }) => changed((await campaignChanges.undo(changeId, redo), null)),
  };
}
