import { Button, DatePicker, Modal } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { addDays } from '#domain/shared/shanghai-day';
import { useTranslator } from '../../i18n/locale.tsx';
import { useFocusOnOpen } from '../../ui/use-focus-on-open.ts';

interface SnoozeDialogProps {
  count: number;
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  today: string;
  onSnooze(until: string): void;
  onClose(): void;
}

/** Days until the Monday after a day; a week when it is one. */
function daysToMonday(day: string): number {
  return 7 - ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7);
}

/** Asks until when something is to be left alone. */
export function SnoozeDialog({ count, today, onSnooze, onClose }: SnoozeDialogProps): ReactNode {
  const { t, locale } = useTranslator();
  const { ref, afterOpenChange } = useFocusOnOpen<HTMLButtonElement>();
  const choices = [
    { key: 'tomorrow', day: addDays(today, 1) },
    { key: 'threeDays', day: addDays(today, 3) },
    { key: 'monday', day: addDays(today, daysToMonday(today)) },
  ] as const;
  const shown = (day: string): string =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, {
      timeZone: 'UTC',
      month: 'short',
      day: 'numeric',
      weekday: 'short',
    });
  return (
    <Modal
      open
      width={460}
      title={t('fixes.snooze.title', { n: count })}
      footer={null}
      onCancel={onClose}
      afterOpenChange={afterOpenChange}
    >
      <p className="secondary">{t('fixes.snooze.note')}</p>
      <div className="snooze-choices">
        {choices.map(({ key, day }, index) => (
          <Button key={key} {...(index === 0 ? { ref } : {})} onClick={() => onSnooze(day)}>
            {t(`fixes.snooze.${key}`)} <span className="faint">{shown(day)}</span>
          </Button>
        ))}
        <DatePicker
          aria-label={t('fixes.snooze.day')}
          placeholder={t('fixes.snooze.day')}
          minDate={dayjs(addDays(today, 1))}
          onChange={(day) => day && onSnooze(day.format('YYYY-MM-DD'))}
        />
      </div>
    </Modal>
  );
}
