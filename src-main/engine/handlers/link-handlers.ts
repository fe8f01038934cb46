import { ownIdentity } from '#app/catalog/own-identity';
import { classifyForSurface } from '#app/links/classify-for-surface';
import { describeLink } from '#app/links/describe-link';
import { LinkList } from '#app/links/link-list';
import { linkOverview } from '#app/links/link-overview';
import { RenewalList } from '#app/links/renewal-list';
import { verdictsOf } from '#app/links/link-verdicts';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { currentRevision } from '#infra/sqlite/revision';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type LinkMethods =
  | 'links.query'
  | 'links.count'
  | 'links.overview'
  | 'links.calendar'
  | 'links.renewals'
  | 'links.pids'
  | 'links.detail'
  | 'links.verdicts'
  | 'links.classify';

/** Nobody scrolls through more to find a pid of their own. */
const shownPids = 50;

export function linkHandlers(engine: Engine): Pick<Handlers, LinkMethods> {
  const { links, verdicts, db } = engine;
  const list = new LinkList(links);
  const renewals = new RenewalList(engine.renewals);
  const now = (): { asOf: string; revision: number } => ({ asOf: verdicts.prepare(), revision: currentRevision(db) });

  return {
    'links.query': ({ filter, sort, offset, limit }) => {
      const moment = now();
      return { ...list.page({ filter, sort, ...moment }, { offset, limit }), revision: moment.revision };
    },
    'links.count': ({ filter }) => {
      const { asOf, revision } = now();
      return { total: links.count(filter, asOf), revision };
    },
    'links.overview': () => linkOverview(engine.linkFacts, shanghaiDay(engine.now())),
    'links.calendar': ({ from, to }) => engine.renewals.endingDays(from, to),
    'links.renewals': ({ by, scope, offset, limit }) =>
      renewals.page({ by, scope, revision: currentRevision(db) }, { offset, limit }),
    'links.pids': () => engine.linkFacts.pids(shownPids),
    'links.detail': ({ linkId }) => {
      const { surface } = engine.settings.get();
      return describeLink(links.byId(linkId, surface, verdicts.prepare()), engine.linkFacts);
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
