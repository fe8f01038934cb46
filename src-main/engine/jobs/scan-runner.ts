import { scanCatalog } from '#app/compliance/scan-catalog';
import { ScanRepository } from '#infra/sqlite/repositories/scan-repository';
import { createCore } from '../core.ts';
import type { JobEnvironment, RunOnConnection } from './environment.ts';

export function scanRunner({ options, now, rules }: JobEnvironment): RunOnConnection {
  return (db, _params, context) => {
    const core = createCore(db, rules, options.resourcesDir, now);
    const asOf = core.verdicts.prepare();
    const linter = core.compliance.linterFor(asOf);
    return scanCatalog(new ScanRepository(db, now), linter, core.compliance.fingerprint(asOf), context);
  };
}
