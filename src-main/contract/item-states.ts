/**
 * Where an item stands on one surface, derived from facts: `todo` has nothing to post yet (no product, no usable link),
 * `fix` would be refused, `ready` can be posted.
 */
export const itemStates = ['todo', 'fix', 'ready', 'exported', 'posted'] as const;
export type ItemState = (typeof itemStates)[number];
