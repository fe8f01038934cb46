import { AppError } from '#contract/errors';
import type { Settings } from '#contract/settings';
import { mostOrderDays, signMethod as signMethodShape } from '#contract/top';
import { materialSearch } from '#domain/top/material-search';
import { pidParts } from '#domain/top/pid-parts';
import { signedParams, signRequest, stringToSign } from '#domain/top/sign-request';
import { readTopTimestamp, systemParams, topTimestamp } from '#domain/top/system-params';
import type { TopCaller } from '#app/ports/top-caller';
import { readOrders } from '#app/top/read-orders';
import { topError } from '#app/top/shown-refusal';
import { testKeys } from '#app/top/test-keys';
import type { TopKeys } from '#app/top/top-key-ring';
import { systemClock } from '#infra/probes/http/clock';
import { nodeHash } from '#infra/top/node-hash';
import { createTopClient, topPace } from '#infra/top/top-client';
import type { Handlers } from '#rpc/server';
import { openNetwork, readProbePack } from '../network.ts';
import type { Engine } from '../open-engine.ts';

type TopMethods = Extract<keyof Handlers, `top.${string}`>;

/** Calls with the given keys, or the stored ones. */
async function withCaller<Result>(
  { topKeys, settings, options, now }: Engine,
  { keys: given, proxy }: { keys: TopKeys | null; proxy: Settings['proxy'] | null },
  work: (caller: TopCaller, keys: TopKeys) => Promise<Result>,
): Promise<Result> {
  const keys = given ?? (await topKeys.keys());
  const pack = readProbePack(options.resourcesDir);
  const http = await openNetwork(pack, { proxy: proxy ?? settings.get().proxy }, topPace);
  try {
    return await work(createTopClient({ http, keys, now, clock: systemClock }), keys);
  } finally {
    await http.close();
  }
}

export function topHandlers(engine: Engine): Pick<Handlers, TopMethods> {
  const { topKeys, topDesk } = engine;

  return {
    'top.status': () => topKeys.status(),
    'top.save': (keys) => topKeys.save(keys),
    'top.unlock': ({ passphrase }) => topKeys.unlock(passphrase),
    'top.forget': () => topKeys.forget(),
    'top.test': (asked, { signal }) => withCaller(engine, asked, (caller, keys) => testKeys(caller, keys, signal)),
    'top.search': ({ q, page, limit, hasCoupon, ...asked }, { signal }) =>
      withCaller(engine, asked, async (caller, { pid }) => {
        const adzoneId = pidParts(pid)?.adzoneId ?? '';
        const search = { adzoneId, q, page, pageSize: limit, ...(hasCoupon ? { hasCoupon } : {}) };
        const result = await caller.call(materialSearch(search), signal);
        if (!result.ok) throw topError(result.refusal);
        return result.answer;
      }),
    'top.orders': ({ from, to, bigSale, ...asked }, { signal }) => {
      const time = { from: new Date(from), to: new Date(to), bigSale };
      const days = (time.to.getTime() - time.from.getTime()) / 86_400_000;
      if (days <= 0 || days > mostOrderDays) throw invalid(`时间应从早到晚，最长 ${mostOrderDays} 天`);
      return withCaller(engine, asked, (caller) => readOrders(caller, time, signal));
    },
    'top.plan': ({ action, products }) => topDesk.plan(action, products),
    'top.start': ({ action, products }) => topDesk.start(action, products),
    'top.runs': ({ offset, limit }) => topDesk.list(offset, limit),
    'top.run': ({ runId }) => topDesk.get(runId),
    'top.results': ({ offset, limit, ...filter }) => topDesk.results(filter, offset, limit),
    'top.resume': ({ runId }) => topDesk.resume(runId),
    'top.cancel': ({ runId }) => topDesk.cancel(runId),
    'top.sign': ({ secret, ...asked }) => {
      const timestamp = asked.timestamp ?? topTimestamp(engine.now());
      const params = Object.fromEntries(signedParams({ ...systemParams({ ...asked, timestamp }), ...asked.params }));
      const signMethod = signMethodShape.safeParse(params['sign_method']).data;
      if (signMethod === undefined) throw invalid(`sign_method ${params['sign_method']}`);
      if (readTopTimestamp(params['timestamp'] ?? '') === null) {
        throw invalid(`timestamp 应为 yyyy-MM-dd HH:mm:ss（北京时间），而不是“${params['timestamp'] ?? ''}”`);
      }
      return {
        method: params['method'] ?? asked.method,
        signMethod,
        params,
        stringToSign: stringToSign(params),
        sign: signRequest(params, signMethod, secret, nodeHash),
      };
    },
  };
}

const invalid = (detail: string): AppError => new AppError('VALIDATION', detail, { params: { detail } });
