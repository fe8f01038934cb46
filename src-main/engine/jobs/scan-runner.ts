import { scanCatalog } from '#app/compliance/scan-catalog';
import { ScanRepository } from '#infra/sqlite/repositories/scan-repository';
import { createCore } from '../core.ts';
import type { JobEnvironment, RunOnConnection } from './environment.ts';

export function scanRunner({ options, now, rules }: JobEnvironment): RunOnConnection {
  return (db, _params, context) => {
    const { compliance, verdicts } = createCore(db, rules, options.resourcesDir, now);
    const current = () => {
      const asOf = verdicts.prepare();
      return { linter: compliance.linterFor(asOf), fingerprint: compliance.fingerprint(asOf) };
    };
    return scanCatalog(new ScanRepository(db, now), current, context);
  };
}
