import type { CampaignRecord, CampaignStore, ItemDecision } from '#app/ports/campaign-store';
import type { CatalogReader, LinkReader } from '#app/ports/catalog-reader';
import type { CampaignItem, CampaignSummary, StateCounts } from '#contract/campaigns';
import type { ProductSelection } from '#contract/catalog';
import type { Page } from '#contract/common';
import type { SurfaceId } from '#contract/surfaces';
import type { CampaignPreparer, ItemOutcome } from './campaign-preparer.ts';
import type { TemplateBook } from './template-book.ts';

interface Dependencies {
  campaigns: CampaignStore;
  catalog: CatalogReader;
  links: LinkReader;
  templates: TemplateBook;
  preparer: CampaignPreparer;
  /** The day verdicts are for. */
  asOf(): string;
  now(): Date;
}

type SurfaceChoice = { surface: SurfaceId; templateId: string | null };

export interface ItemEdit {
  itemId: number;
  surface: SurfaceId;
  text?: string | null | undefined;
  linkId?: number | null | undefined;
  overrideReason?: string | null | undefined;
  posted?: boolean | undefined;
}

/** Items evaluated for the counts of one campaign surface; larger campaigns are counted by their first ones. */
const countedItems = 5_000;

/** Use cases of campaigns. */
export class CampaignService {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  list(archived: boolean): CampaignSummary[] {
    return this.#deps.campaigns.list(archived).map((record) => this.#summary(record));
  }

  get(id: number): CampaignSummary {
    return this.#summary(this.#deps.campaigns.get(id));
  }

  async create(input: {
    name: string;
    scheduledOn: string | null;
    surfaces: SurfaceChoice[];
    products: ProductSelection | null;
  }): Promise<CampaignSummary & { added: number }> {
    const rowIds = input.products ? this.#deps.catalog.selectedRowIds(input.products, this.#deps.asOf()) : [];
    const id = await this.#deps.campaigns.create(
      input.name,
      input.scheduledOn,
      this.#withTemplates(input.surfaces),
      rowIds,
    );
    return { ...this.get(id), added: rowIds.length };
  }

  async update(input: {
    id: number;
    name?: string | undefined;
    scheduledOn?: string | null | undefined;
    note?: string | undefined;
    archived?: boolean | undefined;
    surfaces?: SurfaceChoice[] | undefined;
  }): Promise<CampaignSummary> {
    const { id, surfaces, ...change } = input;
    await this.#deps.campaigns.update(id, {
      ...change,
      ...(surfaces ? { surfaces: this.#withTemplates(surfaces) } : {}),
    });
    return this.get(id);
  }

  async duplicate(id: number, name: string): Promise<CampaignSummary> {
    return this.get(await this.#deps.campaigns.duplicate(id, name));
  }

  items(id: number, surface: SurfaceId, offset: number, limit: number): Page<CampaignItem> {
    const record = this.#deps.campaigns.get(id);
    const outcomes = this.outcomes(record, surface, offset, limit);
    return { total: record.items, items: outcomes.map(({ shown }) => shown) };
  }

  /** Prepared items of one surface, in posting order. */
  outcomes(record: CampaignRecord, surface: SurfaceId, offset: number, limit: number): ItemOutcome[] {
    const records = this.#deps.campaigns.items(record.id, surface, offset, limit);
    return this.#deps.preparer.prepare(records, surface, this.#templateOf(record, surface), this.#deps.asOf());
  }

  async addProducts(id: number, products: ProductSelection): Promise<{ added: number; already: number }> {
    const rowIds = this.#deps.catalog.selectedRowIds(products, this.#deps.asOf());
    const added = await this.#deps.campaigns.addProducts(id, rowIds);
    return { added, already: rowIds.length - added };
  }

  async editItem({ itemId, surface, text, linkId, overrideReason, posted }: ItemEdit): Promise<CampaignItem> {
    const change: Partial<ItemDecision> = {};
    if (text !== undefined) change.text = text;
    if (overrideReason !== undefined) change.overrideReason = overrideReason;
    if (posted !== undefined) change.postedAt = posted ? this.#deps.now().toISOString() : null;
    if (linkId !== undefined) {
      change.linkHash = linkId === null ? null : this.#deps.links.byId(linkId, surface, this.#deps.asOf()).hash;
    }
    await this.#deps.campaigns.decide(itemId, surface, change);
    const item = this.#deps.campaigns.item(itemId, surface);
    const record = this.#deps.campaigns.get(item.campaignId);
    const [outcome] = this.#deps.preparer.prepare(
      [item],
      surface,
      this.#templateOf(record, surface),
      this.#deps.asOf(),
    );
    return (outcome as ItemOutcome).shown;
  }

  #templateOf(record: CampaignRecord, surface: SurfaceId): string {
    const chosen = record.surfaces.find((each) => each.surface === surface);
    return chosen?.templateId ?? this.#deps.templates.defaultFor(surface);
  }

  #withTemplates(surfaces: readonly SurfaceChoice[]): CampaignRecord['surfaces'] {
    return surfaces.map(({ surface, templateId }) => ({
      surface,
      templateId: templateId ?? this.#deps.templates.defaultFor(surface),
    }));
  }

  #summary(record: CampaignRecord): CampaignSummary {
    const { surfaces, ...rest } = record;
    return {
      ...rest,
      surfaces: surfaces.map(({ surface, templateId }) => ({
        surface,
        templateId,
        counts: countStates(this.outcomes(record, surface, 0, countedItems)),
      })),
    };
  }
}

function countStates(outcomes: readonly ItemOutcome[]): StateCounts {
  const counts: StateCounts = { todo: 0, fix: 0, ready: 0, exported: 0, posted: 0 };
  for (const { shown } of outcomes) counts[shown.state] += 1;
  return counts;
}
