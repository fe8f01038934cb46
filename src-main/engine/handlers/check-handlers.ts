import { probeTexts } from '#app/checks/probe-texts';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { createLinkProbes } from '#infra/probes/link-probes';
import type { Handlers } from '#rpc/server';
import { openNetwork, readProbePack } from '../network.ts';
import type { Engine } from '../open-engine.ts';

type CheckMethods = Extract<keyof Handlers, `checks.${string}`>;

export function checkHandlers(engine: Engine): Pick<Handlers, CheckMethods> {
  const { checkDesk, evidence, links, verdicts, settings, openability, compliance, devices } = engine;

  return {
    'checks.start': ({ scope, surface, proxy }) =>
      checkDesk.start({ scope, surface: surface ?? settings.get().surface, proxy }),
    'checks.list': ({ offset, limit }) => checkDesk.list(offset, limit),
    'checks.get': ({ runId }) => checkDesk.get(runId),
    'checks.byJob': ({ jobId }) => checkDesk.byJob(jobId),
    'checks.results': ({ offset, limit, ...filter }) => checkDesk.results(filter, offset, limit),
    'checks.pause': ({ runId }) => checkDesk.pause(runId),
    'checks.resume': ({ runId }) => checkDesk.resume(runId),
    'checks.cancel': ({ runId }) => checkDesk.cancel(runId),
    'checks.due': ({ limit }) => {
      const { surface } = settings.get();
      return checkDesk.due({ surface, asOf: verdicts.prepare(), today: shanghaiDay(engine.now()) }, limit);
    },
    'checks.evidence': ({ linkId }) =>
      checkDesk.evidenceOf(links.byId(linkId, settings.get().surface, verdicts.prepare())),
    'checks.answer': ({ answerId }) => evidence.answer(answerId),
    'checks.probe': async ({ texts, proxy }, { signal }) => {
      const asOf = verdicts.prepare();
      const linter = compliance.linterFor(asOf);
      const pack = readProbePack(engine.options.resourcesDir);
      const network = await openNetwork(pack, { proxy: proxy ?? settings.get().proxy });
      try {
        return await probeTexts(
          {
            probes: createLinkProbes({ client: network, pack, now: engine.now }),
            pack,
            lintLanding: (text) => linter.lint(text, { surface: 'landing', suggest: false }).findings,
            judge: openability.judgeFor(asOf),
            records: devices.all(),
          },
          texts,
          signal,
        );
      } finally {
        await network.close();
      }
    },
  };
}
