import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { EndingDay } from '#contract/links';
import { addDays } from '#domain/shared/shanghai-day';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { useToday } from '../../state/use-today.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { EndingSoon } from './ending-soon.tsx';
import { monthDays, monthOf, shiftMonth } from './month-days.ts';
import './ending-calendar.css';

const nearDays = 7;

/** When links and coupons end, month by month; each number opens its rows. */
export function EndingCalendar(): ReactNode {
  const today = useToday();
  if (today === '') return null;
  return (
    <div className="calendar-page">
      <Months today={today} />
      <EndingSoon today={today} />
    </div>
  );
}

function Months({ today }: { today: string }): ReactNode {
  const { t, locale } = useTranslator();
  const [month, setMonth] = useState(monthOf(today));
  const days = monthDays(month);
  const { data, error, reload } = useRemote('links.calendar', { from: days[0] ?? today, to: days.at(-1) ?? today });
  const byDay = new Map((data ?? []).map((each) => [each.day, each]));
  const name = new Date(`${month}-01T00:00:00Z`).toLocaleDateString(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
  });
  const weekdays = days
    .slice(0, 7)
    .map((day) => new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { timeZone: 'UTC', weekday: 'short' }));
  return (
    <section className="panel calendar" aria-label={t('links.tab.calendar')}>
      <header className="calendar-head">
        <Button
          icon={<LeftOutlined />}
          aria-label={t('links.calendar.before')}
          onClick={() => setMonth(shiftMonth(month, -1))}
        />
        <h2 aria-live="polite">{name}</h2>
        <Button
          icon={<RightOutlined />}
          aria-label={t('links.calendar.after')}
          onClick={() => setMonth(shiftMonth(month, 1))}
        />
        <span className="toolbar-space" />
        <Button disabled={month === monthOf(today)} onClick={() => setMonth(monthOf(today))}>
          {t('links.calendar.thisMonth')}
        </Button>
      </header>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      <table className="calendar-grid" aria-busy={data === null && error === null}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: days.length / 7 }, (_, week) => (
            <tr key={days[week * 7]}>
              {days.slice(week * 7, week * 7 + 7).map((day) => (
                <Day
                  key={day}
                  day={day}
                  today={today}
                  outside={monthOf(day) !== month}
                  ending={byDay.get(day) ?? null}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DayProps {
  day: string;
  today: string;
  /** Of the month before or after. */
  outside: boolean;
  ending: EndingDay | null;
}

function Day({ day, today, outside, ending }: DayProps): ReactNode {
  const { t, locale } = useTranslator();
  const { route } = useServices();
  const { surface } = useSettings();
  const { go } = route.getState();
  const window = { from: day, to: day };
  const state = day < today ? 'past' : day <= addDays(today, nearDays) ? 'near' : 'later';
  const classes = [
    'calendar-day',
    `day-${state}`,
    ...(outside ? ['day-outside'] : []),
    ...(day === today ? ['day-today'] : []),
  ];
  const number = (n: number): string => n.toLocaleString(locale);
  return (
    <td className={classes.join(' ')} {...(day === today ? { 'aria-current': 'date' as const } : {})}>
      <span className="day-number tabular">{Number(day.slice(8))}</span>
      {ending && ending.links > 0 ? (
        <button
          type="button"
          className="day-count day-links"
          aria-label={t('links.calendar.linksOn', { day, n: ending.links })}
          onClick={() => go('links', { view: { filter: { surface, endsBetween: window } } })}
        >
          <span>{t('links.calendar.links')}</span> <strong className="tabular">{number(ending.links)}</strong>
        </button>
      ) : null}
      {ending && ending.coupons > 0 ? (
        <button
          type="button"
          className="day-count day-coupons"
          aria-label={t('links.calendar.couponsOn', { day, n: ending.coupons })}
          onClick={() => go('catalog', { view: { filter: { couponEnds: window } } })}
        >
          <span>{t('links.calendar.coupons')}</span> <strong className="tabular">{number(ending.coupons)}</strong>
        </button>
      ) : null}
    </td>
  );
}
