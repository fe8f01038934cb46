import type { CampaignItemRecord, CampaignReader, CampaignRecord } from '#app/ports/campaign-store';
import type { Proposal, Proposals, SkipReason, TextFix } from '#contract/campaign-fixes';
import type { ItemEdit, ItemTarget } from '#contract/campaigns';
import type { SurfaceId } from '#contract/surfaces';
import { withLink, withoutTokens } from '#domain/campaigns/copy-edits';
import { betterLink } from '#domain/campaigns/pick-link';
import { type ItemSource, type Preparation, type PreparedItem, prepareItem } from '#domain/campaigns/prepare-item';
import { isUsable } from '#domain/links/choose-link';
import type { Linter } from '#domain/compliance/linter';
import type { CampaignPreparer } from './campaign-preparer.ts';

interface Dependencies {
  campaigns: CampaignReader;
  preparer: CampaignPreparer;
  linterFor(asOf: string): Linter;
  asOf(): string;
  /** Lets other work of the thread in. */
  breathe(): Promise<void>;
}

interface Item {
  target: ItemTarget;
  record: CampaignItemRecord;
  source: ItemSource;
  preparation: Preparation;
  prepared: PreparedItem;
  linter: Linter;
}

/** What is to be decided instead, or why nothing can be. */
type Suggestion = { text?: string | null; linkId?: null } | SkipReason;

const itemsPerBreath = 10;

/** What a fix would make of each item, worked out one by one; nothing is changed. */
export async function proposeFixes(
  deps: Dependencies,
  targets: readonly ItemTarget[],
  fix: TextFix,
): Promise<Proposals> {
  const result: Proposals = { proposals: [], skipped: [] };
  const campaigns = new Map<number, CampaignRecord>();
  for (const [index, target] of targets.entries()) {
    const record = deps.campaigns.item(target.itemId, target.surface);
    const campaign = campaigns.get(record.campaignId) ?? deps.campaigns.get(record.campaignId);
    campaigns.set(campaign.id, campaign);
    const item = prepared(deps, target, record, campaign);
    const suggestion = item ? suggest(item, fix) : 'product-gone';
    const title = item?.source.product.title ?? record.titleWhenAdded;
    if (item && typeof suggestion !== 'string') result.proposals.push(proposal(item, suggestion, title));
    else result.skipped.push({ ...target, title, reason: suggestion as SkipReason });
    if (index % itemsPerBreath === itemsPerBreath - 1) await deps.breathe();
  }
  return result;
}

function prepared(
  { preparer, asOf: day, linterFor }: Dependencies,
  target: ItemTarget,
  record: CampaignItemRecord,
  campaign: CampaignRecord,
): Item | null {
  const asOf = day();
  const source = preparer.sources([record], campaign, target.surface, asOf).get(record.id);
  if (!source) return null;
  const preparation = preparer.preparation(campaign, target.surface, asOf, [source]);
  const linter = linterFor(asOf);
  return { target, record, source, preparation, prepared: prepareItem(source, preparation), linter };
}

function suggest(item: Item, fix: TextFix): Suggestion {
  switch (fix.kind) {
    case 'relink':
      return relink(item);
    case 'rewrite':
      return rewrite(item);
    case 'reset':
      return item.record.text === null ? 'as-template' : { text: null };
    case 'replace': {
      const { text } = item.prepared;
      return text.includes(fix.find) ? { text: text.replaceAll(fix.find, fix.replacement) } : 'nothing-found';
    }
  }
}

/** Back to the best link, which may mean letting go of a pinned one; a copy written by hand gets it in its place. */
function relink({ source, preparation, prepared: { picked, text }, record }: Item): Suggestion {
  const best = betterLink(source, picked) ?? picked;
  if (best === null || !isUsable(best.link)) return 'no-other-link';
  const known = source.links.map(({ value }) => value);
  const changed = record.text === null ? text : withLink(text, best.link.value, known, preparation);
  const isSameLink = best.row.hash === picked?.row.hash;
  if (isSameLink && changed === text) return 'no-other-link';
  return {
    ...(isSameLink ? {} : { linkId: null }),
    ...(changed === text ? {} : { text: changed }),
  };
}

/** A wording the rules find nothing in; on Moments without a 口令. */
function rewrite({ prepared: { text }, target: { surface }, linter }: Item): Suggestion {
  const start = surface === ('moments' satisfies SurfaceId) ? withoutTokens(text) : text;
  const { findings, decision } = linter.lint(start, { surface, suggest: true });
  if (decision === 'ok') return start === text ? 'nothing-found' : { text: start };
  const found = findings.find(({ suggestions }) => suggestions.length > 0)?.suggestions[0];
  return found ? { text: found.text } : 'no-rewrite';
}

function proposal({ target, source, preparation, prepared, record }: Item, change: object, title: string): Proposal {
  const edit: ItemEdit = { itemId: target.itemId, surface: target.surface, ...change };
  const decision = {
    ...record,
    ...(edit.text === undefined ? {} : { text: edit.text }),
    ...(edit.linkId === undefined ? {} : { linkHash: null }),
  };
  const after = prepareItem({ ...source, decision }, preparation);
  const side = ({ text, link }: PreparedItem) => ({ text, link: link?.value ?? null });
  return { itemId: target.itemId, surface: target.surface, title, before: side(prepared), after: side(after), edit };
}
