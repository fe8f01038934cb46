import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { RenewalRow } from '#contract/links';
import { linkKindName } from '#contract/messages/link-messages';
import { daysBetween } from '#domain/shared/shanghai-day';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useToday } from '../../state/use-today.ts';
import { listInWords } from '../../ui/list-in-words.ts';
import { remainingText } from './link-cells.tsx';

interface RenewListProps {
  rows: readonly RenewalRow[];
  /** Products that are left out of this batch. */
  left: ReadonlySet<string>;
  onLeave(productId: string, leave: boolean): void;
}

/** The products of one batch, each of which can be left out. */
export function RenewList({ rows, left, onLeave }: RenewListProps): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const { route } = useServices();
  const today = useToday();
  return (
    <ul className="renew-list">
      {rows.map(({ productId, title, lastDay, pageUrl, kinds, campaigns }) => {
        const days = daysBetween(today, lastDay);
        return (
          <li key={productId}>
            <Checkbox
              checked={!left.has(productId)}
              onChange={({ target }) => onLeave(productId, !target.checked)}
              aria-label={title}
            />
            <button
              type="button"
              className="text-link one-line"
              title={title}
              onClick={() => route.getState().go('catalog', { id: productId })}
            >
              {title}
            </button>
            <span className="secondary">{campaigns > 0 ? t('links.renew.inCampaigns', { n: campaigns }) : null}</span>
            <span className="secondary">{pageUrl === null ? t('links.renew.draft') : null}</span>
            <span className="secondary one-line">
              {listInWords(
                kinds.map((kind) => translator.pick(linkKindName(kind))),
                translator,
              )}
            </span>
            <span className={days < 0 ? 'stat-gone tabular' : 'stat-warn tabular'}>
              {lastDay} · {remainingText(days, translator)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
