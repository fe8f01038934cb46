import type { ReactNode } from 'react';
import type { ImportFileResult } from '#contract/import';
import { useTranslator } from '../../i18n/locale.tsx';

const parts = ['rows', 'created', 'updated', 'unchanged', 'rejected'] as const;

/** How many rows were read and what became of them. */
export function BatchCounts({ counts }: { counts: Pick<ImportFileResult, (typeof parts)[number]> }): ReactNode {
  const { t, locale } = useTranslator();
  return (
    <p className="batch-counts">
      {parts.map((part) => (
        <span key={part} className={part === 'rejected' && counts.rejected > 0 ? 'stat-bad' : undefined}>
          {t(`imports.count.${part}`)} <strong>{counts[part].toLocaleString(locale)}</strong>
        </span>
      ))}
    </p>
  );
}
