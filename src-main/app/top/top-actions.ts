import type { TopCaller } from '#app/ports/top-caller';
import type { TopReason } from '#contract/messages/top-messages';
import type { TopAction } from '#contract/top-runs';
import type { ImportedLink } from '#domain/catalog/imported-row';
import { couponInfo } from '#domain/top/coupon-info';
import { convertedRow, couponRow, endedCouponRow, type GainedRow, linksRow } from '#domain/top/gained-row';
import { convertItems, itemsPerConvertCall } from '#domain/top/link-convert';
import { linksPerCall, shortLinks } from '#domain/top/short-links';
import { tokenCreate } from '#domain/top/token-create';
import { concernsEverything, isUnavailable, refusal, type TopRefusal } from '#domain/top/top-refusal';
import { askedCoupon } from '#domain/top/subject-coupon';
import { sourceLinks, type TopSubject } from '#domain/top/top-subject';

/** What asking about one product brought. */
export type Gain = { ok: true; row: GainedRow } | { ok: false; refusal: TopRefusal };

export interface ActionContext {
  caller: TopCaller;
  adzoneId: string;
  relationId: string | null;
  /** In Asia/Shanghai, YYYY-MM-DD. */
  today: string;
  signal: AbortSignal;
}

/** One kind of work over many products. */
export interface ActionWork {
  /** Products asked about in one go. */
  together: number;
  /** Calls at most for this many products. */
  calls(products: number): number;
  /** Why a product need not be asked about; null when it is. */
  skip(subject: TopSubject, today: string): TopReason | null;
  /** Whether the platform may refuse the product for its numeric id. */
  needsNewId(subject: TopSubject, today: string): boolean;
  /**
   * @returns a gain for each product, in their order; or one refusal that holds for all of them
   */
  ask(subjects: readonly TopSubject[], context: ActionContext): Promise<Gain[] | TopRefusal>;
}

/** Of a product's own link and of its coupon's. */
const sourcesPerProduct = 2;

const refresh: ActionWork = {
  together: 1,
  calls: (products) => products,
  skip: (subject, today) => {
    const asked = askedCoupon(subject, today);
    return typeof asked === 'string' ? asked : null;
  },
  needsNewId: (subject, today) => {
    const asked = askedCoupon(subject, today);
    return typeof asked !== 'string' && 'itemId' in asked.reference;
  },
  async ask([subject], { caller, today, signal }) {
    const asked = subject && askedCoupon(subject, today);
    if (!subject || !asked || typeof asked === 'string') return [];
    const result = await caller.call(couponInfo(asked.reference), signal);
    if (!result.ok) {
      const ended = endedCouponRow(subject, asked, result.refusal, today);
      return ended === null ? result.refusal : [{ ok: true, row: ended }];
    }
    if (!result.answer) return [failed(refusal('coupon-reference'))];
    const row = couponRow(
      subject,
      { ...result.answer, activityId: result.answer.activityId ?? asked.activityId },
      today,
    );
    return [row === null ? failed(refusal('coupon-changed')) : { ok: true, row }];
  },
};

const convert: ActionWork = {
  together: itemsPerConvertCall,
  calls: (products) => Math.ceil(products / itemsPerConvertCall),
  skip: ({ market }) => (market === 'taobao' ? null : 'not-taobao'),
  needsNewId: () => true,
  async ask(subjects, { caller, adzoneId, relationId, signal }) {
    const ids = subjects.map(({ itemId }) => itemId);
    const result = await caller.call(convertItems({ adzoneId, relationId }, ids), signal);
    if (!result.ok) return result.refusal;
    return subjects.map((subject, index) => {
      const converted = result.answer[index];
      if (!converted) return failed(refusal('item-not-found'));
      return converted.ok ? { ok: true, row: convertedRow(subject, converted) } : failed(converted.refusal);
    });
  },
};

const needsSource: Pick<ActionWork, 'skip' | 'needsNewId'> = {
  skip: (subject, today) => {
    if (subject.market !== 'taobao') return 'not-taobao';
    return sourceLinks(subject, today).length === 0 ? 'no-own-link' : null;
  },
  needsNewId: () => false,
};

const shorten: ActionWork = {
  ...needsSource,
  together: linksPerCall / sourcesPerProduct,
  calls: (products) => Math.ceil((products * sourcesPerProduct) / linksPerCall),
  async ask(subjects, { caller, today, signal }) {
    const sources = subjects.map((subject) => sourceLinks(subject, today));
    const result = await caller.call(shortLinks(sources.flat().map(({ url }) => url)), signal);
    if (!result.ok) return result.refusal;
    const made = result.answer.values();
    return subjects.map((subject, index) => {
      const results = (sources[index] ?? []).map(({ url: _url, ...source }) => ({
        ...source,
        link: made.next().value,
      }));
      const links = results.flatMap(({ coupon, link, ...whose }): ImportedLink[] =>
        link?.ok ? [{ field: coupon ? 'couponShortUrl' : 'affiliateShortUrl', value: link.url, ...whose }] : [],
      );
      if (links.length > 0) return { ok: true, row: linksRow(subject, links) };
      const first = results[0]?.link;
      return failed(first && !first.ok ? first.refusal : refusal('link-not-shortened'));
    });
  },
};

const tokens: ActionWork = {
  ...needsSource,
  together: 1,
  calls: (products) => products * sourcesPerProduct,
  async ask([subject], { caller, today, signal }) {
    if (!subject) return [];
    const links: ImportedLink[] = [];
    let refused: TopRefusal = refusal('token-failed');
    for (const { url, coupon, ...whose } of sourceLinks(subject, today)) {
      const result = await caller.call(tokenCreate(url), signal);
      // Half a product would count as done; it is asked about again as a whole.
      if (!result.ok && (isUnavailable(result.refusal) || concernsEverything(result.refusal))) return result.refusal;
      const value = result.ok ? (result.answer.long ?? result.answer.short) : null;
      if (value !== null) links.push({ field: coupon ? 'couponToken' : 'token', value, ...whose });
      else if (!result.ok) refused = result.refusal;
    }
    return [links.length > 0 ? { ok: true, row: linksRow(subject, links) } : failed(refused)];
  },
};

const failed = (refused: TopRefusal): Gain => ({ ok: false, refusal: refused });

export const actionWorks: Readonly<Record<TopAction, ActionWork>> = { refresh, convert, shorten, tokens };
