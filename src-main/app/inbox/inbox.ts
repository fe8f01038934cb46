import type { CampaignChecks, ItemCheck } from '#app/campaigns/campaign-checks';
import type { CampaignPreparer } from '#app/campaigns/campaign-preparer';
import type { CampaignChanges, CampaignReader, CampaignRecord } from '#app/ports/campaign-store';
import type { InboxStore } from '#app/ports/inbox-store';
import type { Changed } from '#contract/campaign-changes';
import type { ItemTarget } from '#contract/campaigns';
import { limits, type Page } from '#contract/common';
import type { InboxGroup, InboxItem, InboxOutputs, InboxRow } from '#contract/inbox';
import type { SurfaceId } from '#contract/surfaces';
import { type ItemFix, itemFixes } from '#domain/campaigns/item-fixes';
import { type Cause, causesOf, groupsFirst } from './causes.ts';

interface Dependencies {
  campaigns: CampaignReader;
  changes: CampaignChanges;
  checks: CampaignChecks;
  preparer: CampaignPreparer;
  store: InboxStore;
  /** The day verdicts are for. */
  asOf(): string;
  /** Today in Asia/Shanghai. */
  today(): string;
}

/** An item on a surface with why it is in the inbox. */
interface Entry {
  campaign: CampaignRecord;
  surface: SurfaceId;
  check: ItemCheck;
  causes: Cause[];
  until: string | null;
}

const catalogPrefix = 'catalog/';
const fixesOfProducts: ItemFix[] = ['allow'];

/** Everything that would be blocked or banned: over all active campaigns and in the catalog's own texts. */
export class Inbox {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  async groups(): Promise<InboxOutputs['inbox.groups']> {
    const today = this.#deps.today();
    const entries = await this.#entries();
    const groups = new Map<string, InboxGroup & { seen: Set<number>; known: Set<string> }>();
    for (const { campaign, causes, until } of entries) {
      for (const { cause, severity, code, category, fixes } of causes) {
        const group = groups.get(cause) ?? {
          cause,
          severity,
          code,
          category,
          rows: 0,
          campaigns: 0,
          snoozed: 0,
          fixes: [],
          seen: new Set<number>(),
          known: new Set<string>(),
        };
        groups.set(cause, group);
        if (until === null) group.rows += 1;
        else group.snoozed += 1;
        group.seen.add(campaign.id);
        fixes.forEach((fix) => group.known.add(fix));
      }
    }
    const ofCampaigns = [...groups.values()].map(({ seen, known, ...group }) => ({
      ...group,
      campaigns: seen.size,
      fixes: itemFixes.filter((fix) => known.has(fix)),
    }));
    const isBlocked = ({ causes, until }: Entry): boolean =>
      until === null && causes.some(({ severity }) => severity === 'block');
    return {
      groups: [...ofCampaigns.sort(groupsFirst), ...this.#catalogGroups(today)],
      blocked: entries.filter(isBlocked).length,
      today,
    };
  }

  async rows(cause: string, snoozed: boolean, offset: number, limit: number): Promise<Page<InboxRow>> {
    if (cause.startsWith(catalogPrefix)) return this.#productRows(cause, snoozed, offset, limit);
    const all = await this.#entriesOf(cause, snoozed);
    return { total: all.length, items: this.#shown(all.slice(offset, offset + limit)) };
  }

  async targets(cause: string): Promise<InboxOutputs['inbox.targets']> {
    if (cause.startsWith(catalogPrefix)) {
      const { store, today } = this.#deps;
      const category = cause.slice(catalogPrefix.length);
      return { targets: [], productIds: store.productIds(category, today(), limits.idsPerCall) };
    }
    const all = await this.#entriesOf(cause, false);
    const targets = all.slice(0, limits.idsPerCall).map(({ check, surface }) => ({ itemId: check.itemId, surface }));
    return { targets, productIds: [] };
  }

  /** Keeps products' own texts out of the inbox until a day; null = no longer. */
  async snoozeProducts(productIds: readonly string[], until: string | null): Promise<Changed> {
    const n = productIds.length;
    const { changeId } = await this.#deps.changes.record(
      (writer) => {
        for (const id of productIds) {
          const colon = id.indexOf(':');
          const [market, itemKey] = [id.slice(0, colon), id.slice(colon + 1)];
          writer.snooze({ campaignId: 0, surface: '', market, itemKey }, until);
        }
      },
      () => ({
        action: until === null ? 'woken' : 'snoozed',
        params: until === null ? { n } : { n, day: until },
        campaignId: null,
      }),
    );
    return { changeId };
  }

  /** Items of active campaigns that were not posted yet and that something speaks against, in posting order. */
  async #entries(): Promise<Entry[]> {
    const { campaigns, checks, store, today } = this.#deps;
    const look = checks.look();
    const putOff = new Map(store.snoozed(today()).map(({ itemId, surface, until }) => [`${itemId} ${surface}`, until]));
    const entries: Entry[] = [];
    for (const campaign of campaigns.list(false)) {
      for (const { surface } of campaign.surfaces) {
        for (const check of (await checks.of(campaign, surface, look)).items) {
          const causes = causesOf(check);
          const until = putOff.get(`${check.itemId} ${surface}`) ?? null;
          if (causes.length > 0) entries.push({ campaign, surface, check, causes, until });
        }
      }
    }
    return entries;
  }

  async #entriesOf(cause: string, snoozed: boolean): Promise<Entry[]> {
    const entries = await this.#entries();
    return entries.filter(
      ({ causes, until }) => (until !== null) === snoozed && causes.some((known) => known.cause === cause),
    );
  }

  /** Prepared anew, a page at a time, so that what is shown is what is true. */
  #shown(entries: readonly Entry[]): InboxItem[] {
    const { campaigns, preparer, asOf } = this.#deps;
    const prepared = new Map<string, InboxItem['item']>();
    for (const [key, group] of Map.groupBy(entries, ({ campaign, surface }) => `${campaign.id} ${surface}`)) {
      const [{ campaign, surface }] = group as [Entry, ...Entry[]];
      const ids = group.map(({ check }) => check.itemId);
      const records = campaigns.items(campaign.id, { surface, which: 'all', ids }, 0, ids.length);
      for (const { shown } of preparer.prepare(records, campaign, surface, asOf())) {
        prepared.set(`${key} ${shown.itemId}`, shown);
      }
    }
    return entries.flatMap(({ campaign, surface, check, until }) => {
      const item = prepared.get(`${campaign.id} ${surface} ${check.itemId}`);
      const target: ItemTarget = { itemId: check.itemId, surface };
      return item
        ? [{ kind: 'item' as const, ...target, campaignId: campaign.id, campaignName: campaign.name, item, until }]
        : [];
    });
  }

  #catalogGroups(today: string): InboxGroup[] {
    return this.#deps.store.catalogCauses(today).map(({ category, products, snoozed }) => ({
      cause: `${catalogPrefix}${category}`,
      severity: 'block',
      code: null,
      category,
      rows: products,
      campaigns: 0,
      snoozed,
      fixes: fixesOfProducts,
    }));
  }

  #productRows(cause: string, snoozed: boolean, offset: number, limit: number): Page<InboxRow> {
    const { store, today } = this.#deps;
    const category = cause.slice(catalogPrefix.length);
    const counts = store.catalogCauses(today()).find((each) => each.category === category);
    return {
      total: (snoozed ? counts?.snoozed : counts?.products) ?? 0,
      items: store.products(category, snoozed, today(), offset, limit),
    };
  }
}
