import { AppError, type ErrorData } from '#contract/errors';
import { type JobKind, unhurriedJobs } from '#contract/jobs';
import { createPauseSwitch, type PauseSwitch } from '#domain/probing/pause-switch';
import type { JobCommand, JobContext, JobReport, JobRunner } from './job-specs.ts';
import { WindowUse } from './window-use.ts';

/** At most ten progress events a second for each job; the last one before a change of phase is never lost. */
const progressEveryMs = 100;

interface Dependencies {
  runners: Record<JobKind, JobRunner>;
  report(report: JobReport): void;
  /** Milliseconds, for throttling and rests only. */
  clock(): number;
  /** Gives other work of the thread a turn. */
  yieldTurn(): Promise<void>;
  sleep(ms: number): Promise<void>;
  toErrorData(error: unknown, where: string): ErrorData;
}

interface RunningJob {
  kind: JobKind;
  controller: AbortController;
  pause: PauseSwitch;
  secret: unknown;
}

type StartCommand = Extract<JobCommand, { type: 'start' }>;

/** The job thread's side: runs each started job, throttles its progress, turns cancel into an abort. */
export function createJobLoop(deps: Dependencies): (command: JobCommand) => void {
  const running = new Map<string, RunningJob>();
  const use = new WindowUse(deps);

  function contextOf(id: string, { kind, controller: { signal }, pause, secret }: RunningJob): JobContext {
    let lastAt = -Infinity;
    let lastPhase = '';
    return {
      jobId: id,
      secret,
      signal,
      pause,
      progress(done, total, phase) {
        const now = deps.clock();
        if (phase === lastPhase && now - lastAt < progressEveryMs) return;
        lastAt = now;
        lastPhase = phase;
        deps.report({ type: 'progress', id, done, total, phase });
      },
      async breathe() {
        await deps.yieldTurn();
        if (unhurriedJobs.has(kind)) await use.rest(signal);
        if (signal.aborted) throw new AppError('CANCELLED', 'job was cancelled');
      },
    };
  }

  async function run({ id, kind, params, secret }: StartCommand): Promise<void> {
    const job: RunningJob = { kind, controller: new AbortController(), pause: createPauseSwitch(), secret };
    running.set(id, job);
    try {
      const result = await deps.runners[kind](params, contextOf(id, job));
      deps.report({ type: 'done', id, result });
    } catch (error) {
      deps.report({ type: 'failed', id, error: deps.toErrorData(error, `job ${kind}`) });
    } finally {
      running.delete(id);
    }
  }

  return (command) => {
    switch (command.type) {
      case 'start':
        return void run(command);
      case 'cancel':
        return running.get(command.id)?.controller.abort();
      case 'pause':
        return running.get(command.id)?.pause.pause();
      case 'resume':
        return running.get(command.id)?.pause.resume();
      case 'in-use':
        use.notice();
    }
  };
}
