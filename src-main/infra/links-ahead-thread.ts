import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LinkBlock } from './sqlite/repositories/link-block.ts';
import type { AheadTask, RecogniseAhead } from './sqlite/repositories/links-ahead.ts';

export type AheadThreadData = AheadTask & { database: string };

/** Enough that neither thread waits for the other for long, and no more: they lie in memory. */
const blocksAhead = 8;
const youngHeapMb = 8;

/**
 * @param workerUrl URL of links-ahead-worker, resolved by the entry file because bundling moves modules
 * @param database path of the catalog, in which the rows are staged and committed
 */
export function linksAheadThread(workerUrl: URL, database: string): RecogniseAhead {
  return (task) => {
    const worker = new Worker(workerUrl, {
      workerData: { ...task, database } satisfies AheadThreadData,
      name: 'links-ahead',
      resourceLimits: { maxYoungGenerationSizeMb: youngHeapMb },
    });
    const blocks = on(worker, 'message', { close: ['exit'] });
    const order = (): void => worker.postMessage('next');
    for (let ordered = 0; ordered < blocksAhead; ordered += 1) order();
    return {
      async next() {
        const block = await blocks.next();
        if (block.done === true) throw new Error('the thread that recognises links ended early');
        order();
        return (block.value as [LinkBlock])[0];
      },
      async end() {
        await worker.terminate();
      },
    };
  };
}
