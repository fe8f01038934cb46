import type { OpenabilityRules } from '#app/rules/openability-rules';
import { policyTable } from '#domain/openability/judge';
import type { Connection } from './open-database.ts';
import { setVerdictTables } from './verdict-sql.ts';

/** Keeps a connection's verdict tables in step with the rule pack and the day verdicts are for. */
export class VerdictState {
  readonly #db: Connection;
  readonly #rules: OpenabilityRules;
  readonly #day: () => string;
  #filledFor = '';

  constructor(db: Connection, rules: OpenabilityRules, day: () => string) {
    this.#db = db;
    this.#rules = rules;
    this.#day = day;
  }

  /** Call before a query that speaks of outcomes. @returns the day verdicts are for, YYYY-MM-DD */
  prepare(): string {
    const asOf = this.#day();
    const wanted = `${this.#rules.pack.id} ${asOf}`;
    if (wanted !== this.#filledFor) {
      setVerdictTables(this.#db, { policy: policyTable(this.#rules.pack, asOf), kinds: [] });
      this.#filledFor = wanted;
    }
    return asOf;
  }

  /** Device records changed: fill anew at the next query. */
  invalidate(): void {
    this.#filledFor = '';
  }
}
