import { AppError } from '#contract/errors';
import { signMethod as signMethodShape } from '#contract/top';
import { signedParams, signRequest, stringToSign } from '#domain/top/sign-request';
import { readTopTimestamp, systemParams, topTimestamp } from '#domain/top/system-params';
import { testKeys } from '#app/top/test-keys';
import { systemClock } from '#infra/probes/http/clock';
import { nodeHash } from '#infra/top/node-hash';
import { createTopClient, topPace } from '#infra/top/top-client';
import type { Handlers } from '#rpc/server';
import { openNetwork } from '../network.ts';
import type { Engine } from '../open-engine.ts';

type TopMethods = Extract<keyof Handlers, `top.${string}`>;

export function topHandlers(engine: Engine): Pick<Handlers, TopMethods> {
  const { topKeys, topDesk } = engine;
  return {
    'top.status': () => topKeys.status(),
    'top.save': (keys) => topKeys.save(keys),
    'top.unlock': ({ passphrase }) => topKeys.unlock(passphrase),
    'top.forget': () => topKeys.forget(),
    'top.test': async ({ keys: given, proxy }, { signal }) => {
      const keys = given ?? (await topKeys.keys());
      const http = await openNetwork(engine.probePack, { proxy: proxy ?? engine.settings.get().proxy }, topPace);
      try {
        return await testKeys(createTopClient({ http, keys, now: engine.now, clock: systemClock }), keys, signal);
      } finally {
        await http.close();
      }
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
