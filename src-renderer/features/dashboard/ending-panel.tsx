import { type ReactNode, useCallback } from 'react';
import type { Dashboard } from '#contract/dashboard';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { Chart, type ChartColors } from '../../ui/chart.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useOpenRows } from './use-open-rows.ts';

const height = 200;

/** How many links and coupons end on each of the next 30 days; a click opens that day's rows. */
export function EndingPanel({ calendar, surface }: Pick<Dashboard, 'calendar'> & { surface: SurfaceId }): ReactNode {
  const { t } = useTranslator();
  const { products, links } = useOpenRows();
  const names = { links: t('dashboard.endingLinks'), coupons: t('dashboard.endingCoupons') };

  const option = useCallback(
    ({ faint, line, of }: ChartColors) => ({
      color: [of('--warn-text'), of('--step-text')],
      grid: { left: 40, right: 8, top: 28, bottom: 24 },
      legend: { top: 0, left: 0, itemWidth: 10, itemHeight: 10, textStyle: { color: faint } },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        data: calendar.map(({ day }) => day.slice(5)),
        axisLabel: { color: faint },
        axisLine: { lineStyle: { color: line } },
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: faint },
        splitLine: { lineStyle: { color: line } },
      },
      series: [
        { name: names.links, type: 'bar', stack: 'all', data: calendar.map((each) => each.links) },
        { name: names.coupons, type: 'bar', stack: 'all', data: calendar.map((each) => each.coupons) },
      ],
    }),
    [calendar, names.links, names.coupons],
  );

  const onClick = useCallback(
    (index: number, series: number) => {
      const day = calendar[index]?.day;
      if (day === undefined) return;
      const window = { from: day, to: day };
      if (series === 0) links({ surface, endsBetween: window });
      else products({ couponEnds: window });
    },
    [calendar, surface, links, products],
  );

  return (
    <Panel title={t('dashboard.calendar')}>
      {calendar.every((each) => each.links + each.coupons === 0) ? (
        <p className="secondary">{t('dashboard.calendar.none')}</p>
      ) : (
        <Chart
          label={t('dashboard.calendar')}
          height={height}
          option={option}
          onClick={onClick}
          table={{
            columns: [t('dashboard.day'), names.links, names.coupons],
            rows: calendar.map((each) => [each.day, each.links, each.coupons]),
          }}
        />
      )}
    </Panel>
  );
}
