import { z } from 'zod';

const confidence = z.enum(['high', 'medium', 'low']);
const sourced = { source: z.string().min(1), confidence };
const host = z.string().regex(/^[a-z0-9.-]+$/, '域名应为小写');
const hosts = z.array(host).min(1);
const wechatOutcome = z.enum(['blocked', 'copy-to-browser', 'confirm']);

/** `…` in a phrase stands for up to 80 characters; white space and punctuation width do not matter. */
const phrase = z.string().min(2).max(80);

const wechatPage = z
  .object({
    id: z.string(),
    /** `cgi-data`: read `cgiData.type`; `copy-template`: the page is the copy-to-browser page; `complaint`: no block. */
    kind: z.enum(['cgi-data', 'copy-template', 'complaint']),
    hosts,
    path: z.string().startsWith('/'),
    /** A query parameter that must start with this value. */
    parameter: z.object({ name: z.string(), startsWith: z.string() }).strict().optional(),
    ...sourced,
  })
  .strict();

const wapredirect = z
  .object({
    gateway: z.url({ protocol: /^https$/ }),
    parameter: z.string(),
    gatewayHosts: hosts,
    pages: z.array(wechatPage).min(1),
    types: z.array(z.object({ type: z.string(), outcome: wechatOutcome, ...sourced }).strict()).min(1),
    phrases: z.array(
      z
        .object({
          text: phrase,
          /** What the phrase proves; null: only why, not what. */
          outcome: wechatOutcome.nullable(),
          /** Id of the reason, see contract/messages/probe-messages `causes`. */
          cause: z.string().nullable(),
          seen: z.string(),
          ...sourced,
        })
        .strict(),
    ),
    ...sourced,
  })
  .strict();

const deadMeaning = z.enum([
  'item-gone',
  'coupon-gone',
  'coupon-used-up',
  'coupon-expired',
  'shop-gone',
  'content-gone',
]);

const landing = z
  .object({
    deadPhrases: z.array(
      z.object({ text: phrase, hosts, meaning: deadMeaning, seen: z.string(), ...sourced }).strict(),
    ),
    deadAddresses: z.array(
      z.object({ hosts, path: z.string().startsWith('/'), meaning: deadMeaning, ...sourced }).strict(),
    ),
    botChecks: z.array(
      z.object({ in: z.enum(['address', 'title', 'script']), text: z.string().min(4), ...sourced }).strict(),
    ),
    loginHosts: z.array(z.object({ host, returnParameters: z.array(z.string()), ...sourced }).strict()),
    /** Words of pages that show nothing until they are opened outside WeChat. */
    leaveWechatPhrases: z.array(z.object({ text: phrase, ...sourced }).strict()),
    downloadPhrases: z.array(z.object({ text: phrase, ...sourced }).strict()),
    downloadTypes: z.array(z.string()),
    downloadExtensions: z.array(z.string().regex(/^[a-z0-9]+$/)),
    /** Hosts that belong together; jumps between them are one step, and their pages are not compared by browser. */
    families: z.array(z.object({ id: z.string(), hosts }).strict()),
    shorteners: hosts,
    /** Script variables in which a host's jump page carries its target. */
    jumpVariables: z.array(z.object({ hosts, names: z.array(z.string()).min(1), ...sourced }).strict()),
  })
  .strict();

/** The facts the link probes rest on: hosts, phrases, parameters, user agents, each with its source. */
export const probePackShape = z
  .object({
    schema: z.literal('taoke-desk/probes@1'),
    id: z.string(),
    asOf: z.iso.date(),
    /** Names that exist whenever the internet does; resolving one tells "no such host" from "no network". */
    controlHosts: hosts,
    userAgents: z
      .object({
        wechat: z.object({ value: z.string().includes('MicroMessenger/'), ...sourced }).strict(),
        browser: z.object({ value: z.string().min(20), ...sourced }).strict(),
      })
      .strict(),
    wapredirect,
    landing,
    /** Clause numbers of 《微信外部链接内容管理规范》 behind each signal. */
    clauses: z.array(
      z.object({ signal: z.string(), clause: z.string().nullable(), category: z.string(), ...sourced }).strict(),
    ),
  })
  .strict();

export type ProbePack = z.infer<typeof probePackShape>;
export type WechatOutcome = z.infer<typeof wechatOutcome>;
export type WechatPage = z.infer<typeof wechatPage>;
