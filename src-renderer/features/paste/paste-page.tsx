import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { KeepBar } from './keep-bar.tsx';
import { MarkedPaste } from './marked-paste.tsx';
import { PasteCards } from './paste-cards.tsx';
import { PasteInput } from './paste-input.tsx';
import './paste.css';

/** Any text taken apart: on the left where everything stands, on the right what would be kept. */
export function PastePage(): ReactNode {
  const { t } = useTranslator();
  const { paste } = useServices();
  const { reading, error } = useStore(paste);
  if (reading === null) {
    return (
      <>
        {error ? <ErrorNotice error={error} /> : null}
        <PasteInput />
      </>
    );
  }
  return (
    <div className="paste-desk">
      <MarkedPaste reading={reading} />
      <section className="paste-products" aria-label={t('paste.products')}>
        <KeepBar />
        <PasteCards reading={reading} />
      </section>
    </div>
  );
}
