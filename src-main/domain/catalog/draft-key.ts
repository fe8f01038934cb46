import { textHash } from '../shared/text-hash.ts';

/** Item ids never begin like this, so a draft is never taken for an item. */
const prefix = 'draft-';

/**
 * Key of a product whose item id nobody knows yet, made from the link it came with (or, without one, its name): the same
 * link pasted again is the same draft.
 */
export function draftKey(canonical: string): string {
  return prefix + textHash(canonical).toString(36);
}

export const isDraftKey = (itemKey: string): boolean => itemKey.startsWith(prefix);
