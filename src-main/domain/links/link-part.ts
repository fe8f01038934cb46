import type { LinkKind } from './link-kinds.ts';

/** Whether a purchase through the link pays a commission to anybody. */
export type Earns = 'yes' | 'no' | 'unknown';

/** Whose commission it is. */
export type CommissionOwner = 'own' | 'other' | 'unknown';

/** Why; the sentence is `link.earning.<code>` in contract/messages/link-messages. */
export type EarningReason =
  | 'item-page'
  | 'coupon-page'
  | 'dead-link'
  | 'own-pid'
  | 'own-account'
  | 'own-relation'
  | 'other-pid'
  | 'pid-visible'
  | 'affiliate-link'
  | 'affiliate-column'
  | 'pasted-affiliate'
  | 'said-own'
  | 'own-keys'
  | 'own-file'
  | 'short-link'
  | 'token'
  | 'app-share'
  | 'landing-page'
  | 'activity-page'
  | 'no-promoter'
  | 'cut-off'
  | 'resolve-first'
  | 'plain-page'
  | 'no-inner-page'
  | 'resolved-affiliate'
  | 'resolved-plain';

/** What can be read out of one link or 口令 without asking anybody. `null` = the text does not show it. */
export interface LinkFacts {
  kind: LinkKind;
  /** As written: digits, or the newer `XXXX-YYYY` string id. Never a number (抖店 ids exceed 2^53). */
  itemId: string | null;
  /** `mm_<member>_<site>_<adzone>`; for 拼多多 its own `digits_digits` form. */
  pid: string | null;
  /** 渠道关系ID */
  relationId: string | null;
  /** 优惠券id */
  activityId: string | null;
  /** The characters inside a 口令, or a short link's `tk`. */
  token: string | null;
  /** The http(s) address that can be opened or probed: the link itself, or the page inside a 口令 or deep link. */
  url: string | null;
  /** Host of `url` as a browser reads it (lower case, punycode). */
  host: string | null;
  /** Kind of the page inside a deep link. */
  innerKind: LinkKind | null;
  /**
   * Two links are the same exactly when this is the same: share-time noise (tk=, spm=, trace ids …) is gone, what
   * identifies stays. It is itself recognised as the same link. All dresses of one 口令 share one canonical.
   */
  canonical: string;
  /** The rest of the address is or may be missing: whose it is cannot be told, whatever it shows. */
  isCut?: true;
}

/**
 * One link or 口令 found in a text. `text.slice(start, end) === value`, but for the line breaks that stand in a wrapped
 * address; offsets in UTF-16 units.
 */
export interface LinkPart extends LinkFacts {
  value: string;
  start: number;
  end: number;
  /** Title the official text carries (long 口令, app share). */
  title: string | null;
  /** `maybe`: the form also occurs in ordinary text; never edit or drop it without asking. */
  certainty: 'sure' | 'maybe';
  /** From the text alone; `earning()` refines it with the user's own pids. */
  earns: Earns;
  earnsReason: EarningReason;
  /** Days the issuer promises from the day of creation (300 短链接, 30 口令); the day itself is not in the text. */
  validDays: number | null;
}
