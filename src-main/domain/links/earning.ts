import type { LinkKind } from './link-kinds.ts';
import type { CommissionOwner, EarningReason, Earns, LinkFacts } from './link-part.ts';

/**
 * Where a link stood: `affiliate-column`, a column that Alimama fills with links and 口令 of the exporting account;
 * `pasted`, a text of anybody's; `pasted-own`, one of which the user said that its links are their own; `own-keys`, an
 * answer of the Open Platform to the user's own keys; `own-file`, such a column of a file of the user's own account.
 */
export type EarningSource = 'affiliate-column' | 'pasted' | 'pasted-own' | 'own-keys' | 'own-file' | 'other';

/** What is known beside the text. */
export interface EarningContext {
  ownPids: readonly string[];
  ownRelationIds: readonly string[];
  source: EarningSource;
}

export interface Earning {
  earns: Earns;
  owner: CommissionOwner;
  reason: EarningReason;
}

/** What the link form alone proves: Alimama puts a promoter only into the links it makes itself. */
const byKind: Record<LinkKind, { earns: Earns; reason: EarningReason }> = {
  tb_item_pc: { earns: 'no', reason: 'item-page' },
  tmall_item_pc: { earns: 'no', reason: 'item-page' },
  tb_item_h5: { earns: 'no', reason: 'item-page' },
  tbk_click_long: { earns: 'yes', reason: 'affiliate-link' },
  tbk_click_short: { earns: 'yes', reason: 'affiliate-link' },
  tbk_uland_edetail: { earns: 'yes', reason: 'affiliate-link' },
  tbk_uland_quan: { earns: 'no', reason: 'coupon-page' },
  tb_shop_coupon_old: { earns: 'no', reason: 'coupon-page' },
  tbk_uland_other: { earns: 'unknown', reason: 'landing-page' },
  tbk_ai_temai: { earns: 'unknown', reason: 'landing-page' },
  tb_act_page: { earns: 'unknown', reason: 'activity-page' },
  tb_short_m: { earns: 'unknown', reason: 'short-link' },
  tb_short_e: { earns: 'unknown', reason: 'short-link' },
  tb_short_vendor_old: { earns: 'no', reason: 'dead-link' },
  tb_deeplink: { earns: 'unknown', reason: 'no-inner-page' },
  jd_union_short: { earns: 'yes', reason: 'affiliate-link' },
  jd_union_click: { earns: 'yes', reason: 'affiliate-link' },
  jd_item: { earns: 'no', reason: 'item-page' },
  jd_short_3cn: { earns: 'unknown', reason: 'resolve-first' },
  pdd_short: { earns: 'yes', reason: 'affiliate-link' },
  pdd_item: { earns: 'no', reason: 'item-page' },
  douyin_short: { earns: 'unknown', reason: 'resolve-first' },
  douyin_product: { earns: 'no', reason: 'item-page' },
  kuaishou_short: { earns: 'unknown', reason: 'resolve-first' },
  xhs_short: { earns: 'unknown', reason: 'resolve-first' },
  meituan_short: { earns: 'unknown', reason: 'resolve-first' },
  alipay_short: { earns: 'unknown', reason: 'resolve-first' },
  alipay_scheme: { earns: 'unknown', reason: 'no-inner-page' },
  wx_miniprogram_short: { earns: 'unknown', reason: 'resolve-first' },
  wx_url_link: { earns: 'unknown', reason: 'resolve-first' },
  wx_scheme: { earns: 'unknown', reason: 'resolve-first' },
  wx_article: { earns: 'unknown', reason: 'plain-page' },
  wx_channels: { earns: 'unknown', reason: 'plain-page' },
  wx_page: { earns: 'unknown', reason: 'plain-page' },
  wx_block_page: { earns: 'unknown', reason: 'plain-page' },
  web_link: { earns: 'unknown', reason: 'plain-page' },
  tkl_symbol_pair: { earns: 'unknown', reason: 'token' },
  tkl_union_long: { earns: 'unknown', reason: 'token' },
  tkl_ios14_wordy: { earns: 'unknown', reason: 'token' },
  tkl_app_share: { earns: 'unknown', reason: 'app-share' },
  tkl_parentheses: { earns: 'unknown', reason: 'token' },
  tkl_trailing_slash: { earns: 'unknown', reason: 'token' },
  tkl_tk_param: { earns: 'unknown', reason: 'token' },
  tkl_custom_text: { earns: 'unknown', reason: 'token' },
  jd_kouling: { earns: 'unknown', reason: 'token' },
};

/** Landing pages a pid can be attached to: a visible pid makes them affiliate links. */
const landingKinds: ReadonlySet<LinkKind> = new Set([
  'tbk_click_long',
  'tbk_click_short',
  'tbk_uland_edetail',
  'tbk_uland_other',
  'tbk_ai_temai',
  'tb_act_page',
  'pdd_item',
] as const);

/** Kinds that carry their promoter encrypted in a parameter; a cut-off link has lost it. */
const promoterInside: ReadonlySet<LinkKind> = new Set(['tbk_click_long', 'tbk_uland_edetail']);
const promoterParameter = /[?&](?:m?e|tu|i|l)=[^&#]/;

/** From the text alone, before anything is known about the user or the file. */
export function earningFromText(facts: LinkFacts): { earns: Earns; reason: EarningReason } {
  const kind = facts.innerKind ?? facts.kind;
  if (facts.isCut === true) return { earns: 'unknown', reason: 'cut-off' };
  const base = byKind[kind];
  if (facts.pid !== null && landingKinds.has(kind)) return { earns: 'yes', reason: 'pid-visible' };
  if (promoterInside.has(kind) && !promoterParameter.test(facts.url ?? ''))
    return { earns: 'unknown', reason: 'no-promoter' };
  // A 拼多多 share code or signed id may carry a promoter the text does not show.
  if (kind === 'pdd_item' && facts.itemId === null) return { earns: 'unknown', reason: 'resolve-first' };
  return base;
}

/**
 * Whether the link pays a commission, and to whom, with the user's own identity at hand. What the text proves (an item
 * page, a foreign pid) is stronger than the column it came from.
 */
export function earning(facts: LinkFacts, context: EarningContext): Earning {
  const base = earningFromText(facts);
  if (base.earns === 'no' || base.reason === 'cut-off') return { ...base, owner: 'unknown' };
  if (base.reason === 'pid-visible' && facts.pid !== null) return byPid(facts.pid, context);
  if (facts.relationId !== null && context.ownRelationIds.includes(facts.relationId)) return made('own-relation');
  return bySource(base, context.source);
}

/** The pid of the keys need not be on the list of own ones, and for own files there need not be such a list. */
function byPid(pid: string, context: EarningContext): Earning {
  const owned = ownerOf(pid, context);
  if (context.source === 'own-keys' && owned.owner !== 'own') return made('own-keys');
  return context.source === 'own-file' && owned.owner === 'unknown' ? made('own-file') : owned;
}

/** What the place a link stood in adds to a text that does not name its owner. */
function bySource(base: ReturnType<typeof earningFromText>, source: EarningSource): Earning {
  if (!neverMade.has(base.reason)) {
    if (source === 'own-file') return made('own-file');
    if (source === 'own-keys') return made('own-keys');
    if (source === 'pasted-own') return made('said-own');
  }
  if (source === 'affiliate-column' && base.earns === 'unknown') {
    return { earns: 'yes', owner: 'unknown', reason: 'affiliate-column' };
  }
  return { ...base, owner: 'unknown' };
}

const made = (reason: EarningReason): Earning => ({ earns: 'yes', owner: 'own', reason });

/** No tool of Alimama makes such a link, whatever is said of it. */
const neverMade: ReadonlySet<EarningReason> = new Set(['plain-page', 'app-share', 'no-promoter', 'no-inner-page']);

/**
 * Whether it pays the user: a text that anybody may have written can hold anybody's links, and where those do not show
 * their promoter the commission is most likely somebody else's.
 */
export function doubted(money: Earning, source: EarningSource): Earning {
  if (source !== 'pasted' || money.earns !== 'yes' || money.owner !== 'unknown') return money;
  return { ...money, earns: 'unknown', reason: money.reason === 'affiliate-link' ? 'pasted-affiliate' : money.reason };
}

function ownerOf(pid: string, { ownPids }: EarningContext): Earning {
  if (ownPids.length === 0) return { earns: 'yes', owner: 'unknown', reason: 'pid-visible' };
  if (ownPids.includes(pid)) return { earns: 'yes', owner: 'own', reason: 'own-pid' };
  const account = memberOf(pid);
  const sameAccount = account !== null && ownPids.some((own) => memberOf(own) === account);
  if (sameAccount) return { earns: 'yes', owner: 'own', reason: 'own-account' };
  return { earns: 'yes', owner: 'other', reason: 'other-pid' };
}

/** The member number: pids of one account differ only in site and ad zone, the money goes to the same account. */
const memberOf = (pid: string): string | null => /^mm_(\d+)_/.exec(pid)?.[1] ?? null;
