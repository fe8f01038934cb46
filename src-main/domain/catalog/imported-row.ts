/** Where an item id lives. Taobao and Tmall share one id space, so they are one market. */
export type Market = 'taobao' | 'jd' | 'pdd' | 'douyin';

/** What the shop is. `taobao` also stands for "on Taobao, not said whether Tmall". */
export type Platform = 'taobao' | 'tmall' | 'jd' | 'pdd' | 'douyin';

/**
 * What one row of a file says about one product. `null` means "the row does not say", never "empty":
 * merging must not let it overwrite what an earlier file said.
 */
export interface ImportedProduct {
  market: Market;
  /** As written in the file: 8–15 digits, or the newer `XXXX-YYYY` string id. Never a number. */
  itemId: string;
  /**
   * What the product is matched by: the digits, or for string ids the part after the dash (b段), because the first
   * part changes with every publisher. Source: research/taobao_affiliate.json idRules.
   */
  itemKey: string;
  platform: Platform | null;
  title: string | null;
  shortTitle: string | null;
  imageUrl: string | null;
  detailUrl: string | null;
  category: string | null;
  shop: string | null;
  /** 卖家旺旺 */
  seller: string | null;
  brand: string | null;
  /** 分 */
  priceFen: number | null;
  /** 券后价 as the file states it, 分; null when the file has no such value (it is then computed). */
  statedFinalPriceFen: number | null;
  /**
   * `some`: this row describes a coupon; `none`: it says there is none (无 or 0); null: it does not speak of coupons.
   * The coupon fields below are merged as one group, decided by this.
   */
  couponState: 'some' | 'none' | null;
  /** 优惠券面额 as written. */
  couponText: string | null;
  /** 分; null when `couponText` could not be read. */
  couponFaceFen: number | null;
  /** 满…元, 分; 0 = no threshold. */
  couponThresholdFen: number | null;
  /** First and last valid day, YYYY-MM-DD in Asia/Shanghai, both inclusive. */
  couponStartsOn: string | null;
  couponEndsOn: string | null;
  couponLeft: number | null;
  couponTotal: number | null;
  /** 优惠券id: 32 lower-case hex digits. */
  couponActivityId: string | null;
  /** Hundredths of a percent: 4.00 % = 400. */
  commissionRateBp: number | null;
  /** 分 */
  commissionFen: number | null;
  monthlySales: number | null;
  /** 推荐语 */
  recommendText: string | null;
}

/** The file columns a share link or 口令 can come from, by target field name. */
export type LinkField =
  | 'detailUrl'
  | 'affiliateUrl'
  | 'affiliateShortUrl'
  | 'token'
  | 'couponUrl'
  | 'couponAffiliateUrl'
  | 'couponToken'
  | 'couponShortUrl'
  | 'recommendText'
  /** Not a column: a text somebody pasted. */
  | 'paste'
  /** A pasted text of which the user said that its links are their own. */
  | 'pasteOwn';

/** A link or 口令 found in a cell, byte for byte as it stood there (protocol added when it was `//…`). */
export interface ImportedLink {
  field: LinkField;
  value: string;
  /** Day it was made at the latest, where that is known better than by the date of the data: a chat says when it was sent. */
  issuedOn?: string;
  /** Known to be the user's: made with their own keys, or from a link of theirs. */
  own?: true;
}

/**
 * `rejected`: the row was not imported; `repaired`: a value was corrected; `dropped`: one value was left out; `note`;
 * `skipped`: the line is no product row at all (合计, a repeated header, a remark), so it counts neither as imported nor
 * as rejected.
 */
export type RowIssueEffect = 'rejected' | 'repaired' | 'dropped' | 'note' | 'skipped';

/** One remark about one cell (or, with an empty column, about the whole row). */
export interface RowIssue {
  /** 1-based line or row number as Excel shows it, header included. */
  line: number;
  /** Header as written in the file; '' for the whole row. */
  column: string;
  /** Key of contract/messages/import-messages. */
  code: string;
  effect: RowIssueEffect;
  /** The cell as it stood, shortened to 200 characters. */
  value: string;
  params?: Readonly<Record<string, string | number>>;
}

/** Result of reading one row. A row always yields a product, or at least one `rejected` or `skipped` issue. */
export interface ImportedRow {
  line: number;
  product: ImportedProduct | null;
  links: ImportedLink[];
  issues: RowIssue[];
  /** Columns the layout does not know, header → text; kept as raw data and shown. */
  extra: Record<string, string>;
}
