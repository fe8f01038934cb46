import type { DayNumbers, OverviewDays } from '#app/ports/dashboard-reader';
import type { Connection } from '../open-database.ts';
import { writeNowOrNever } from '../write-when-free.ts';

interface DayRow {
  day: string;
  numbers_json: string;
}

/** {@link OverviewDays} over one connection. */
export class OverviewDaysRepository implements OverviewDays {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  lastBefore(day: string): { day: string; numbers: DayNumbers } | null {
    const row = this.#db
      .prepare<[string], DayRow>('SELECT day, numbers_json FROM overview_day WHERE day < ? ORDER BY day DESC LIMIT 1')
      .get(day);
    return row ? { day: row.day, numbers: JSON.parse(row.numbers_json) as DayNumbers } : null;
  }

  put(day: string, numbers: DayNumbers): void {
    const json = JSON.stringify(numbers);
    const known = this.#db.prepare('SELECT numbers_json FROM overview_day WHERE day = ?').pluck().get(day);
    if (known === json) return;
    // Not kept while something else writes: nobody who only wants to read waits for an import.
    writeNowOrNever(this.#db, () => {
      this.#db
        .prepare(
          `INSERT INTO overview_day (day, numbers_json) VALUES (?, ?)
           ON CONFLICT (day) DO UPDATE SET numbers_json = excluded.numbers_json`,
        )
        .run(day, json);
    });
  }
}
