import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JobSnapshot } from '#contract/jobs';
import type { Transport } from '#rpc/transport';

export interface JobsState {
  /** By id, running and recently ended. */
  jobs: Readonly<Record<string, JobSnapshot>>;
  load(): Promise<void>;
  cancel(id: string): Promise<void>;
}

export type JobsStore = StoreApi<JobsState>;

const remembered = 50;

/** Whether a job will not change any more. */
export function hasEnded(job: JobSnapshot): boolean {
  return job.finishedAt !== null || job.state === 'interrupted';
}

/** Follows all jobs of the engine; the only listener to job events. */
export function createJobsStore(transport: Transport): JobsStore {
  const store = createStore<JobsState>((set) => ({
    jobs: {},
    load: async () => {
      const list = await transport.call('jobs.list', { limit: remembered });
      set({ jobs: Object.fromEntries(list.map((job) => [job.id, job])) });
    },
    cancel: async (jobId) => {
      await transport.call('jobs.cancel', { jobId });
    },
  }));
  transport.listen('job.changed', (job) => store.setState((state) => ({ jobs: { ...state.jobs, [job.id]: job } })));
  return store;
}

/** Resolves with the job's last snapshot once it has ended. */
export function jobEnd(store: JobsStore, id: string): Promise<JobSnapshot> {
  return new Promise((resolve) => {
    const check = (state: JobsState): boolean => {
      const job = state.jobs[id];
      if (!job || !hasEnded(job)) return false;
      resolve(job);
      return true;
    };
    if (check(store.getState())) return;
    const stop = store.subscribe((state) => {
      if (check(state)) stop();
    });
  });
}
