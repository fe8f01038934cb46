import {
  affiliateFields,
  linkEarning,
  type OwnIdentity,
  sourceOf,
  type TargetLookUp,
} from '../catalog/derive-links.ts';
import type { JobContext } from '../jobs/job-specs.ts';
import type { EarningRow, EarningStore, EarningUpdate, FileLinks } from '../ports/earning-store.ts';
import { classifyText } from '#domain/links/classify';
import type { EarningSource } from '#domain/links/earning';

export interface RederiveDependencies {
  store: EarningStore;
  targetOf: TargetLookUp;
  /** As it is now: it may change while the job is under way. */
  identity(): OwnIdentity;
}

export interface RederiveResult {
  /** Links that show a pid or relation id, or are of files that changed hands. */
  looked: number;
  changed: number;
}

const chunk = 1_000;

/**
 * Says anew whose commission links carry after the user's own pids or relation ids changed, or whose the files are. Only
 * links that show such an id or come out of a file can be concerned. Changing them again meanwhile starts it over, so that the last word always wins.
 */
export async function rederiveEarnings(deps: RederiveDependencies, context: JobContext): Promise<RederiveResult> {
  const { store } = deps;
  let identity = deps.identity();
  const total = store.countOwned(filesOf(identity));
  const result: RederiveResult = { looked: 0, changed: 0 };
  for (let afterId = 0; ; ) {
    await context.breathe();
    const now = deps.identity();
    if (JSON.stringify(now) !== JSON.stringify(identity)) {
      identity = now;
      afterId = 0;
      result.looked = 0;
    }
    const rows = store.nextOwned(afterId, chunk, filesOf(identity));
    if (rows.length === 0) break;
    const owned = identity;
    const updates = rows.flatMap((row) => rederive(row, deps.targetOf, owned));
    result.changed += await store.update(updates);
    result.looked += rows.length;
    afterId = rows.at(-1)?.id ?? afterId;
    context.progress(result.looked, total, 'working');
  }
  return result;
}

const filesOf = ({ ownFiles }: OwnIdentity): FileLinks => ({ fields: [...affiliateFields], own: ownFiles });

/** One link's statement from everything that is stored of it; nothing when its text is no link to this version. */
export function rederive(row: EarningRow, targetOf: TargetLookUp, identity: OwnIdentity): EarningUpdate[] {
  const { id, linkHash, value, canonical, origin, reason } = row;
  const [part] = classifyText(canonical ?? value);
  if (!part) return [];
  const target = targetOf(linkHash);
  const { itemId = null, pid = null, relationId = null } = target ?? {};
  return [{ id, itemId, pid, relationId, ...linkEarning(part, told[reason] ?? sourceOf(origin), target, identity) }];
}

/** What was said of a link beside the place it came from. */
const told: Readonly<Record<string, EarningSource>> = { 'said-own': 'pasted-own', 'own-keys': 'own-keys' };
