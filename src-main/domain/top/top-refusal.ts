import type { TopReason } from '#contract/messages/top-messages';
import { textAt } from './read-json.ts';

/** Whether and when the same call may be made again. `seconds` is what the platform asked for. */
export type Retry = { kind: 'no' } | { kind: 'slow-down'; seconds: number | null } | { kind: 'later' };

/** Why a call brought nothing. */
export interface TopRefusal {
  reason: TopReason;
  retry: Retry;
  /** Values for the sentence of `reason`. */
  params: { detail?: string; requestId?: string };
  /** As the platform gave them, for looking them up. */
  code: string | null;
  subCode: string | null;
}

const no: Retry = { kind: 'no' };
const later: Retry = { kind: 'later' };

const byCode: Readonly<Record<string, TopReason>> = {
  3: 'upload-failed',
  4: 'limited',
  5: 'limited',
  6: 'limited',
  7: 'limited',
  8: 'limited',
  9: 'http-method',
  10: 'unavailable',
  11: 'no-permission',
  12: 'user-permission',
  13: 'partner-permission',
  21: 'missing-method',
  22: 'invalid-method',
  23: 'invalid-format',
  24: 'missing-signature',
  25: 'invalid-signature',
  26: 'missing-session',
  27: 'invalid-session',
  28: 'missing-app-key',
  29: 'invalid-app-key',
  30: 'missing-timestamp',
  31: 'invalid-timestamp',
  32: 'invalid-version',
  33: 'invalid-version',
  34: 'invalid-version',
  40: 'missing-parameter',
  41: 'invalid-parameter',
  42: 'forbidden',
  43: 'invalid-parameter',
};

/** Sub codes with a name; those of a parameter (`isv.invalid-parameter:unid`) are matched without it. */
const bySubCode: Readonly<Record<string, TopReason>> = {
  'isv.permission-api-package-empty': 'no-permission',
  'isv.permission-api-package-not-allowed': 'no-permission',
  'isv.permission-api-package-limit': 'no-permission',
  'isv.permission-ip-whitelist-limit': 'ip-whitelist',
  'isv.invalid-signature': 'invalid-signature',
  'isv.invalid-timestamp': 'invalid-timestamp',
  'isv.appkey-not-exists': 'invalid-app-key',
  'isv.missing-parameter': 'missing-parameter',
  'isv.invalid-parameter': 'invalid-parameter',
  'isv.not-support-param-type': 'invalid-parameter',
  'isp.param-error': 'invalid-parameter',
  'isp.pid-check-error': 'pid-check',
  'isp.call-limited': 'limited',
  'session-expired': 'invalid-session',
};

type Numbered = Readonly<Record<string, TopReason>>;

const coupons: Numbered = {
  1: 'unavailable',
  10: 'coupon-missing',
  11: 'coupon-used-up',
  12: 'coupon-over',
  13: 'coupon-other-item',
  14: 'coupon-type',
  15: 'coupon-unsupported',
  16: 'coupon-not-yet',
  17: 'coupon-not-usable-yet',
  1001: 'coupon-reference',
  1002: 'coupon-reference',
  1912: 'numeric-id',
  10000: 'item-not-listed',
};

const items: Numbered = {
  1: 'unavailable',
  2: 'pid-wrong',
  4: 'adzone-unknown',
  5: 'pid-check',
  719: 'unavailable',
  1201: 'unavailable',
  1911: 'scene-permission',
  1912: 'numeric-id',
  10000: 'item-not-listed',
  30001: 'material-id',
  30002: 'search-empty',
  40001: 'unavailable',
  50001: 'no-results',
  50002: 'limited',
};

/** The numbers of a method's own errors mean something else in every method. */
const byMethod: Readonly<Record<string, Numbered>> = {
  'taobao.tbk.coupon.get': coupons,
  'taobao.tbk.dg.material.optional.upgrade': items,
  'taobao.tbk.dg.material.optional': items,
  'taobao.tbk.item.info.upgrade.get': items,
  'taobao.tbk.dg.general.link.convert': { ...items, 1001: 'convert-permission' },
  'taobao.tbk.tpwd.create': {
    1: 'unavailable',
    20000: 'token-link',
    20001: 'token-text',
    20002: 'token-extension',
    23: 'token-material',
    24: 'token-account',
    25: 'token-failed',
    26: 'token-scene',
  },
};

/** Reasons after which the same call may work. */
const passing: ReadonlySet<TopReason> = new Set(['unavailable', 'token-failed', 'pid-check', 'http-status']);

/** What is said of one thing asked about; every other refusal is about the app, its keys or the way there. */
const aboutOneThing: ReadonlySet<TopReason> = new Set([
  'missing-parameter',
  'invalid-parameter',
  'unavailable',
  'unknown',
  'numeric-id',
  'not-taobao',
  'product-gone',
  'item-not-listed',
  'item-not-found',
  'convert-permission',
  'convert-refused',
  'no-own-link',
  'link-not-shortened',
  'token-link',
  'token-text',
  'token-extension',
  'token-material',
  'token-account',
  'token-failed',
  'token-scene',
  'no-coupon',
  'coupon-missing',
  'coupon-used-up',
  'coupon-over',
  'coupon-other-item',
  'coupon-type',
  'coupon-unsupported',
  'coupon-not-yet',
  'coupon-not-usable-yet',
  'coupon-reference',
  'coupon-unreferenced',
  'coupon-changed',
]);

/** Whether asking about something else would only be refused in the same way. */
export const concernsEverything = ({ reason }: TopRefusal): boolean => !aboutOneThing.has(reason);

/** Whether nothing was learnt about the thing asked about, and asking again later may tell. */
export const isUnavailable = ({ reason }: TopRefusal): boolean => reason === 'unavailable';

/** Whether the call did not get there: the platform has said nothing of it. */
export const isUnreached = ({ reason }: TopRefusal): boolean => reason === 'network' || reason.startsWith('network-');

/** Their words; longer ones say nothing more. */
const longestDetail = 200;

/**
 * The refusal in an `error_response`. Business errors arrive as code 15 or 50 with a sub code; `isv.` means the request is
 * wrong, `isp.` that the fault is theirs.
 */
export function readErrorResponse(method: string, error: unknown): TopRefusal {
  const code = textAt(error, 'code');
  const subCode = textAt(error, 'sub_code');
  const words = textAt(error, 'sub_msg') ?? textAt(error, 'msg') ?? '';
  const reason = reasonOf(method, code, subCode, words);
  const requestId = textAt(error, 'request_id');
  const detail = reason === 'unknown' ? [code, subCode, words].filter(Boolean).join(' ') : ((words || subCode) ?? '');
  return refusal(reason, {
    code,
    subCode,
    detail,
    ...(requestId === null ? {} : { requestId }),
    seconds: reason === 'limited' ? banSeconds(words) : null,
  });
}

/** The refusal of one thing inside an answer that covers several. */
export function readItemRefusal(method: string, code: string | null, words: string | null): TopRefusal {
  return refusal(reasonOf(method, null, code, words ?? ''), { code: null, subCode: code, detail: words ?? code ?? '' });
}

interface RefusalParts {
  code?: string | null;
  subCode?: string | null;
  detail?: string;
  requestId?: string;
  seconds?: number | null;
}

export function refusal(reason: TopReason, parts: RefusalParts = {}): TopRefusal {
  const { code = null, subCode = null, detail = '', requestId, seconds = null } = parts;
  const retry: Retry = reason === 'limited' ? { kind: 'slow-down', seconds } : passing.has(reason) ? later : no;
  return {
    reason,
    retry,
    params: { detail: detail.slice(0, longestDetail), ...(requestId === undefined ? {} : { requestId }) },
    code,
    subCode,
  };
}

/** The platform's codes are text from outside: none of them is to reach what every object has. */
const known = (table: Readonly<Record<string, TopReason>> | undefined, code: string | null): TopReason | undefined =>
  code !== null && table !== undefined && Object.hasOwn(table, code) ? table[code] : undefined;

function reasonOf(method: string, code: string | null, subCode: string | null, words: string): TopReason {
  if (/数字\s*id|使用(?:升级后的)?新商品id/i.test(words)) return 'numeric-id';
  const own = known(byMethod[method], subCode);
  if (own !== undefined) return own;
  if (subCode !== null) {
    const named = known(bySubCode, subCode.split(':')[0] ?? '');
    if (named !== undefined) return named;
    if (subCode.startsWith('accesscontrol.')) return 'limited';
    if (subCode.startsWith('isp.')) return 'unavailable';
  }
  const platform = known(byCode, code);
  if (platform !== undefined) return platform;
  return subCode?.startsWith('isv.') ? 'invalid-parameter' : 'unknown';
}

/** `This ban will last for 2 more seconds` */
function banSeconds(words: string): number | null {
  const found = /(\d{1,6})\s*(?:more\s+)?(?:seconds?|秒)/i.exec(words)?.[1];
  return found === undefined ? null : Number(found);
}
