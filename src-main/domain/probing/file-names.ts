import type { ProbePack } from './probe-pack.ts';

/** The last part of an address's path. */
export function fileNameOf(url: string): string {
  if (!URL.canParse(url)) return '';
  return new URL(url).pathname.split('/').at(-1)?.slice(0, 120) ?? '';
}

/** Whether an address ends like a file that is downloaded rather than shown. */
export function isFileName(url: string, pack: ProbePack): boolean {
  const extension = /\.([a-z0-9]{2,12})$/i.exec(fileNameOf(url))?.[1]?.toLowerCase() ?? '';
  return pack.landing.downloadExtensions.includes(extension);
}
