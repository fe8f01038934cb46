import type {
  CampaignChanges,
  CampaignItemRecord,
  CampaignReader,
  CampaignRecord,
  ChangeEntry,
  ItemDecision,
} from '#app/ports/campaign-store';
import type { LinkReader } from '#app/ports/catalog-reader';
import type { Changed, ChangeAction } from '#contract/campaign-changes';
import { AppError } from '#contract/errors';
import type { CampaignItem, ItemEdit, ItemTarget, LinkAlternative } from '#contract/campaigns';
import type { SurfaceId } from '#contract/surfaces';
import { rankLinks } from '#domain/campaigns/pick-link';
import type { CampaignPreparer } from './campaign-preparer.ts';
import type { TemplateBook } from './template-book.ts';

interface Dependencies {
  campaigns: CampaignReader;
  changes: CampaignChanges;
  links: LinkReader;
  templates: TemplateBook;
  preparer: CampaignPreparer;
  asOf(): string;
  now(): Date;
}

/** An item with the surface it is looked at on and everything stored of it there. */
interface Placed {
  target: ItemTarget;
  item: CampaignItemRecord;
}

/** Use cases of single items and of many at once: copy, link, reason, place. */
export class ItemDesk {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /**
   * An item as it would be posted on a surface.
   * @param campaignId where given, it has to be one of this campaign
   * @throws AppError `NOT_FOUND`
   */
  item({ itemId, surface }: ItemTarget, campaignId?: number): CampaignItem {
    const { campaigns, preparer, asOf } = this.#deps;
    const item = campaigns.item(itemId, surface);
    if (campaignId !== undefined && campaignId !== item.campaignId) {
      throw new AppError('NOT_FOUND', `no item ${itemId} in campaign ${campaignId}`, {
        params: { detail: '活动商品' },
      });
    }
    const [outcome] = preparer.prepare([item], campaigns.get(item.campaignId), surface, asOf());
    if (!outcome) throw new Error(`item ${itemId} was not prepared`);
    return outcome.shown;
  }

  /** Changes one item; what is typed bit by bit counts as one change. */
  async editItem(edit: ItemEdit): Promise<CampaignItem & Changed> {
    const { itemId, surface } = edit;
    const mergeKey = typeof edit.text === 'string' ? `text ${itemId} ${surface}` : undefined;
    const { changeId } = await this.#edit([edit], mergeKey);
    return { ...this.item({ itemId, surface }), changeId };
  }

  /** Changes many items as one change. */
  async edit(edits: readonly ItemEdit[]): Promise<Changed & { changed: number }> {
    return { changed: edits.length, ...(await this.#edit(edits)) };
  }

  /** The product's links for a surface, best first, each with why it, or why not. */
  links({ itemId, surface }: ItemTarget): LinkAlternative[] {
    const { campaigns, preparer, asOf } = this.#deps;
    const item = campaigns.item(itemId, surface);
    const source = preparer.sources([item], campaigns.get(item.campaignId), surface, asOf()).get(itemId);
    if (!source) return [];
    const chosen = this.item({ itemId, surface }).link?.linkId;
    return rankLinks(source).map(({ row, reason, params }) => ({
      link: row,
      reason: { code: reason, params: { ...params } },
      chosen: row.id === chosen,
    }));
  }

  /** Posts items on another surface instead of where they are. */
  async moveSurface(targets: readonly ItemTarget[], to: SurfaceId): Promise<Changed & { moved: number }> {
    const { campaigns, changes, templates } = this.#deps;
    const placed = this.#placed(targets.filter(({ surface }) => surface !== to));
    const { changeId } = await changes.record(
      (writer) => {
        for (const campaign of this.#campaignsOf(placed)) {
          if (campaign.surfaces.some(({ surface }) => surface === to)) continue;
          writer.update(campaign.id, {
            surfaces: [...campaign.surfaces, { surface: to, templateId: templates.defaultFor(to) }],
          });
          // Only what was moved is posted there.
          const all = campaigns.items(campaign.id, { surface: to, which: 'all' }, 0, campaign.items);
          for (const { id } of all) writer.decide(id, to, { leftOut: true });
        }
        for (const { target, item } of placed) {
          writer.decide(item.id, target.surface, { leftOut: true });
          writer.decide(item.id, to, { leftOut: false });
        }
      },
      () => this.#entry('surface-moved', placed, { to }),
    );
    return { moved: placed.length, changeId };
  }

  /** Takes items off a surface, and out of the campaign where no other surface holds them. */
  async takeOut(targets: readonly ItemTarget[]): Promise<Changed & { removed: number; leftOut: number }> {
    const { campaigns, changes } = this.#deps;
    const placed = this.#placed(targets);
    const campaignOf = new Map(this.#campaignsOf(placed).map((campaign) => [campaign.id, campaign]));
    const going = new Set(placed.map(({ target }) => `${target.itemId} ${target.surface}`));
    const isHeldElsewhere = ({ item }: Placed): boolean =>
      (campaignOf.get(item.campaignId)?.surfaces ?? []).some(
        ({ surface }) => !going.has(`${item.id} ${surface}`) && !campaigns.item(item.id, surface).leftOut,
      );
    const staying = placed.filter(isHeldElsewhere);
    const leaving = [...new Set(placed.filter((each) => !staying.includes(each)).map(({ item }) => item.id))];
    const { changeId } = await changes.record(
      (writer) => {
        for (const { target, item } of staying) writer.decide(item.id, target.surface, { leftOut: true });
        writer.removeItems(leaving);
      },
      () => this.#entry(leaving.length > 0 ? 'items-removed' : 'left-out', placed),
    );
    return { removed: leaving.length, leftOut: staying.length, changeId };
  }

  /** Puts items off until a day (out of the inbox until then); null = no longer. */
  async snooze(targets: readonly ItemTarget[], until: string | null): Promise<Changed> {
    const placed = this.#placed(targets);
    const { changeId } = await this.#deps.changes.record(
      (writer) => {
        for (const { target, item } of placed) {
          const { campaignId, market, itemKey } = item;
          writer.snooze({ campaignId, surface: target.surface, market, itemKey }, until);
        }
      },
      () => this.#entry(until === null ? 'woken' : 'snoozed', placed, until === null ? {} : { day: until }),
    );
    return { changeId };
  }

  async #edit(edits: readonly ItemEdit[], mergeKey?: string): Promise<Changed> {
    const placed = this.#placed(edits);
    const decisions = edits.map((edit) => this.#decision(edit));
    const { changeId } = await this.#deps.changes.record(
      (writer) =>
        placed.forEach(({ target, item }, index) => writer.decide(item.id, target.surface, decisions[index] ?? {})),
      () => ({ ...this.#entry(actionOf(edits), placed), ...(mergeKey === undefined ? {} : { mergeKey }) }),
    );
    return { changeId };
  }

  #decision({ surface, text, linkId, overrideReason, posted, leftOut }: ItemEdit): Partial<ItemDecision> {
    const { links, asOf, now } = this.#deps;
    const decision: Partial<ItemDecision> = {};
    if (text !== undefined) decision.text = text;
    if (overrideReason !== undefined) decision.overrideReason = overrideReason;
    if (leftOut !== undefined) decision.leftOut = leftOut;
    if (posted !== undefined) decision.postedAt = posted ? now().toISOString() : null;
    if (linkId !== undefined) decision.linkHash = linkId === null ? null : links.byId(linkId, surface, asOf()).hash;
    return decision;
  }

  #placed(targets: readonly ItemTarget[]): Placed[] {
    return targets.map((target) => ({ target, item: this.#deps.campaigns.item(target.itemId, target.surface) }));
  }

  #campaignsOf(placed: readonly Placed[]): CampaignRecord[] {
    return [...new Set(placed.map(({ item }) => item.campaignId))].map((id) => this.#deps.campaigns.get(id));
  }

  /** Names the item when it is one, its campaign when they share it. */
  #entry(action: ChangeAction, placed: readonly Placed[], params: ChangeEntry['params'] = {}): ChangeEntry {
    const campaigns = new Set(placed.map(({ item }) => item.campaignId));
    const surfaces = new Set(placed.map(({ target }) => target.surface));
    const [first] = placed;
    return {
      action,
      campaignId: campaigns.size === 1 ? (first?.item.campaignId ?? null) : null,
      params: {
        ...params,
        n: placed.length,
        ...(placed.length === 1 && first ? { title: first.item.titleWhenAdded } : {}),
        ...(surfaces.size === 1 && first ? { surface: first.target.surface } : {}),
      },
    };
  }
}

/** What a set of edits amounts to, by what the first of them does. */
function actionOf(edits: readonly ItemEdit[]): ChangeAction {
  const [first] = edits;
  if (first?.leftOut !== undefined) return first.leftOut ? 'left-out' : 'brought-back';
  if (first?.posted !== undefined) return first.posted ? 'posted' : 'not-posted';
  if (first?.overrideReason !== undefined) return first.overrideReason === null ? 'override-lifted' : 'override';
  if (first?.linkId !== undefined) return edits.length === 1 ? 'link' : 'links';
  if (edits.every(({ text }) => text === null)) return 'text-reset';
  return edits.length === 1 ? 'text' : 'texts';
}
