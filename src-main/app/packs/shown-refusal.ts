import type { RefusedItem as ShownRefusal } from '#contract/packs';
import type { RefusedItem } from '#domain/copy-pack/pack-input';

/** A refusal as it crosses the wire. */
export const shownRefusal = ({ productId, itemId, title, reasons, canOverride }: RefusedItem): ShownRefusal => ({
  productId,
  itemId,
  title,
  reasons: reasons.map(({ code, params }) => ({ code, params: { ...params } })),
  canOverride,
});
