import type { CampaignChecks } from '#app/campaigns/campaign-checks';
import type { CampaignPreparer } from '#app/campaigns/campaign-preparer';
import type { CampaignChanges, CampaignReader } from '#app/ports/campaign-store';
import type { InboxStore } from '#app/ports/inbox-store';
import type { Changed } from '#contract/campaign-changes';
import type { ItemTarget } from '#contract/campaigns';
import type { Page } from '#contract/common';
import { limits } from '#contract/limits';
import type {
  InboxCount,
  InboxFilter,
  InboxGroup,
  InboxItem,
  InboxOutputs,
  InboxRow,
  InboxTargets,
} from '#contract/inbox';
import type { ItemFix } from '#domain/campaigns/item-fixes';
import type { Finding } from '#domain/compliance/finding';
import { causesOf } from './causes.ts';
import { type CountedGroup, type Entry, filterEntries, groupEntries, isBlocked } from './entries.ts';

interface Dependencies {
  campaigns: CampaignReader;
  changes: CampaignChanges;
  checks: CampaignChecks;
  preparer: CampaignPreparer;
  store: InboxStore;
  /** Products whose own texts the rules in force have not judged yet. */
  unscanned(): number;
  /** The day verdicts are for. */
  asOf(): string;
  /** Today in Asia/Shanghai. */
  today(): string;
}

/** Which rows of a cause are meant. */
interface InboxList {
  cause: string;
  snoozed: boolean;
  filter: InboxFilter;
}

const catalogPrefix = 'catalog/';
const fixesOfProducts: ItemFix[] = ['allow'];

/** Whether texts of the catalog, which belong to no campaign and no place, and block, are asked for. */
const hasCatalog = ({ campaignId, surface, severity }: InboxFilter): boolean =>
  campaignId === undefined && surface === undefined && severity !== 'warn';

const exampleOf = (finding: Finding | undefined): InboxGroup['example'] =>
  finding ? { explanation: finding.explanation, basis: finding.basis } : null;

/** Everything that would be blocked or banned: over all active campaigns and in the catalog's own texts. */
export class Inbox {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  async count(): Promise<InboxCount> {
    const { store, today } = this.#deps;
    return { blocked: (await this.#entries()).filter(isBlocked).length, products: store.bannedProducts(today()) };
  }

  async groups(filter: InboxFilter): Promise<InboxOutputs['inbox.groups']> {
    const { store, today, unscanned } = this.#deps;
    const all = await this.#entries();
    const entries = filterEntries(all, filter);
    const withProducts = hasCatalog(filter);
    const ofItems = groupEntries(entries).map((group) => ({ ...group, example: this.#example(group, entries) }));
    const campaigns = new Map(all.map(({ campaign: { id, name } }) => [id, name]));
    return {
      groups: [...ofItems, ...(withProducts ? this.#catalogGroups(today()) : [])],
      blocked: entries.filter(isBlocked).length,
      products: withProducts ? store.bannedProducts(today()) : 0,
      campaigns: [...campaigns].map(([id, name]) => ({ id, name })),
      unscanned: withProducts ? unscanned() : 0,
      hasProducts: store.hasProducts(),
      today: today(),
    };
  }

  async rows({ cause, snoozed, filter }: InboxList, offset: number, limit: number): Promise<Page<InboxRow>> {
    if (cause.startsWith(catalogPrefix)) return this.#productRows(cause, snoozed, offset, limit);
    const all = await this.#entriesOf(cause, snoozed, filter);
    return { total: all.length, items: this.#shown(all.slice(offset, offset + limit)) };
  }

  async targets({ cause, snoozed, filter }: InboxList): Promise<InboxTargets> {
    if (cause.startsWith(catalogPrefix)) {
      const { store, today } = this.#deps;
      const category = cause.slice(catalogPrefix.length);
      return { targets: [], productIds: store.productIds(category, snoozed, today(), limits.idsPerCall) };
    }
    const all = await this.#entriesOf(cause, snoozed, filter);
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

  async #entriesOf(cause: string, snoozed: boolean, filter: InboxFilter): Promise<Entry[]> {
    return filterEntries(await this.#entries(), filter).filter(
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

  /** One finding of a group's wording, for what it rests on. */
  #example({ category }: CountedGroup, entries: readonly Entry[]): InboxGroup['example'] {
    if (category === null) return null;
    const first = entries.find(({ causes }) => causes.some((known) => known.category === category));
    const [row] = first ? this.#shown([first]) : [];
    return exampleOf(row?.item.findings.find((finding) => finding.category === category));
  }

  #catalogGroups(today: string): InboxGroup[] {
    const { store } = this.#deps;
    return store.catalogCauses(today).map(({ category, products, snoozed }) => ({
      cause: `${catalogPrefix}${category}`,
      severity: 'block',
      code: null,
      category,
      rows: products,
      campaigns: 0,
      snoozed,
      fixes: fixesOfProducts,
      example: exampleOf(store.products(category, products === 0, today, 0, 1)[0]?.finding),
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
