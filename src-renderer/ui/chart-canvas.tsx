import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ChartColors, ChartProps } from './chart.tsx';

register([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

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

/** The drawing itself. Redraws when its place, its numbers or the theme change. */
export function ChartCanvas({ label, height, option, onClick }: Omit<ChartProps, 'table'>): ReactNode {
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

  return <div ref={place} style={{ height }} role="img" aria-label={label} />;
}
