import { type ReactNode, useEffect } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DemoButton } from '../imports/demo-button.tsx';
import { ImportButton } from '../imports/import-button.tsx';

const steps = ['import', 'check', 'campaign', 'export'] as const;

/** What the app shows before there is anything in it: the way from a file to a pack, and where to start. */
export function FirstSteps(): ReactNode {
  const { t } = useTranslator();
  const { tour } = useServices();
  const { tourSeen } = useSettings();
  useEffect(() => {
    if (!tourSeen) tour.setState({ isOpen: true });
  }, [tour, tourSeen]);
  return (
    <div className="first-steps">
      <EmptyState
        title={t('first.title')}
        actions={
          <>
            <ImportButton />
            <DemoButton />
          </>
        }
      >
        {t('first.text')}
      </EmptyState>
      <ol>
        {steps.map((step) => (
          <li key={step}>
            <strong>{t(`first.${step}`)}</strong>
            <span>{t(`first.${step}.text`)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
