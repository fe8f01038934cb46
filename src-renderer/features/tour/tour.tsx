import { Button, Tour as AntTour, type TourStepProps } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { Translator } from '../../i18n/locale.tsx';
import { useTranslator } from '../../i18n/locale.tsx';
import './tour.css';

/** Pages of the navigation that the steps point at. */
const pages = ['imports', 'links', 'inbox', 'campaigns'] as const;

const entryOf = (page: string): HTMLElement =>
  document.querySelector<HTMLElement>(`[data-nav="${page}"]`)?.closest('li') ?? document.body;

/** @param takesFocus whether the first step takes the focus; the others follow a press of a button in the one before */
function stepsOf({ t }: Translator, takesFocus: boolean): TourStepProps[] {
  return pages.map((page, index) => ({
    target: () => entryOf(page),
    title: t(`tour.${page}.title`),
    description: t(`tour.${page}.text`),
    prevButtonProps: { children: t('tour.previous') },
    nextButtonProps: {
      autoFocus: takesFocus || index > 0,
      children: t(index === pages.length - 1 ? 'tour.finish' : 'tour.next'),
    },
  }));
}

const isLast = (step: number): boolean => step === pages.length - 1;

interface TourProps {
  /** Somebody asked for it; else it comes by itself, and whoever is at some control already is not taken away from it. */
  isAskedFor: boolean;
  onClose(): void;
}

/** Four steps beside the navigation; nothing is covered or locked meanwhile. */
export function Tour({ isAskedFor, onClose }: TourProps): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const [takesFocus] = useState(() => isAskedFor || document.activeElement === document.body);
  const steps = useMemo(() => stepsOf(translator, takesFocus), [translator, takesFocus]);
  const progress = (step: number, total: number): ReactNode => (
    <span className="tour-progress tabular">{t('tour.progress', { n: step + 1, total })}</span>
  );
  const actions = (buttons: ReactNode, { current }: { current: number }): ReactNode => (
    <>
      {isLast(current) ? null : (
        <Button size="small" type="text" onClick={onClose}>
          {t('tour.skip')}
        </Button>
      )}
      {buttons}
    </>
  );
  return (
    <AntTour
      open
      mask={false}
      placement="right"
      onClose={onClose}
      rootClassName="tour"
      indicatorsRender={progress}
      actionsRender={actions}
      steps={steps}
    />
  );
}
