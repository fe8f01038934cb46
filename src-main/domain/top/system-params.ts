import type { SignMethod, TopParams } from './sign-request.ts';

/** The platform refuses calls whose `timestamp` is further from its own clock than this. */
export const maximumSkewMs = 10 * 60_000;

const shanghaiOffsetMs = 8 * 3600_000;

/** A moment as the platform writes it: `yyyy-MM-dd HH:mm:ss` in GMT+8. */
export function topTimestamp(moment: Date): string {
  return new Date(moment.getTime() + shanghaiOffsetMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** The moment behind a `timestamp`; null when it is not one. */
export function readTopTimestamp(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return null;
  const moment = new Date(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(moment.getTime()) || topTimestamp(moment) !== text ? null : moment;
}

export interface SystemParams {
  method: string;
  appKey: string;
  signMethod: SignMethod;
  timestamp: string;
}

/** What every call carries besides its own parameters and its signature. */
export function systemParams({ method, appKey, signMethod, timestamp }: SystemParams): TopParams {
  return { method, app_key: appKey, sign_method: signMethod, timestamp, format: 'json', v: '2.0' };
}
