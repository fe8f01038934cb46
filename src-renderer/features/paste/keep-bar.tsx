import { Button, Checkbox } from 'antd';
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
  const { decisions, own, reading } = useStore(paste);
  const { busy, keep } = useKeepText();
  const [adding, setAdding] = useState<PasteKept | null>(null);
  const choices = pasteChoices(decisions);
  const kept = choices.flatMap(({ links }) => links);
  const doubtful = kept.filter((at) => reading?.links[at]?.earns === 'unknown').length;
  const done = (kept: PasteKept): void => paste.getState().clear(kept);
  const keepAll = (after: (kept: PasteKept) => void): void =>
    keep({ text: paste.getState().text, choices, own }, after);
  return (
    <footer className="keep-bar">
      <span className="tabular" role="status">
        {t('paste.willKeep', { products: choices.length, links: kept.length })}
      </span>
      <div className="keep-buttons">
        <Button onClick={() => paste.getState().clear()}>{t('paste.discard')}</Button>
        <Button disabled={choices.length === 0} loading={busy} onClick={() => keepAll(setAdding)}>
          {t('paste.keepInto')}
        </Button>
        <Button type="primary" disabled={choices.length === 0} loading={busy} onClick={() => keepAll(done)}>
          {t('paste.keep')}
        </Button>
      </div>
      <div className="keep-own">
        <Checkbox checked={own} onChange={({ target }) => void paste.getState().claim(target.checked)}>
          {t('paste.own')}
        </Checkbox>
        {doubtful === 0 ? null : <span className="secondary">{t('paste.doubtful', { n: doubtful })}</span>}
      </div>
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
