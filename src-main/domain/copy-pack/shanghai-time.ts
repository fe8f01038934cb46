const shanghaiOffsetMs = 8 * 3600_000;

/** A moment as people in China read it: `2026-11-23 14:05`. */
export const shanghaiTime = (iso: string): string =>
  new Date(Date.parse(iso) + shanghaiOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
