import { surfaceIds, type SurfaceId } from '#contract/surfaces';
import type { Settings } from '#contract/settings';
import { isCalendarDay } from '#domain/links/calendar-day';
import type { OptionValues } from './command.ts';
import { UsageError } from './usage-error.ts';

/** A text option; undefined when absent. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function requiredOption(options: OptionValues, name: string): string {
  const value = textOption(options, name);
  if (value === undefined || value === '') throw new UsageError(`缺少 --${name}`);
  return value;
}

export function integerOption(options: OptionValues, name: string, fallback: number): number {
  const value = textOption(options, name);
  if (value === undefined) return fallback;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${name} 应为非负整数，而不是“${value}”`);
  return Number(value);
}

export function dayOption(options: OptionValues, name: string): string | null {
  const value = textOption(options, name);
  if (value === undefined) return null;
  if (!isCalendarDay(value)) throw new UsageError(`--${name} 应为日期 YYYY-MM-DD，而不是“${value}”`);
  return value;
}

export function surfaceOption(options: OptionValues): SurfaceId {
  return asSurface(requiredOption(options, 'surface'));
}

/** A proxy for one command: `http(s)://…`, or `none`. Null = as the settings say. */
export function proxyOption(options: OptionValues): Settings['proxy'] | null {
  const url = textOption(options, 'proxy');
  if (url === undefined) return null;
  if (url === 'none') return { mode: 'none' };
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new UsageError(`--proxy 应为 http:// 或 https:// 开头的地址，或 none，而不是“${url}”`);
  }
  return { mode: 'manual', url };
}

export function asSurface(value: string): SurfaceId {
  const surface = surfaceIds.find((id) => id === value);
  if (!surface) throw new UsageError(`未知的场景“${value}”，可用：${surfaceIds.join(', ')}`);
  return surface;
}
