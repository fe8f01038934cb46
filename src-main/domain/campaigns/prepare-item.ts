import type { Blocker, ChosenLink, ItemState } from '#contract/campaigns';
import type { ProductRow } from '#contract/catalog';
import type { LinkRow } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import type { Finding } from '../compliance/finding.ts';
import type { PackItem } from '../copy-pack/pack-input.ts';
import { judgeItem } from '../copy-pack/refusals.ts';
import { linkForm } from '../links/link-kinds.ts';
import type { Verdict } from '../openability/verdict.ts';
import { itemBlockers } from './item-blockers.ts';
import { pickLink, type PickedLink } from './pick-link.ts';
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
  decision: {
    text: string | null;
    linkHash: number | null;
    overrideReason: string | null;
    exportedAt: string | null;
    postedAt: string | null;
  };
}

/** How items of one campaign surface are prepared. */
export interface Preparation {
  surface: SurfaceId;
  template: CompiledTemplate;
  adMark: boolean;
  lint(text: string): Finding[];
  verdictOf(link: LinkRow): Verdict;
  ownPids: readonly string[];
}

export interface PreparedItem {
  text: string;
  edited: boolean;
  picked: PickedLink | null;
  link: ChosenLink | null;
  findings: Finding[];
  blockers: Blocker[];
  state: ItemState;
  packItem: PackItem;
}

/** What a product costs now: a price after a coupon that is gone would be a false promise. */
export function payableFen({ coupon, priceFen, finalPriceFen }: ProductRow): number | null {
  const usable = coupon === null || coupon.state === 'active' || coupon.state === 'upcoming';
  return usable ? finalPriceFen : priceFen;
}

/** What the template and the poster say of a product: a coupon that is gone is not mentioned, nor its price. */
export function copyFacts(source: ItemSource, picked: PickedLink | null, surface: SurfaceId): CopyFacts {
  const { product } = source;
  const { coupon } = product;
  const usable = coupon && (coupon.state === 'active' || coupon.state === 'upcoming') ? coupon : null;
  const isToken = picked !== null && linkForm(picked.link.kind) === 'token';
  return {
    platform: product.platform,
    title: product.title,
    shortTitle: product.shortTitle,
    shop: product.shop,
    priceFen: product.priceFen,
    finalPriceFen: payableFen(product),
    coupon: usable,
    commissionRateBp: product.commissionRateBp,
    commissionFen: product.commissionFen,
    monthlySales: product.monthlySales,
    recommendText: source.recommendText,
    url: picked && !isToken ? picked.link.value : null,
    token: picked && isToken && surface !== 'moments' ? picked.link.value : null,
  };
}

function stateOf(source: ItemSource, hasText: boolean, refused: boolean): ItemState {
  if (source.decision.postedAt !== null) return 'posted';
  if (!hasText) return 'todo';
  if (refused) return 'fix';
  return source.decision.exportedAt !== null ? 'exported' : 'ready';
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
  const packItem: PackItem = {
    productId: product.id,
    itemId: product.itemId,
    facts,
    imageUrls: product.imageUrl === null ? [] : [product.imageUrl],
    text,
    link: picked && { kind: picked.link.kind, value: picked.link.value },
    qrUrl:
      pickLink({ ...source, links: source.scanned.filter((link) => isAddress(link)) }, 'scan_qr')?.link.value ?? null,
    verdict: picked ? preparation.verdictOf(picked.row) : null,
    findings,
    override: decision.overrideReason,
  };
  const judged = judgeItem(packItem, surface);
  return {
    text,
    edited: decision.text !== null,
    picked,
    link: picked && chosenLink(picked),
    findings,
    blockers: itemBlockers(source, packItem, picked, judged.reasons, preparation),
    state: stateOf(source, text.trim() !== '', judged.refused),
    packItem,
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
