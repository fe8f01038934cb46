import { textHash } from '../shared/text-hash.ts';
import type { PackPlan } from './plan-pack.ts';

/** Keys as {@link packKey} makes them. */
export const packKeyShape = /^[0-9a-z]{1,11}$/;

/**
 * Names one export: its time, campaign, surface and items. The same pack written again has the same key and so keeps its
 * posted marks; another export of the campaign starts afresh.
 */
export function packKey({ input, items }: PackPlan): string {
  const { exportedAt, campaign, surface } = input;
  const products = items.map(({ source }) => source.productId);
  return textHash([exportedAt, campaign.name, surface, ...products].join('\n')).toString(36);
}
