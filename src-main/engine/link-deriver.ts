import { createLinkDeriver } from '#app/catalog/derive-links';
import { ownIdentity } from '#app/catalog/own-identity';
import type { LinkDeriver } from '#app/ports/import-store';
import type { Connection } from '#infra/sqlite/open-database';
import { EvidenceRepository } from '#infra/sqlite/repositories/evidence-repository';
import { createSettingsRepository } from '#infra/sqlite/repositories/settings-repository';

/** Recognises links with the user's own ids and what checks have learned so far. */
export function linkDeriver(db: Connection): LinkDeriver {
  const evidence = new EvidenceRepository(db);
  return createLinkDeriver(ownIdentity(createSettingsRepository(db).get()), (linkHash) => evidence.target(linkHash));
}

/**
 * {@link linkDeriver} for one merge, that is for one transaction: that no link was ever followed, as in a new catalog, is
 * asked once and not for every link.
 */
export function mergeDeriver(db: Connection): LinkDeriver {
  const evidence = new EvidenceRepository(db);
  let known: boolean | null = null;
  return createLinkDeriver(ownIdentity(createSettingsRepository(db).get()), (linkHash) => {
    known ??= evidence.hasTargets();
    return known ? evidence.target(linkHash) : null;
  });
}
