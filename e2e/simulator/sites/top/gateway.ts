import { createHash, createHmac } from 'node:crypto';
import type { Site, Sites } from '../../site.ts';
import { type Answer, error, isError, topMethods } from './methods.ts';

/** An app as the platform knows it. */
export interface SimApp {
  secret: string;
  /** Methods it may call; all by default. */
  permissions?: readonly string[];
}

export interface GatewayOptions {
  apps?: Readonly<Record<string, SimApp>>;
  /** Calls within any second before the app is banned for two. */
  callsPerSecond?: number;
  /** Calls altogether before the day's quota is used up. */
  callsPerDay?: number;
  now?: () => Date;
}

/** One call that reached the gateway, as it was read. */
export interface SeenCall {
  method: string;
  params: Readonly<Record<string, string>>;
  /** `ok`, or the code it was refused with. */
  outcome: string;
}

export interface Gateway {
  site: Site;
  calls: readonly SeenCall[];
}

/** For tests and for trying things out by hand; like the ones of the platform's documentation. */
export const demoApp = { appKey: '12345678', secret: 'helloworld' };
const defaultApps: Readonly<Record<string, SimApp>> = { [demoApp.appKey]: { secret: demoApp.secret } };

/**
 * The Taobao Open Platform's gateway: checks what the real one checks, in its order and with its codes. Signatures are
 * computed here anew, from the documentation, not with the product's code.
 */
export function createTopGateway(options: GatewayOptions = {}): Gateway {
  const apps = options.apps ?? defaultApps;
  const now = options.now ?? (() => new Date());
  const calls: SeenCall[] = [];
  const quota = createQuota(options, now);

  function answer(params: Readonly<Record<string, string>>): Answer {
    const refused = checkSystem(params, apps, now());
    if (refused) return refused;
    const app = apps[params['app_key'] ?? ''];
    const method = params['method'] ?? '';
    if (app?.permissions && !app.permissions.includes(method)) {
      return error(11, 'Insufficient isv permissions', 'isv.permission-api-package-limit', 'scope ids is 11655');
    }
    const banned = quota(params['app_key'] ?? '');
    if (banned) return banned;
    const handle = topMethods[method];
    return handle ? handle(params) : error(22, 'Invalid Method');
  }

  const site: Site = ({ method, headers, body, url }, response) => {
    const params = Object.fromEntries(new URLSearchParams(method === 'POST' ? body.toString('utf8') : url.search));
    const form = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
    const given = method === 'POST' && form ? answer(params) : error(9, 'Http Action Not Allowed');
    const failed = isError(given);
    calls.push({
      method: params['method'] ?? '',
      params,
      outcome: failed ? [given.error_response.code, given.error_response.sub_code].filter(Boolean).join(' ') : 'ok',
    });
    const name = `${(params['method'] ?? '').replace('taobao.', '').replaceAll('.', '_')}_response`;
    const content = failed ? given : { [name]: given };
    response.writeHead(200, { 'content-type': 'text/json;charset=UTF-8', date: now().toUTCString() });
    response.end(JSON.stringify(content));
  };
  return { site, calls };
}

/** The hosts of the platform, all one gateway. */
export function topGateways(gateway: Gateway = createTopGateway()): Sites {
  return { 'eco.taobao.com': gateway.site, 'gw.api.taobao.com': gateway.site };
}

function checkSystem(
  params: Readonly<Record<string, string>>,
  apps: Readonly<Record<string, SimApp>>,
  now: Date,
): Answer | null {
  if (!params['method']) return error(21, 'Missing Method');
  if (!params['app_key']) return error(28, 'Missing App Key');
  const app = apps[params['app_key']];
  if (!app) return error(29, 'Invalid app Key', 'isv.appkey-not-exists', 'appkey不存在');
  if (!params['v']) return error(32, 'Missing Version');
  if (params['v'] !== '2.0') return error(33, 'Invalid Version');
  if (params['format'] !== 'json' && params['format'] !== 'xml') return error(23, 'Invalid Format');
  if (!params['timestamp']) return error(30, 'Missing Timestamp');
  const at = Date.parse(`${params['timestamp'].replace(' ', 'T')}+08:00`);
  if (Number.isNaN(at) || Math.abs(at - now.getTime()) > 600_000) return error(31, 'Invalid Timestamp');
  if (!params['sign']) return error(24, 'Missing Signature');
  return params['sign'] === signatureOf(params, app.secret) ? null : error(25, 'Invalid signature');
}

function signatureOf(params: Readonly<Record<string, string>>, secret: string): string {
  const joined = Object.keys(params)
    .filter((name) => name !== 'sign' && name !== '' && params[name] !== '')
    .sort()
    .reduce((text, name) => `${text}${name}${params[name]}`, '');
  const bytes = Buffer.from(joined, 'utf8');
  const digest =
    params['sign_method'] === 'hmac'
      ? createHmac('md5', secret).update(bytes)
      : params['sign_method'] === 'hmac-sha256'
        ? createHmac('sha256', secret).update(bytes)
        : createHash('md5').update(`${secret}${joined}${secret}`);
  return digest.digest('hex').toUpperCase();
}

/** @returns whether a call of an app is refused, counting it */
function createQuota(
  { callsPerSecond = Infinity, callsPerDay = Infinity }: GatewayOptions,
  now: () => Date,
): (appKey: string) => Answer | null {
  const perApp = new Map<string, { times: number[]; total: number; bannedUntil: number }>();
  return (appKey) => {
    const used = perApp.get(appKey) ?? { times: [], total: 0, bannedUntil: 0 };
    perApp.set(appKey, used);
    const at = now().getTime();
    used.times = [...used.times.filter((time) => time > at - 1_000), at];
    used.total += 1;
    if (used.times.length > callsPerSecond && at >= used.bannedUntil) used.bannedUntil = at + 2_000;
    if (at < used.bannedUntil) {
      const seconds = Math.ceil((used.bannedUntil - at) / 1_000);
      const words = `This ban will last for ${seconds} more seconds`;
      return error(7, 'App Call Limited', 'accesscontrol.limited-by-app-api-access-count', words);
    }
    if (used.total <= callsPerDay) return null;
    const untilMidnight = 'This ban will last for 30000 more seconds';
    return error(7, 'App Call Limited', 'accesscontrol.limited-by-app-access-count', untilMidnight);
  };
}
