import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { ImpactDialog } from './impact-dialog.tsx';

/** Asks, with what it would change, whether to judge everything as of another day. @param asOf null = today */
export function AsOfDialog({ asOf, onClose }: { asOf: string | null; onClose(): void }): ReactNode {
  const { t } = useTranslator();
  const { settings } = useServices();
  return (
    <ImpactDialog
      title={asOf === null ? t('impact.title.today') : t('impact.title.day', { date: asOf })}
      change={{ pack: null, asOf: asOf ?? 'today' }}
      applyLabel={t(asOf === null ? 'impact.apply.today' : 'impact.apply.day')}
      onApply={() => settings.getState().change({ asOf })}
      onClose={onClose}
    />
  );
}
