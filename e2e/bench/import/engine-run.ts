import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportJobResult } from '#contract/import';
import type { JobSnapshot } from '#contract/jobs';
import type { Transport } from '#rpc/transport';
import { openEngine } from '../open-engine.ts';
import { watchWaking } from './late-waking.ts';

/**
 * One import on an engine of its own process, so that its memory is its own. Run as a script:
 * `engine-run.ts DATA_DIR FILE [PHASE]`; with a phase it is cancelled half a second into it. Prints an {@link EngineRun}.
 */
export interface EngineRun {
  state: JobSnapshot['state'];
  seconds: number;
  /** Of all threads. */
  processorSeconds: number;
  rows: number;
  created: number;
  unchanged: number;
  /** Milliseconds that other calls took meanwhile. */
  calls: { count: number; percentile99: number; slowest: number; slowestMethod: string };
  /** How late a process that only sleeps was woken meanwhile, at most. */
  latestWakingMilliseconds: number;
  /** From asking to cancel to the end of the job. */
  cancelMilliseconds: number | null;
  peakMegabytes: number;
}

const pauseBetweenCallsMs = 100;
const cancelAfterMs = 500;

/** What the pages of somebody who goes on working ask for. */
const asks: readonly [string, (engine: Transport) => Promise<unknown>][] = [
  [
    'catalog.query',
    (engine) =>
      engine.call('catalog.query', {
        filter: { search: '四件' },
        sort: { by: 'newest', descending: true },
        offset: 0,
        limit: 50,
      }),
  ],
  ['jobs.list', (engine) => engine.call('jobs.list', { limit: 20 })],
  ['import.batches', (engine) => engine.call('import.batches', { offset: 0, limit: 50 })],
  ['dashboard.get', (engine) => engine.call('dashboard.get', {})],
];

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function keepAsking(engine: Transport, until: () => boolean): Promise<EngineRun['calls']> {
  const calls: { method: string; taken: number }[] = [];
  while (!until()) {
    for (const [method, ask] of asks) {
      const from = performance.now();
      await ask(engine);
      calls.push({ method, taken: performance.now() - from });
      await wait(pauseBetweenCallsMs);
    }
  }
  calls.sort((a, b) => a.taken - b.taken);
  const slowest = calls.at(-1);
  return {
    count: calls.length,
    percentile99: calls[Math.floor(calls.length * 0.99)]?.taken ?? 0,
    slowest: slowest?.taken ?? 0,
    slowestMethod: slowest?.method ?? '',
  };
}

async function run(dataDir: string, path: string, cancelIn: string | undefined): Promise<EngineRun> {
  const { engine, stop } = openEngine(dataDir, 'browser');
  const { ref } = await engine.call('internal.registerFile', { path, name: basename(path), mode: 'read' });
  // The first calls open files and compile queries; only what comes after tells how it is to work meanwhile.
  for (const [, ask] of asks) await ask(engine);
  let cancelledAt: number | null = null;
  let ended: JobSnapshot | null = null;
  let endedAt = 0;
  const endWatch = watchWaking();
  const from = performance.now();
  const processorBefore = process.cpuUsage();
  let scheduled = false;
  engine.listen('job.changed', (job) => {
    if (job.kind !== 'import') return;
    if (job.finishedAt !== null) {
      ended = job;
      endedAt = performance.now();
    } else if (job.phase === cancelIn && !scheduled) {
      scheduled = true;
      setTimeout(() => {
        cancelledAt = performance.now();
        void engine.call('jobs.cancel', { jobId: job.id });
      }, cancelAfterMs);
    }
  });
  await engine.call('import.start', { files: [{ ref, mapping: null, saveMapping: false }] });
  const calls = await keepAsking(engine, () => ended !== null);
  const { user, system } = process.cpuUsage(processorBefore);
  const latestWakingMilliseconds = await endWatch();
  await stop();
  const job = ended as unknown as JobSnapshot;
  const file = (job.result as ImportJobResult | null)?.files[0];
  return {
    state: job.state,
    seconds: (endedAt - from) / 1000,
    processorSeconds: (user + system) / 1e6,
    rows: file?.rows ?? 0,
    created: file?.created ?? 0,
    unchanged: file?.unchanged ?? 0,
    calls,
    latestWakingMilliseconds,
    cancelMilliseconds: cancelledAt === null ? null : endedAt - cancelledAt,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** {@link EngineRun} of an import in a process of its own. */
export function runEngine(dataDir: string, path: string, cancelIn?: string): EngineRun {
  const args = [fileURLToPath(import.meta.url), dataDir, path, ...(cancelIn === undefined ? [] : [cancelIn])];
  const run = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as EngineRun;
  const expected = cancelIn === undefined ? 'done' : 'cancelled';
  if (run.state !== expected) throw new Error(`import of ${path}: ${run.state}, not ${expected}`);
  return run;
}

const [, script, dataDir, path, cancelIn] = process.argv;
if (script === fileURLToPath(import.meta.url) && dataDir !== undefined && path !== undefined) {
  console.log(JSON.stringify(await run(dataDir, path, cancelIn)));
}
