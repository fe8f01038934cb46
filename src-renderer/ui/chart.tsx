import type { EChartsCoreOption } from 'echarts/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslator } from '../i18n/locale.tsx';

// The chart library is half of what a page with a chart has to load; the numbers do not wait for it.
const ChartCanvas = lazy(() => import('./chart-canvas.tsx').then((module) => ({ default: module.ChartCanvas })));

export interface ChartColors {
  text: string;
  faint: string;
  line: string;
  /** Colour of a CSS custom property, e.g. `--good-text`. */
  of(property: string): string;
}

export interface ChartProps {
  /** Says what the chart shows; also names the table behind it. */
  label: string;
  height: number;
  /** Builds the chart from the colours of the present theme; must keep its identity while the chart stays the same. */
  option(colors: ChartColors): EChartsCoreOption;
  /** The same numbers as a table, for screen readers and for those who would rather read. */
  table: { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] };
  onClick?(dataIndex: number, seriesIndex: number): void;
}

/** A chart with its numbers as a table behind it. */
export function Chart({ table, ...drawing }: ChartProps): ReactNode {
  const { t } = useTranslator();
  const { label, height } = drawing;
  return (
    <figure className="chart">
      <Suspense fallback={<div style={{ height }} />}>
        <ChartCanvas {...drawing} />
      </Suspense>
      <details>
        <summary>{t('chart.table')}</summary>
        <div className="chart-table">
          <table>
            <caption>{label}</caption>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={String(row[0])}>
                  {row.map((cell, index) => (
                    <td key={table.columns[index]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
