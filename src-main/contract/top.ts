import { z } from 'zod';
import type { SignMethod, TopParams } from '#domain/top/sign-request';

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
};

export interface TopOutputs {
  'top.sign': SignedCall;
}
