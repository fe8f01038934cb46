import { verdictsOf } from '#app/links/link-verdicts';
import { CatalogList } from '#app/catalog/catalog-list';
import { classifyForSurface } from '#app/links/classify-for-surface';
import { ownIdentity } from '#app/catalog/own-identity';
import type { Handlers } from '#rpc/server';
import { currentRevision } from '#infra/sqlite/revision';
import type { Engine } from '../open-engine.ts';

type CatalogMethods =
  | 'catalog.query'
  | 'catalog.count'
  | 'catalog.ids'
  | 'catalog.product'
  | 'catalog.facets'
  | 'links.query'
  | 'links.verdicts'
  | 'links.classify';

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
      return { product, ...shown, links: links.ofProducts([rowId], surface, asOf).get(rowId) ?? [] };
    },
    'catalog.facets': () => catalog.facets(),
    'links.query': ({ filter, offset, limit }) => {
      const asOf = verdicts.prepare();
      return {
        items: links.page(filter, asOf, offset, limit),
        total: links.count(filter, asOf),
        revision: currentRevision(db),
      };
    },
    'links.verdicts': ({ linkId }) => {
      const asOf = verdicts.prepare();
      const link = links.byId(linkId, engine.settings.get().surface, asOf);
      const answers = engine.evidence.answersOf([link.hash]).get(link.hash) ?? [];
      const stored = { answers, records: engine.devices.all() };
      return { link, verdicts: verdictsOf(link, engine.openability.judgeFor(asOf), stored) };
    },
    'links.classify': ({ text, surface, asOf }) => {
      const judge = engine.openability.judgeFor(asOf ?? verdicts.prepare());
      return classifyForSurface(text, surface, judge, ownIdentity(engine.settings.get()));
    },
  };
}
