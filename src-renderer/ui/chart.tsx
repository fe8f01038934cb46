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
  /** Opens what a number counts: a click on the drawing, or a button in the table, whose columns after the first are the series. */
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
              {table.rows.map(([name, ...cells], at) => (
                <tr key={String(name)}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, series) => (
                    <td key={table.columns[series + 1]}>
                      {drawing.onClick && typeof cell === 'number' && cell > 0 ? (
                        <button
                          type="button"
                          className="number-link"
                          aria-label={`${name} ${table.columns[series + 1]} ${cell}`}
                          onClick={() => drawing.onClick?.(at, series)}
                        >
                          {cell}
                        </button>
                      ) : (
                        cell
                      )}
                    </td>
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
