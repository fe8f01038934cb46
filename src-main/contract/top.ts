import { z } from 'zod';
import type { FoundMaterial } from '#domain/top/material-search';
import type { TopOrder } from '#domain/top/order-details';
import type { SignMethod, TopParams } from '#domain/top/sign-request';
import { nothing } from './common.ts';
import type { MessageParams } from './messages/format-message.ts';
import type { TopReason } from './messages/top-messages.ts';
import { pidPattern, proxySetting } from './settings.ts';

export const signMethods = ['md5', 'hmac', 'hmac-sha256'] as const satisfies readonly SignMethod[];
export const signMethod = z.enum(signMethods);

/** Longest parameter of a call; a `requests` list of 20 long links stays far below it. */
const paramUnits = 20_000;

/** How one call is signed. Made without the network and without stored keys. */
export interface SignedCall {
  method: string;
  signMethod: SignMethod;
  /** What would be sent besides `sign`: system parameters and the call's own, by name. */
  params: TopParams;
  /** Without the secret. */
  stringToSign: string;
  sign: string;
}

/** Whose promotion calls make. Nothing of it is secret. */
export interface TopAccount {
  /** `mm_<member>_<site>_<adzone>`; site and adzone of calls are read from it. */
  pid: string;
  /** 渠道关系 id; null = none. */
  relationId: string | null;
  signMethod: SignMethod;
}

export interface TopKeyStatus {
  /** `locked`: the passphrase is wanted; `out-of-reach`: sealed with a key that is not available here. */
  state: 'none' | 'locked' | 'out-of-reach' | 'open';
  /** What would protect keys saved now. */
  newProtection: 'system' | 'passphrase';
  /** What is stored, but for the secrets, which are never sent to a page. */
  stored: (TopAccount & { appKeyHint: string; savedAt: string; protection: 'system' | 'passphrase' }) | null;
}

/** Why a call brought nothing: a reason of the catalogue, its values, and the platform's own codes. */
export interface ShownRefusal {
  reason: TopReason;
  params: MessageParams;
  code: string | null;
  subCode: string | null;
}

export type TopCapability = 'pid' | 'search' | 'items' | 'convert' | 'shorten' | 'token';

/** One thing the app does with the keys, tried once. */
export interface TopTestStep {
  capability: TopCapability;
  state: 'works' | 'refused' | 'not-tested';
  refusal: ShownRefusal | null;
}

/** Orders of a time, earliest first. */
export interface TopOrders {
  orders: TopOrder[];
  /** Up to when they are complete; before the end asked for where the platform refused to go on. */
  completeTo: string;
  refusal: ShownRefusal | null;
}

/** Longest time orders are asked for at once; three hours of it are a call. */
export const mostOrderDays = 31;

const account = {
  pid: z.string().regex(pidPattern, 'pid 应形如 mm_1_2_3'),
  relationId: z
    .string()
    .regex(/^\d{3,14}$/, 'relation_id 应为 3–14 位数字')
    .nullable(),
  signMethod,
};

/** Printable and without spaces: what slips in when copying from a web page. */
const pasted = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{4,200}$/, 'App Key 和密钥不应有空格或中文');

const keysInput = z
  .object({
    /** Both null: the stored ones stay. */
    appKey: pasted.nullable(),
    secret: pasted.nullable(),
    passphrase: z.string().max(500).nullable(),
    ...account,
  })
  .strict();
export type TopKeysInput = z.infer<typeof keysInput>;

/** With which keys and through which proxy. `keys` null: the stored ones; `proxy` null: as the settings say. */
const asked = {
  keys: z
    .object({ appKey: pasted, secret: pasted, ...account })
    .strict()
    .nullable(),
  proxy: proxySetting.nullable(),
};

export const topInputs = {
  /** `params` named like a system parameter replace it. `timestamp`: `yyyy-MM-dd HH:mm:ss` in GMT+8; null = now. */
  'top.sign': z
    .object({
      method: z.string().min(1).max(200),
      appKey: z.string().max(200),
      secret: z.string().min(1).max(500),
      signMethod,
      timestamp: z.string().max(40).nullable(),
      params: z.record(z.string().max(200), z.string().max(paramUnits)),
    })
    .strict(),
  'top.status': nothing,
  'top.save': keysInput,
  'top.unlock': z.object({ passphrase: z.string().min(1).max(500) }).strict(),
  'top.forget': nothing,
  'top.test': z.object(asked).strict(),
  /** Products that can be promoted, with links for the keys' ad zone; nothing is stored. `page` from 1. */
  'top.search': z
    .object({
      ...asked,
      q: z.string().trim().min(1).max(100),
      page: z.int().min(1).max(100),
      limit: z.int().min(1).max(100),
      hasCoupon: z.boolean(),
    })
    .strict(),
  /** Orders created from `from` until before `to`, ISO; nothing is stored. */
  'top.orders': z.object({ ...asked, from: z.iso.datetime(), to: z.iso.datetime(), bigSale: z.boolean() }).strict(),
};

export interface TopOutputs {
  'top.sign': SignedCall;
  'top.status': TopKeyStatus;
  'top.save': TopKeyStatus;
  'top.unlock': TopKeyStatus;
  'top.forget': TopKeyStatus;
  'top.test': TopTestStep[];
  'top.search': FoundMaterial;
  'top.orders': TopOrders;
}
