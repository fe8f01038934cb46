import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { TopButton } from '../top/top-button.tsx';
import { AddToCampaignDialog } from './add-to-campaign-dialog.tsx';
import { countTicked, type Ticked, toSelection } from './ticked.ts';

interface SelectionBarProps {
  ticked: Ticked;
  /** How many products the filter finds; null while they are being counted. */
  total: number | null;
  onClear(): void;
}

/** What is ticked and what can be done with it; not there while nothing is ticked. */
export function SelectionBar({ ticked, total, onClear }: SelectionBarProps): ReactNode {
  const { t, locale } = useTranslator();
  const [adding, setAdding] = useState(false);
  const products = toSelection(ticked);
  if (products === null) return null;
  const count = countTicked(ticked, total);
  const n = count === null ? '…' : count.toLocaleString(locale);
  return (
    <section className="selection-bar" aria-label={t('catalog.selection')}>
      <strong className="tabular" role="status">
        {t(ticked.kind === 'all' ? 'catalog.tickedAll' : 'catalog.ticked', { n })}
      </strong>
      <Button type="primary" onClick={() => setAdding(true)}>
        {t('catalog.addToCampaign')}
      </Button>
      <TopButton products={products} count={count} />
      <span className="toolbar-space" />
      <Button type="text" onClick={onClear}>
        {t('catalog.untick')}
      </Button>
      {adding ? (
        <AddToCampaignDialog products={products} count={count} onClose={() => setAdding(false)} onAdded={onClear} />
      ) : null}
    </section>
  );
}
