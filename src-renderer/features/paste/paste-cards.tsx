import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { PasteReading } from '#contract/paste';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PasteCard } from './paste-card.tsx';

/** Cards shown at once; what is further down is kept all the same. */
const atOnce = 60;

/** What the text holds, product by product. */
export function PasteCards({ reading }: { reading: PasteReading }): ReactNode {
  const { t } = useTranslator();
  const { paste } = useServices();
  const decisions = useStore(paste, (state) => state.decisions);
  const [shown, setShown] = useState(atOnce);
  const { products } = reading;
  if (products.length === 0) {
    return (
      <EmptyState
        title={t('paste.nothing')}
        actions={<Button onClick={() => paste.getState().edit()}>{t('paste.edit')}</Button>}
      >
        {t('paste.nothing.text')}
      </EmptyState>
    );
  }
  return (
    <ol className="paste-cards">
      {products.slice(0, shown).map((product, index) => {
        const decision = decisions[index];
        return decision ? (
          <li key={product.start}>
            <PasteCard index={index} product={product} reading={reading} decision={decision} />
          </li>
        ) : null;
      })}
      {products.length > shown ? (
        <li>
          <Button block onClick={() => setShown(shown + atOnce)}>
            {t('paste.more', { n: products.length - shown })}
          </Button>
        </li>
      ) : null}
    </ol>
  );
}
