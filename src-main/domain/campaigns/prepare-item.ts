import type { Blocker, ChosenLink } from '#contract/campaigns';
import type { ItemState } from '#contract/item-states';
import type { ProductRow } from '#contract/catalog';
import type { LinkRow } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import { isUsable, priceNow } from '#domain/catalog/price-now';
import type { Finding } from '../compliance/finding.ts';
import type { PackItem } from '../copy-pack/pack-input.ts';
import { judgeItem, type Judgement } from '../copy-pack/refusals.ts';
import { linkForm } from '../links/link-kinds.ts';
import type { Verdict } from '../openability/verdict.ts';
import { itemBlockers } from './item-blockers.ts';
import { copyLinks, type OwnIdentity } from './copy-links.ts';
import { nextStep, type ItemStep } from './item-fixes.ts';
import { betterLink, pickLink, type PickedLink } from './pick-link.ts';
import { type CompiledTemplate, renderTemplate } from './templates/template-engine.ts';
import { type CopyFacts, templateProduct } from './templates/template-product.ts';

/** A product of a campaign with everything known of it. */
export interface ItemSource {
  product: ProductRow;
  recommendText: string | null;
  /** Its links with their outcome on the surface. */
  links: readonly LinkRow[];
  /** The same links with their outcome when scanned, for the poster's QR code. */
  scanned: readonly LinkRow[];
  /** Day the campaign is posted, where that is later than the day verdicts are for; YYYY-MM-DD. */
  postedOn: string | null;
  decision: {
    text: string | null;
    linkHash: number | null;
    overrideReason: string | null;
    exportedAt: string | null;
    postedAt: string | null;
  };
}

/** How items of one campaign surface are prepared. */
export interface Preparation extends OwnIdentity {
  surface: SurfaceId;
  template: CompiledTemplate;
  adMark: boolean;
  lint(text: string): Finding[];
  /** Null for a link of a kind this version does not know. */
  verdictOf(link: LinkRow): Verdict | null;
}

export interface PreparedItem {
  text: string;
  edited: boolean;
  picked: PickedLink | null;
  link: ChosenLink | null;
  findings: Finding[];
  blockers: Blocker[];
  state: ItemState;
  nextStep: ItemStep | null;
  packItem: PackItem;
}

/** What the template and the poster say of a product: a coupon that is gone is not mentioned, nor its price. */
export function copyFacts(source: ItemSource, picked: PickedLink | null, surface: SurfaceId): CopyFacts {
  const { product } = source;
  const { coupon } = product;
  const usable = coupon && isUsable(coupon) ? coupon : null;
  const isToken = picked !== null && linkForm(picked.link.kind) === 'token';
  return {
    platform: product.platform,
    title: product.title,
    shortTitle: product.shortTitle,
    shop: product.shop,
    priceFen: product.priceFen,
    finalPriceFen: priceNow(product),
    coupon: usable,
    commissionRateBp: product.commissionRateBp,
    commissionFen: product.commissionFen,
    monthlySales: product.monthlySales,
    recommendText: source.recommendText,
    url: picked && !isToken ? picked.link.value : null,
    token: picked && isToken && surface !== 'moments' ? picked.link.value : null,
  };
}

/** `todo`: there is nothing to post yet, unless the user said in writing that it goes out like that. */
function stateOf({ decision }: ItemSource, { reasons, refused }: Judgement): ItemState {
  if (decision.postedAt !== null) return 'posted';
  if (refused) return reasons.some(({ code }) => code === 'empty-text' || code === 'no-link') ? 'todo' : 'fix';
  return decision.exportedAt !== null ? 'exported' : 'ready';
}

/**
 * The code on a poster never leads to somebody else's commission; without a link of one's own there is none. One that
 * hides whom it pays is there only when the item goes out with it anyway, which is said.
 */
function qrUrl(source: ItemSource, picked: PickedLink | null): string | null {
  const isTrusted = ({ hash, owner, origin, earns }: LinkRow): boolean =>
    owner === 'own' || origin !== 'paste' || earns !== 'unknown' || hash === picked?.row.hash;
  const links = source.scanned.filter((link) => isAddress(link) && link.owner !== 'other' && isTrusted(link));
  return pickLink({ ...source, links }, 'scan_qr')?.link.value ?? null;
}

/**
 * The copy of one item as it would be posted, what speaks against it, and where it stands. Pure: the same source and
 * preparation give the same result.
 */
export function prepareItem(source: ItemSource, preparation: Preparation): PreparedItem {
  const { surface, adMark, template } = preparation;
  const { decision, product } = source;
  const picked = pickLink(source, surface);
  const facts = copyFacts(source, picked, surface);
  const rendered = renderTemplate(template, templateProduct(facts, { adMark }));
  const text = decision.text ?? (rendered.ok ? rendered.text : '');
  const findings = preparation.lint(text);
  const inCopy = copyLinks(text, picked?.link.value ?? null, preparation);
  const item: PackItem = {
    productId: product.id,
    itemId: product.itemId,
    facts,
    imageUrls: product.imageUrl === null ? [] : [product.imageUrl],
    text,
    link: picked && { kind: picked.link.kind, value: picked.link.value },
    qrUrl: qrUrl(source, picked),
    verdict: picked ? preparation.verdictOf(picked.row) : null,
    findings,
    otherPids: picked?.row.owner === 'other' ? [picked.row.pid ?? '', ...inCopy.otherPids] : inCopy.otherPids,
    override: decision.overrideReason,
  };
  const judgement = judgeItem(item, surface);
  const canRelink = betterLink(source, picked) !== null;
  const blockers = itemBlockers({ source, item, picked, judgement, copyLinks: inCopy, canRelink });
  const state = stateOf(source, judgement);
  return {
    text,
    edited: decision.text !== null,
    picked,
    link: picked && chosenLink(picked),
    findings,
    blockers,
    state,
    nextStep: nextStep({ state, blockers }),
    packItem: item,
  };
}

const isAddress = (link: LinkRow): boolean => /^https?:\/\//i.test(link.value);

function chosenLink({ row, reason, params, pinned }: PickedLink): ChosenLink {
  return {
    linkId: row.id,
    kind: row.kind,
    value: row.value,
    outcome: row.outcome,
    earns: row.earns,
    owner: row.owner,
    deadFrom: row.deadFrom,
    reason: { code: reason, params: { ...params } },
    pinned,
  };
}
