import { linkEarning, type OwnIdentity, type TargetLookUp } from '../catalog/derive-links.ts';
import type { EarningStore, EarningUpdate } from '../ports/earning-store.ts';
import { classifyText } from '#domain/links/classify';

/** Turns "unknown" into what following the links showed. Importing again comes to the same (see `createLinkDeriver`). */
export async function updateEarnings(
  store: EarningStore,
  linkHashes: readonly number[],
  targetOf: TargetLookUp,
  identity: OwnIdentity,
): Promise<void> {
  const updates = store.byHash(linkHashes).flatMap(({ id, linkHash, value, canonical, origin }): EarningUpdate[] => {
    const [part] = classifyText(canonical ?? value);
    const target = targetOf(linkHash);
    if (!part || !target) return [];
    const { itemId, pid, relationId } = target;
    return [{ id, itemId, pid, relationId, ...linkEarning(part, origin, target, identity) }];
  });
  await store.update(updates);
}
