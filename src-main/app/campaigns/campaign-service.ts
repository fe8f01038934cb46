import type { CampaignChanges, CampaignReader, CampaignRecord, ItemQuery, Recorded } from '#app/ports/campaign-store';
import type { CatalogReader } from '#app/ports/catalog-reader';
import type { Changed } from '#contract/campaign-changes';
import { type CampaignItem, campaignLimits, type CampaignSummary } from '#contract/campaigns';
import type { ItemState } from '#contract/item-states';
import type { ProductSelection } from '#contract/catalog';
import type { Page } from '#contract/common';
import { AppError } from '#contract/errors';
import type { SurfaceId } from '#contract/surfaces';
import type { CampaignChecks, Look } from './campaign-checks.ts';
import { nearestFirst } from './campaign-order.ts';
import type { CampaignPreparer } from './campaign-preparer.ts';
import type { ItemOutcome } from './shown-item.ts';
import type { TemplateBook } from './template-book.ts';

interface Dependencies {
  campaigns: CampaignReader;
  changes: CampaignChanges;
  catalog: CatalogReader;
  templates: TemplateBook;
  preparer: CampaignPreparer;
  checks: CampaignChecks;
  /** The day verdicts are for. */
  asOf(): string;
  /** Today in Asia/Shanghai. */
  today(): string;
}

type SurfaceChoice = { surface: SurfaceId; templateId: string | null };

export interface ItemsFilter {
  states?: readonly ItemState[] | undefined;
  leftOut?: boolean | undefined;
  search?: string | undefined;
}

/** Use cases of whole campaigns. */
export class CampaignService {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  async list(archived: boolean): Promise<CampaignSummary[]> {
    return this.#summaries(this.#deps.campaigns.list(archived));
  }

  /** The campaigns one most likely works on: due ones, then those of the next days, then undated ones. */
  async nearest(count: number): Promise<CampaignSummary[]> {
    const active = nearestFirst(this.#deps.campaigns.list(false), this.#deps.today());
    return this.#summaries(active.slice(0, count));
  }

  async get(id: number): Promise<CampaignSummary> {
    return this.#summary(this.#deps.campaigns.get(id));
  }

  async create(input: {
    name: string;
    scheduledOn: string | null;
    surfaces: SurfaceChoice[];
    products: ProductSelection | null;
  }): Promise<CampaignSummary & Changed & { added: number }> {
    const rowIds = input.products ? this.#selected(input.products, 0) : [];
    const { name, scheduledOn } = input;
    const surfaces = this.#withTemplates(input.surfaces, []);
    const made = await this.#deps.changes.record(
      (writer) => writer.create(name, scheduledOn, surfaces, rowIds),
      (campaignId) => ({ action: 'created', params: { name, n: rowIds.length }, campaignId }),
    );
    return { ...(await this.#made(made)), added: rowIds.length };
  }

  async update(input: {
    id: number;
    name?: string | undefined;
    scheduledOn?: string | null | undefined;
    note?: string | undefined;
    archived?: boolean | undefined;
    surfaces?: SurfaceChoice[] | undefined;
  }): Promise<CampaignSummary & Changed> {
    const { id, surfaces, ...fields } = input;
    const { name, surfaces: before } = this.#deps.campaigns.get(id);
    const chosen = surfaces ? { surfaces: this.#withTemplates(surfaces, before) } : {};
    const action =
      input.archived === undefined ? (surfaces ? 'surfaces' : 'updated') : input.archived ? 'archived' : 'restored';
    const { changeId } = await this.#deps.changes.record(
      (writer) => writer.update(id, { ...fields, ...chosen }),
      () => ({ action, params: { name }, campaignId: id }),
    );
    return { ...(await this.get(id)), changeId };
  }

  async duplicate(id: number, name: string): Promise<CampaignSummary & Changed> {
    const source = this.#deps.campaigns.get(id);
    const made = await this.#deps.changes.record(
      (writer) => writer.duplicate(id, name),
      (campaignId) => ({ action: 'duplicated', params: { name: source.name, copy: name }, campaignId }),
    );
    return this.#made(made);
  }

  async remove(id: number): Promise<Changed> {
    const { name, items } = this.#deps.campaigns.get(id);
    const { changeId } = await this.#deps.changes.record(
      (writer) => writer.remove(id),
      () => ({ action: 'removed', params: { name, n: items }, campaignId: id }),
    );
    return { changeId };
  }

  /** Items of one surface in posting order. */
  items(id: number, surface: SurfaceId, offset: number, limit: number): Page<CampaignItem> {
    const { campaigns } = this.#deps;
    const outcomes = this.outcomes(campaigns.get(id), surface, offset, limit);
    return {
      total: campaigns.countItems(id, { surface, which: 'in' }),
      items: outcomes.map(({ shown }) => shown),
    };
  }

  /** Items that a filter finds. */
  async itemsWhere(
    id: number,
    surface: SurfaceId,
    filter: ItemsFilter,
    offset: number,
    limit: number,
  ): Promise<Page<CampaignItem>> {
    const { campaigns, preparer, asOf } = this.#deps;
    const record = campaigns.get(id);
    const query = await this.#query(record, surface, filter);
    const records = campaigns.items(id, query, offset, limit);
    return {
      total: campaigns.countItems(id, query),
      items: preparer.prepare(records, record, surface, asOf()).map(({ shown }) => shown),
    };
  }

  /** Ids of all items that a filter finds, in posting order. */
  async itemIds(id: number, surface: SurfaceId, filter: ItemsFilter): Promise<number[]> {
    const { campaigns } = this.#deps;
    const record = campaigns.get(id);
    const query = await this.#query(record, surface, filter);
    return campaigns.items(id, query, 0, Math.max(1, record.items)).map((item) => item.id);
  }

  async #query(
    record: CampaignRecord,
    surface: SurfaceId,
    { states, leftOut = false, search = '' }: ItemsFilter,
  ): Promise<ItemQuery> {
    const found = states && !leftOut ? await this.#deps.checks.of(record, surface) : null;
    const ids = found?.items.filter(({ state }) => states?.includes(state)).map(({ itemId }) => itemId);
    return { surface, which: leftOut ? 'left-out' : 'in', search, ...(ids ? { ids } : {}) };
  }

  /** Prepared items that are posted on a surface, in posting order, with what a pack needs. */
  outcomes(record: CampaignRecord, surface: SurfaceId, offset: number, limit: number): ItemOutcome[] {
    const { campaigns, preparer, asOf } = this.#deps;
    const records = campaigns.items(record.id, { surface, which: 'in' }, offset, limit);
    return preparer.prepare(records, record, surface, asOf(), { withQr: true });
  }

  async addProducts(id: number, products: ProductSelection): Promise<Changed & { added: number; already: number }> {
    const { campaigns, changes } = this.#deps;
    const { name, items } = campaigns.get(id);
    const rowIds = this.#selected(products, items);
    const { result: added, changeId } = await changes.record(
      (writer) => writer.addProducts(id, rowIds),
      (n) => ({ action: 'products-added', params: { name, n }, campaignId: id }),
    );
    return { added, already: rowIds.length - added, changeId };
  }

  async removeItems(id: number, itemIds: readonly number[]): Promise<Changed & { removed: number }> {
    const { campaigns, changes } = this.#deps;
    const { name } = campaigns.get(id);
    const { result, changeId } = await changes.record(
      (writer) => writer.removeItems(itemIds),
      (n) => ({ action: 'items-removed', params: { name, n }, campaignId: id }),
    );
    return { removed: result, changeId };
  }

  async moveItems(id: number, itemIds: readonly number[], before: number | null): Promise<Changed> {
    const { changes } = this.#deps;
    const { changeId } = await changes.record(
      (writer) => writer.moveItems(id, itemIds, before),
      () => ({
        action: 'items-moved',
        params: { n: itemIds.length },
        campaignId: id,
        // Pressing an arrow key ten times is one move.
        mergeKey: `move ${id} ${itemIds.join(' ')}`,
      }),
    );
    return { changeId };
  }

  /** @throws AppError `CONFLICT` when a campaign would hold more than people can post */
  #selected(products: ProductSelection, already: number): number[] {
    const rowIds = this.#deps.catalog.selectedRowIds(products, this.#deps.asOf());
    if (rowIds.length + already > campaignLimits.items) {
      const params = { reason: 'too-many-items', n: rowIds.length + already, limit: campaignLimits.items };
      throw new AppError('CONFLICT', 'too many items for a campaign', { params });
    }
    return rowIds;
  }

  async #made({ result, changeId }: Recorded<number>): Promise<CampaignSummary & Changed> {
    return { ...(await this.get(result)), changeId };
  }

  /**
   * @param before what the campaign has: a template of its own that was deleted since stays chosen
   * @throws AppError `NOT_FOUND` for a template that does not exist
   */
  #withTemplates(surfaces: readonly SurfaceChoice[], before: CampaignRecord['surfaces']): CampaignRecord['surfaces'] {
    const { templates } = this.#deps;
    return surfaces.map(({ surface, templateId }) => {
      const id = templateId ?? templates.defaultFor(surface);
      if (!templates.has(id) && !before.some((each) => each.templateId === id)) {
        throw new AppError('NOT_FOUND', `no template ${id}`, { params: { detail: '模板' } });
      }
      return { surface, templateId: id };
    });
  }

  async #summaries(records: readonly CampaignRecord[]): Promise<CampaignSummary[]> {
    const summaries: CampaignSummary[] = [];
    const look = this.#deps.checks.look();
    for (const record of records) summaries.push(await this.#summary(record, look));
    return summaries;
  }

  async #summary(record: CampaignRecord, look?: Look): Promise<CampaignSummary> {
    const surfaces: CampaignSummary['surfaces'] = [];
    for (const { surface, templateId } of record.surfaces) {
      const { counts, leftOut } = await this.#deps.checks.of(record, surface, look);
      surfaces.push({ surface, templateId, counts, leftOut });
    }
    return { ...record, surfaces };
  }
}
