import { on } from 'node:events';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { AppError, type ErrorData } from '#contract/errors';

/** What another thread makes one after the other, ahead of whoever takes it. */
export interface Ahead<Item> {
  /** Null after the last one. @throws the error that ended the other thread */
  next(): Promise<Item | null>;
  /** Ends the thread, wherever it is; a `next` that waits fails. */
  end(): Promise<void>;
}

export interface AheadThread {
  /** URL of the thread's entry, resolved by the entry file because bundling moves modules. */
  url: URL;
  name: string;
  /** How many are made ahead: enough that neither thread waits for the other for long, and no more, for they lie in memory. */
  itemsAhead: number;
}

type Answer<Item> = { item: Item } | { error: ErrorData } | null;

/** Of what lives shortly and of what stays: a hostile file ends its thread, not the process. */
const youngHeapMb = 8;
const heapLimitMb = 1024;

/** Starts a thread of {@link serveAhead}. */
export function startAhead<Item>({ url, name, itemsAhead }: AheadThread, task: unknown): Ahead<Item> {
  const worker = new Worker(url, {
    workerData: task,
    name,
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMb, maxYoungGenerationSizeMb: youngHeapMb },
  });
  const answers = on(worker, 'message', { close: ['exit'] });
  const order = (): void => worker.postMessage('next');
  for (let ordered = 0; ordered < itemsAhead; ordered += 1) order();
  return {
    async next() {
      const taken = await answers.next();
      if (taken.done === true) throw new Error(`thread ${name} ended early`);
      const [answer] = taken.value as [Answer<Item>];
      if (answer === null) return null;
      if ('error' in answer) throw AppError.fromData(answer.error);
      order();
      return answer.item;
    },
    async end() {
      await worker.terminate();
    },
  };
}

/** Makes this thread hand over what `make` yields for its task, one each time it is told to. */
export function serveAhead(make: (task: never) => AsyncGenerator): void {
  const port = parentPort;
  if (!port) throw new Error('made ahead in a worker thread only');
  const items = make(workerData as never);
  const answer = async (): Promise<Answer<unknown>> => {
    try {
      const made = await items.next();
      return made.done === true ? null : { item: made.value };
    } catch (error) {
      if (error instanceof AppError) return { error: error.toData() };
      throw error;
    }
  };
  port.on('message', () => void answer().then((made) => port.postMessage(made)));
}
