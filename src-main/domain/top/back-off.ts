import type { TopRefusal } from './top-refusal.ts';

/** Calls at most for one thing: the first and what follows it. */
export const mostTries = 4;

/** A ban longer than this ends a batch for now instead of holding it. */
const longestWaitMs = 120_000;

const firstWaitMs = { 'slow-down': 1_000, later: 500 } as const;

/**
 * How long to wait before the same call is made again, in milliseconds; null = not again. A ban is waited for in full;
 * everything else doubles with each try. The jitter keeps calls that failed together from coming back together.
 * @param tried calls made so far
 * @param random from 0 up to 1
 */
export function waitBeforeRetry({ retry }: Pick<TopRefusal, 'retry'>, tried: number, random: number): number | null {
  if (retry.kind === 'no' || tried >= mostTries) return null;
  const step = firstWaitMs[retry.kind] * 2 ** (tried - 1);
  const asked = retry.kind === 'slow-down' && retry.seconds !== null ? retry.seconds * 1_000 : 0;
  const wait = Math.round(asked + (asked > 0 ? random * step : step / 2 + (random * step) / 2));
  return wait > longestWaitMs ? null : wait;
}
