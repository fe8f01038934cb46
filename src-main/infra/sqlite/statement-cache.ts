import type { Connection, Statement } from './open-database.ts';

/** Statements of one connection by their text: to prepare a long one takes as long as a few rows. */
export class StatementCache {
  readonly #db: Connection;
  readonly #byText = new Map<string, Statement<unknown[], unknown>>();

  constructor(db: Connection) {
    this.#db = db;
  }

  prepare<Row = unknown>(sql: string): Statement<unknown[], Row> {
    const known = this.#byText.get(sql);
    if (known) return known as Statement<unknown[], Row>;
    const statement = this.#db.prepare<unknown[], Row>(sql);
    this.#byText.set(sql, statement);
    return statement;
  }
}
