import { setImmediate } from 'node:timers/promises';
import { proposeFixes } from '#app/campaigns/propose-fixes';
import { tryPlaces } from '#app/campaigns/try-places';
import type { campaignFixInputs } from '#contract/campaign-fixes';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type InboxMethods = Extract<keyof Handlers, `inbox.${string}`> | keyof typeof campaignFixInputs;

/** The inbox, and the fixes that work on many items at once. */
export function inboxHandlers(engine: Engine): Pick<Handlers, InboxMethods> {
  const { inbox, itemDesk, compliance, settings } = engine;
  const changed = <T>(result: T): T => {
    engine.emitCatalogChanged();
    return result;
  };
  const linterFor = (asOf: string) => compliance.linterFor(asOf, settings.get().language === 'en' ? 'en' : 'zh');
  const asOf = (): string => engine.verdicts.prepare();
  const { campaigns, preparer } = engine;
  const looking = { campaigns, preparer, asOf, breathe: () => setImmediate() };

  return {
    'inbox.count': () => inbox.count(),
    'inbox.groups': ({ filter }) => inbox.groups(filter),
    'inbox.rows': ({ offset, limit, ...list }) => inbox.rows(list, offset, limit),
    'inbox.targets': (list) => inbox.targets(list),
    'inbox.snoozeProducts': async ({ productIds, until }) => changed(await inbox.snoozeProducts(productIds, until)),
    'campaigns.propose': ({ targets, fix }) => proposeFixes({ ...looking, linterFor }, targets, fix),
    'campaigns.tryPlaces': ({ targets }) => tryPlaces(looking, targets),
    'campaigns.moveSurface': async ({ targets, to }) => changed(await itemDesk.moveSurface(targets, to)),
    'campaigns.takeOut': async ({ targets }) => changed(await itemDesk.takeOut(targets)),
    'campaigns.snooze': async ({ targets, until }) => changed(await itemDesk.snooze(targets, until)),
  };
}
