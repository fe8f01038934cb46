import { type ReactNode, useCallback } from 'react';
import type { HistoryPoint } from '#contract/catalog';
import { useTranslator } from '../../i18n/locale.tsx';
import { Chart, type ChartColors } from '../../ui/chart.tsx';

const height = 180;
const yuan = (fen: number | null): number | null => (fen === null ? null : fen / 100);

/** How price and commission changed from import to import. */
export function ProductHistory({ history }: { history: readonly HistoryPoint[] }): ReactNode {
  const { t } = useTranslator();
  const names = { price: t('catalog.history.price'), commission: t('catalog.column.commission') };
  const option = useCallback(
    ({ faint, line, of }: ChartColors) => ({
      color: [of('--step-text'), of('--warn-text')],
      grid: { left: 48, right: 12, top: 28, bottom: 24 },
      legend: { top: 0, left: 0, itemWidth: 12, textStyle: { color: faint } },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: history.map(({ dataDate }) => dataDate), axisLabel: { color: faint } },
      yAxis: { type: 'value', axisLabel: { color: faint }, splitLine: { lineStyle: { color: line } } },
      series: [
        { name: names.price, type: 'line', step: 'end', data: history.map(({ priceFen }) => yuan(priceFen)) },
        {
          name: names.commission,
          type: 'line',
          step: 'end',
          data: history.map(({ commissionFen }) => yuan(commissionFen)),
        },
      ],
    }),
    [history, names.price, names.commission],
  );
  const cell = (value: number | string | null): string | number => value ?? '—';
  return (
    <Chart
      label={t('catalog.history')}
      height={height}
      option={option}
      table={{
        columns: [
          t('catalog.column.date'),
          names.price,
          t('catalog.column.coupon'),
          t('catalog.column.price'),
          t('catalog.column.rate'),
          names.commission,
          t('catalog.history.file'),
        ],
        rows: history.map((point) => [
          point.dataDate,
          cell(yuan(point.priceFen)),
          cell(point.couponText),
          cell(yuan(point.finalPriceFen)),
          point.commissionRateBp === null ? '—' : `${point.commissionRateBp / 100}%`,
          cell(yuan(point.commissionFen)),
          point.fileName,
        ]),
      }}
    />
  );
}
