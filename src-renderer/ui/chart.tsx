import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslator } from '../i18n/locale.tsx';

register([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface ChartColors {
  text: string;
  faint: string;
  line: string;
  /** Colour of a CSS custom property, e.g. `--good-text`. */
  of(property: string): string;
}

interface ChartProps {
  /** Says what the chart shows; also names the table behind it. */
  label: string;
  height: number;
  /** Builds the chart from the colours of the present theme. */
  option(colors: ChartColors): EChartsCoreOption;
  /** The same numbers as a table, for screen readers and for those who would rather read. */
  table: { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] };
  onClick?(dataIndex: number, seriesIndex: number): void;
}

function readColors(element: HTMLElement): ChartColors {
  const style = getComputedStyle(element);
  const of = (property: string): string => style.getPropertyValue(property).trim();
  return {
    text: of('--ant-color-text'),
    faint: of('--ant-color-text-tertiary'),
    line: of('--ant-color-border-secondary'),
    of,
  };
}

/** A chart with its numbers as a table behind it. Redraws when its place, its numbers or the theme change. */
export function Chart({ label, height, option, table, onClick }: ChartProps): ReactNode {
  const { t } = useTranslator();
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const chart = init(element);
    const draw = (): void => chart.setOption({ animation: false, ...option(readColors(element)) }, true);
    draw();
    if (onClick) {
      chart.on('click', ({ dataIndex, seriesIndex }) => onClick(dataIndex, seriesIndex ?? 0));
    }
    const sizes = new ResizeObserver(() => chart.resize());
    sizes.observe(element);
    const themes = new MutationObserver(draw);
    themes.observe(document.documentElement, { attributeFilter: ['data-scheme'] });
    return () => {
      sizes.disconnect();
      themes.disconnect();
      chart.dispose();
    };
  }, [option, onClick]);

  return (
    <figure className="chart">
      <div ref={place} style={{ height }} role="img" aria-label={label} />
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
