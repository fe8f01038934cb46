import type { OwnIdentity, TargetLookUp } from '../catalog/derive-links.ts';
import type { EarningStore } from '../ports/earning-store.ts';
import { rederive } from './rederive-earnings.ts';

/** Turns "unknown" into what following the links showed. Importing again comes to the same (see `createLinkDeriver`). */
export async function updateEarnings(
  store: EarningStore,
  linkHashes: readonly number[],
  targetOf: TargetLookUp,
  identity: OwnIdentity,
): Promise<void> {
  const followed = store.byHash(linkHashes).filter(({ linkHash }) => targetOf(linkHash) !== null);
  await store.update(followed.flatMap((row) => rederive(row, targetOf, identity)));
}
