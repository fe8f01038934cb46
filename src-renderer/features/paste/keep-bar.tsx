import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { PasteKept } from '#contract/paste';
import { useTranslator } from '../../i18n/locale.tsx';
import { pasteChoices } from '../../state/paste-store.ts';
import { useServices } from '../../state/services.tsx';
import { AddToCampaignDialog } from '../catalog/add-to-campaign-dialog.tsx';
import { useKeepText } from './use-keep-text.ts';

/** How much is kept, and the buttons that do it. */
export function KeepBar(): ReactNode {
  const { t } = useTranslator();
  const { paste } = useServices();
  const decisions = useStore(paste, (state) => state.decisions);
  const { busy, keep } = useKeepText();
  const [adding, setAdding] = useState<PasteKept | null>(null);
  const choices = pasteChoices(decisions);
  const links = choices.reduce((sum, choice) => sum + choice.links.length, 0);
  const done = (kept: PasteKept): void => paste.getState().clear(kept);
  return (
    <footer className="keep-bar">
      <span className="tabular" role="status">
        {t('paste.willKeep', { products: choices.length, links })}
      </span>
      <span className="toolbar-space" />
      <Button onClick={() => paste.getState().clear()}>{t('paste.discard')}</Button>
      <Button
        disabled={choices.length === 0}
        loading={busy}
        onClick={() => keep(paste.getState().text, choices, setAdding)}
      >
        {t('paste.keepInto')}
      </Button>
      <Button
        type="primary"
        disabled={choices.length === 0}
        loading={busy}
        onClick={() => keep(paste.getState().text, choices, done)}
      >
        {t('paste.keep')}
      </Button>
      {adding ? (
        <AddToCampaignDialog
          products={{ ids: adding.productIds }}
          count={adding.productIds.length}
          onClose={() => {
            setAdding(null);
            done(adding);
          }}
          onAdded={() => undefined}
        />
      ) : null}
    </footer>
  );
}
