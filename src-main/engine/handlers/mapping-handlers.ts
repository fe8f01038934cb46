import { mappingOfHeaders } from '#app/import/reading-plan';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type MappingMethods = 'mappings.list' | 'mappings.update' | 'mappings.remove';

/** What the user said columns mean, to be looked at, changed and forgotten. */
export function mappingHandlers({ mappings }: Engine): Pick<Handlers, MappingMethods> {
  return {
    'mappings.list': () => mappings.list(),
    'mappings.update': async ({ id, mapping }) => {
      const { headers } = mappings.byId(id);
      await mappings.update(id, mappingOfHeaders(mapping, headers));
      return mappings.list();
    },
    'mappings.remove': async ({ id }) => {
      await mappings.remove(id);
      return mappings.list();
    },
  };
}
