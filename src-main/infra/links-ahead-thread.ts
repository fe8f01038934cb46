import { startAhead } from './ahead-thread.ts';
import type { LinkBlock } from './sqlite/repositories/link-block.ts';
import type { AheadTask, RecogniseAhead } from './sqlite/repositories/links-ahead.ts';

export type LinksAheadTask = AheadTask & { database: string };

/**
 * @param url URL of links-ahead-worker, resolved by the entry file because bundling moves modules
 * @param database path of the catalog, in which the rows are staged and committed
 */
export function linksAheadThread(url: URL, database: string): RecogniseAhead {
  return (task) =>
    startAhead<LinkBlock>({ url, name: 'links-ahead', itemsAhead: 8 }, {
      ...task,
      database,
    } satisfies LinksAheadTask);
}
