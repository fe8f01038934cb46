/** Where the goods behind a link are sold; `null` when the link kind does not say. */
export type LinkMarket = 'taobao' | 'jd' | 'pdd' | 'douyin' | 'meituan';

/** `address`: http(s); `scheme`: app scheme; `token`: 口令 text to copy; `mini-program`: WeChat's own text link. */
export type LinkForm = 'address' | 'scheme' | 'token' | 'mini-program';

interface KindFacts {
  form: LinkForm;
  market: LinkMarket | null;
}

const address = (market: LinkMarket | null): KindFacts => ({ form: 'address', market });
const scheme = (market: LinkMarket | null): KindFacts => ({ form: 'scheme', market });
const token = (market: LinkMarket): KindFacts => ({ form: 'token', market });

/**
 * Every kind a share link can be. Ids are stable: they are stored, exported and printed by the CLI.
 * `web_link` is any http(s) address that is none of the others, and every address whose host cannot be read without
 * doubt. `tkl_custom_text` (free-text 口令) has no pattern; only a file column can say that a text is one.
 */
export const linkKinds = {
  tb_item_pc: address('taobao'),
  tmall_item_pc: address('taobao'),
  tb_item_h5: address('taobao'),
  tbk_click_long: address('taobao'),
  tbk_click_short: address('taobao'),
  tbk_uland_edetail: address('taobao'),
  tbk_uland_quan: address('taobao'),
  tb_shop_coupon_old: address('taobao'),
  tbk_uland_other: address('taobao'),
  tbk_ai_temai: address('taobao'),
  tb_act_page: address('taobao'),
  tb_short_m: address('taobao'),
  tb_short_e: address('taobao'),
  tb_short_vendor_old: address('taobao'),
  tb_deeplink: scheme('taobao'),
  jd_union_short: address('jd'),
  jd_union_click: address('jd'),
  jd_item: address('jd'),
  jd_short_3cn: address('jd'),
  pdd_short: address('pdd'),
  pdd_item: address('pdd'),
  douyin_short: address('douyin'),
  douyin_product: address('douyin'),
  kuaishou_short: address(null),
  xhs_short: address(null),
  meituan_short: address('meituan'),
  alipay_short: address(null),
  alipay_scheme: scheme(null),
  wx_miniprogram_short: { form: 'mini-program', market: null },
  wx_url_link: address(null),
  wx_scheme: scheme(null),
  wx_article: address(null),
  wx_channels: address(null),
  wx_page: address(null),
  wx_block_page: address(null),
  web_link: address(null),
  tkl_symbol_pair: token('taobao'),
  tkl_union_long: token('taobao'),
  tkl_ios14_wordy: token('taobao'),
  tkl_app_share: token('taobao'),
  tkl_parentheses: token('taobao'),
  tkl_trailing_slash: token('taobao'),
  tkl_tk_param: token('taobao'),
  tkl_custom_text: token('taobao'),
  jd_kouling: token('jd'),
} as const satisfies Record<string, KindFacts>;

export type LinkKind = keyof typeof linkKinds;

export const linkKindIds = Object.keys(linkKinds) as readonly LinkKind[];

export const linkForm = (kind: LinkKind): LinkForm => linkKinds[kind].form;

export const linkMarket = (kind: LinkKind): LinkMarket | null => linkKinds[kind].market;

const wechatPages: ReadonlySet<string> = new Set<LinkKind>(['wx_article', 'wx_channels', 'wx_page', 'wx_block_page']);

export const isWechatPage = (kind: string): boolean => wechatPages.has(kind);

/** A page whose address names neither goods nor where it leads: anybody's, or WeChat's own. */
export const isPlainPage = (kind: string): boolean => kind === 'web_link' || isWechatPage(kind);

/** Whether `value` is a kind this version knows (data from outside: files, packs, the database). */
export const isLinkKind = (value: string): value is LinkKind => Object.hasOwn(linkKinds, value);
