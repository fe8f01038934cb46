import { beforeEach, expect, test } from 'vitest';
import type { JobContext } from '#app/jobs/job-specs';
import type { CheckStore, CheckTask, FinishedTask } from '#app/ports/check-store';
import type { LinkProbe, ProbeRunner } from '#app/ports/link-prober';
import { createPauseSwitch } from '#domain/probing/pause-switch';
import type { ProbeFacts, ProbeId } from '#domain/probing/probe-facts';
import type { ProbePack } from '#domain/probing/probe-pack';
import { probeFacts } from '#domain/probing/testing/probe-facts';
import { type CheckDependencies, runCheck } from './run-check.ts';

const at = '2026-11-25T02:00:00Z';

const answer = (probe: ProbeId, url: string, changes: Partial<ProbeFacts> = {}): ProbeFacts =>
  probeFacts(probe, url, at, changes);

const tasks = (count: number): CheckTask[] =>
  Array.from({ length: count }, (_, index) => ({
    position: index,
    linkHash: index,
    linkId: index,
    kind: 'web_link',
    value: `https://shop${index}.example.com/`,
  }));

/** One after the other. */
const inTurn: ProbeRunner = async (links, { onResult, signal }) => {
  for (const link of links) {
    if (signal.aborted) return { cancelled: true };
    const result = await link.run(signal);
    if (!signal.aborted) await onResult(link, result);
  }
  return { cancelled: signal.aborted };
};

let finished: Map<number, FinishedTask>;
let asked: string[];
let stop: AbortController;
let runEnded: boolean;
let breathe: () => Promise<void>;

beforeEach(() => {
  finished = new Map();
  asked = [];
  stop = new AbortController();
  runEnded = false;
  breathe = () => Promise.resolve();
});

/** A run over links that were planned already, as it is taken up again. */
function run(planned: CheckTask[], direct: (url: string) => Partial<ProbeFacts>): Promise<unknown> {
  const store: CheckStore = {
    plan: () => ({
      scope: { type: 'all' },
      surface: 'group',
      proxy: null,
      total: planned.length,
      checked: 0,
      skipped: 0,
    }),
    setTasks: () => Promise.reject(new Error('planned already')),
    waitingTasks: () => planned.filter(({ position }) => !finished.has(position)),
    saveAnswers: () => Promise.resolve(),
    finishTasks: async (_runId, done) => {
      for (const task of done) finished.set(task.position, task);
    },
    finishRun: async () => void (runEnded = true),
  };
  const probe =
    (id: ProbeId): LinkProbe =>
    async (url) => {
      if (id === 'direct') asked.push(url);
      const found = direct(url);
      // Without a network nobody answers.
      return answer(id, url, id === 'direct' || found.reason === 'offline' ? found : {});
    };
  const families = { landing: { families: [] } } as unknown as ProbePack;
  const deps: Partial<CheckDependencies> = {
    store,
    probes: {
      wapredirect: probe('wapredirect'),
      direct: probe('direct'),
      resolve: probe('resolve'),
      hostFor: () => '',
    },
    pack: families,
    run: inTurn,
    lintLanding: () => [],
    outcomesOf: (hashes) => new Map(hashes.map((hash) => [hash, 'opens'])),
    now: () => new Date(at),
  };
  const context: JobContext = {
    jobId: 'job',
    secret: null,
    signal: stop.signal,
    pause: createPauseSwitch(),
    progress: () => undefined,
    breathe: () => breathe(),
  };
  return runCheck(deps as CheckDependencies, { runId: 1 }, context);
}

test('a link that could not be visited is skipped with the reason, whatever its verdict says; the others are not', async () => {
  await run(tasks(3), (url) => (url.includes('shop1.') ? { skipped: true, reason: 'proxy-refused' } : {}));
  expect([...finished.values()].map(({ state, outcome, skipReason }) => [state, outcome, skipReason])).toEqual([
    ['checked', 'opens', null],
    ['skipped', null, 'proxy-refused'],
    ['checked', 'opens', null],
  ]);
  expect(runEnded).toBe(true);
});

test('offline, the rest of a run is skipped without being waited for one by one', async () => {
  await run(tasks(50), () => ({ skipped: true, reason: 'offline' }));
  expect(new Set([...finished.values()].map(({ skipReason }) => skipReason))).toEqual(new Set(['offline']));
  expect(finished.size).toBe(50);
  expect(asked.length).toBeLessThan(50);
});

test('a run that asks nobody anything can be stopped all the same', async () => {
  breathe = async () => stop.abort();
  await expect(run(tasks(500), () => ({ skipped: true, reason: 'offline' }))).rejects.toMatchObject({
    code: 'CANCELLED',
  });
  expect(finished.size).toBe(20);
});

test('a run that was stopped keeps what it has, and taken up again asks about the rest only', async () => {
  const planned = tasks(60);
  const cancelled = run(planned, () => {
    if (asked.length === 45) stop.abort();
    return {};
  });
  await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
  expect([finished.size, runEnded]).toEqual([44, false]);
  stop = new AbortController();
  asked = [];
  await run(planned, () => ({}));
  expect([asked.length, finished.size, runEnded]).toEqual([16, 60, true]);
});
