import { Spin } from 'antd';
import type { ReactNode } from 'react';
import type { SilencedFindings } from '#contract/compliance';
import type { AppError } from '#contract/errors';
import { categoryName } from '#contract/messages/compliance-names';
import { useTranslator } from '../../i18n/locale.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SeverityTag } from '../../ui/severity-tag.tsx';
import { OneLine } from '../../ui/one-line.tsx';

interface SilencedListProps {
  silenced: SilencedFindings | null;
  loading: boolean;
  error: AppError | null;
}

/** What else in the catalog an allow-phrase would silence: how much, and where. */
export function SilencedList({ silenced, loading, error }: SilencedListProps): ReactNode {
  const { t, pick } = useTranslator();
  if (error !== null && error.code !== 'CANCELLED') return <ErrorNotice error={error} />;
  if (silenced === null) return <p className="faint">{t('falseAlarm.looking')}</p>;
  const { count, products, items } = silenced;
  return (
    <section className="silenced" aria-busy={loading} aria-live="polite">
      <h4>
        {count === 0 ? t('falseAlarm.silences.none') : t('falseAlarm.silences', { n: count, products })}
        {loading ? <Spin size="small" /> : null}
      </h4>
      {count === 0 ? null : (
        <ul>
          {items.map(({ productId, title, field, severity, category, text }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- one product may hold the same wording twice
            <li key={`${productId}-${field}-${text}-${index}`}>
              <SeverityTag severity={severity} />
              <OneLine>{title}</OneLine>
              <q>{text}</q>
              <span className="faint">
                {pick(categoryName(category))} · {t(`compliance.field.${field}`)}
              </span>
            </li>
          ))}
          {count > items.length ? <li className="faint">{t('falseAlarm.more', { n: count - items.length })}</li> : null}
        </ul>
      )}
    </section>
  );
}
