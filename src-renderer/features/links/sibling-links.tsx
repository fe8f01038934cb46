import type { ReactNode } from 'react';
import { linkKindName } from '#contract/messages/link-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { useToday } from '../../state/use-today.ts';
import { EarningTag } from '../../ui/earning-tag.tsx';
import { remaining, remainingText } from './link-cells.tsx';
import { newestFirst } from './links-view.ts';

const shown = 30;

/** What came before a link and what took its place: all links of its product, those that ended too. */
export function SiblingLinks({ productId, linkId }: { productId: string; linkId: number }): ReactNode {
  const translator = useTranslator();
  const { t, pick } = translator;
  const { route } = useServices();
  const { surface } = useSettings();
  const today = useToday();
  const { data } = useRemote('links.query', {
    filter: { surface, productId },
    sort: newestFirst,
    offset: 0,
    limit: shown,
  });
  return (
    <ol className="sibling-links">
      {data?.items.map((link) => {
        const left = remaining(link, today);
        return (
          <li key={link.id} aria-current={link.id === linkId}>
            <span className="tabular secondary">{link.issuedOn}</span>
            {link.id === linkId ? (
              <strong>
                {pick(linkKindName(link.kind))} <span className="secondary">{t('links.siblings.this')}</span>
              </strong>
            ) : (
              <button
                type="button"
                className="text-link"
                onClick={() => route.getState().go('links', { id: String(link.id) })}
              >
                {pick(linkKindName(link.kind))}
              </button>
            )}
            <EarningTag earns={link.earns} owner={link.owner} reason={link.earnsReason} />
            <span className={left === null ? 'faint' : `stat-${left.tone}`}>
              {left === null ? t('links.ends.unknown') : remainingText(left.days, translator)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
