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
