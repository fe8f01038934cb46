import { CatalogList } from '#app/catalog/catalog-list';
import type { Handlers } from '#rpc/server';
import { currentRevision } from '#infra/sqlite/revision';
import type { Engine } from '../open-engine.ts';

type CatalogMethods = 'catalog.query' | 'catalog.count' | 'catalog.ids' | 'catalog.product' | 'catalog.facets';

export function catalogHandlers(engine: Engine): Pick<Handlers, CatalogMethods> {
  const { catalog, links, verdicts, db } = engine;

  const list = new CatalogList(catalog, links);
  const now = (): { asOf: string; revision: number } => ({ asOf: verdicts.prepare(), revision: currentRevision(db) });

  return {
    'catalog.query': ({ filter, sort, surface = engine.settings.get().surface, offset, limit }) => {
      const moment = now();
      const page = list.page({ filter, sort, ...moment }, { offset, limit }, surface);
      return { ...page, revision: moment.revision };
    },
    'catalog.count': ({ filter }) => {
      const moment = now();
      return { total: list.count({ filter, ...moment }), revision: moment.revision };
    },
    'catalog.ids': ({ filter, sort, offset, limit }) => list.ids({ filter, sort, ...now() }, { offset, limit }),
    'catalog.product': ({ id }) => {
      const asOf = verdicts.prepare();
      const { product, extras } = catalog.product(id, asOf);
      const { rowId, ...shown } = extras;
      const { surface } = engine.settings.get();
      const couponSeenOn = engine.linkFacts.couponOf(id)?.seenOn ?? null;
      return { product, ...shown, couponSeenOn, links: links.ofProducts([rowId], surface, asOf).get(rowId) ?? [] };
    },
    'catalog.facets': () => catalog.facets(),
  };
}
