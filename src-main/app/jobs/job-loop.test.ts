import { describe, expect, it } from 'vitest';
import type { JobKind } from '#contract/jobs';
import { createJobLoop } from './job-loop.ts';
import type { JobReport, JobRunner } from './job-specs.ts';

const breaths = 3;

/** A loop whose clock moves only while a job sleeps; every job takes three breaths, `onBreath` before each. */
function fakeLoop(onBreath: (clock: number) => void = () => undefined) {
  let clock = 0;
  const run: JobRunner = async (_params, context) => {
    for (let at = 0; at < breaths; at += 1) {
      onBreath(clock);
      await context.breathe();
    }
    return clock;
  };
  const ended = Promise.withResolvers<JobReport>();
  const send = createJobLoop({
    runners: new Proxy({} as Record<JobKind, JobRunner>, { get: () => run }),
    report: (report) => ended.resolve(report),
    clock: () => clock,
    yieldTurn: () => Promise.resolve(),
    sleep: (ms) => {
      clock += ms;
      return Promise.resolve();
    },
    toErrorData: () => ({ code: 'CANCELLED', message: 'ended', params: {} }),
  });
  const start = (kind: JobKind): Promise<JobReport> => {
    send({ type: 'start', id: kind, kind, params: {}, secret: null });
    return ended.promise;
  };
  return { send, start };
}

describe('jobs that nobody waits for', () => {
  it('work without a rest while the window is not used', async () => {
    expect(await fakeLoop().start('scan')).toMatchObject({ type: 'done', result: 0 });
  });

  it('rest until the window was left alone for a moment', async () => {
    const loop = fakeLoop();
    loop.send({ type: 'in-use' });
    expect(await loop.start('scan')).toMatchObject({ type: 'done', result: 1_500 });
  });

  it('go on now and then while the window is used all the time', async () => {
    const loop = fakeLoop(() => loop.send({ type: 'in-use' }));
    expect(await loop.start('scan')).toMatchObject({ type: 'done', result: breaths * 1_000 });
  });

  it('end at once when they are cancelled at rest', async () => {
    const loop = fakeLoop(() => queueMicrotask(() => loop.send({ type: 'cancel', id: 'scan' })));
    loop.send({ type: 'in-use' });
    expect(await loop.start('scan')).toMatchObject({ type: 'failed' });
  });

  it('are told from those that somebody waits for', async () => {
    const loop = fakeLoop(() => loop.send({ type: 'in-use' }));
    expect(await loop.start('import')).toMatchObject({ type: 'done', result: 0 });
  });
});
