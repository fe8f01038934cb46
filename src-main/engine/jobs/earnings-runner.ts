import { ownIdentity } from '#app/catalog/own-identity';
import { rederiveEarnings } from '#app/links/rederive-earnings';
import { EarningRepository } from '#infra/sqlite/repositories/earning-repository';
import { EvidenceRepository } from '#infra/sqlite/repositories/evidence-repository';
import { createSettingsRepository } from '#infra/sqlite/repositories/settings-repository';
import type { RunOnConnection } from './environment.ts';

export function earningsRunner(): RunOnConnection {
  return (db, _params, context) => {
    const settings = createSettingsRepository(db);
    const evidence = new EvidenceRepository(db);
    return rederiveEarnings(
      {
        store: new EarningRepository(db),
        targetOf: (linkHash) => evidence.target(linkHash),
        identity: () => ownIdentity(settings.get()),
      },
      context,
    );
  };
}
