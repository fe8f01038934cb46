import type { OpenabilityRules } from '#app/rules/openability-rules';
import { kindOutcomes } from '#domain/checking/device-records';
import { policyTable } from '#domain/openability/judge';
import { LinkOverrides } from './link-overrides.ts';
import type { Connection } from './open-database.ts';
import { DeviceRepository } from './repositories/device-repository.ts';
import { setVerdictTables } from './verdict-sql.ts';

/** Keeps a connection's verdict tables in step with the rule pack, the day verdicts are for, and stored evidence. */
export class VerdictState {
  readonly #db: Connection;
  readonly #rules: OpenabilityRules;
  readonly #day: () => string;
  readonly #devices: DeviceRepository;
  readonly #overrides: LinkOverrides;
  #filledFor = '';

  constructor(db: Connection, rules: OpenabilityRules, day: () => string) {
    this.#db = db;
    this.#rules = rules;
    this.#day = day;
    this.#devices = new DeviceRepository(db);
    this.#overrides = new LinkOverrides(db);
  }

  /** Call before a query that speaks of outcomes. @returns the day verdicts are for, YYYY-MM-DD */
  prepare(): string {
    const asOf = this.#day();
    const wanted = `${this.#rules.pack.id} ${asOf} ${this.#devices.revision()}`;
    if (wanted === this.#filledFor) {
      this.#overrides.catchUp();
      return asOf;
    }
    const judge = this.#rules.judgeFor(asOf);
    const records = this.#devices.all();
    const kinds = kindOutcomes(records, judge);
    setVerdictTables(this.#db, { policy: policyTable(this.#rules.pack, asOf), kinds });
    this.#overrides.reset(judge, records, kinds);
    this.#filledFor = wanted;
    return asOf;
  }
}
