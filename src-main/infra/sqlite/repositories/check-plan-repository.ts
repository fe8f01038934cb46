import type { CheckPlanReader, DueLinkFacts, PlannableLink } from '#app/ports/check-store';
import type { LinkFilter } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import type { Outcome } from '#domain/openability/outcomes';
import type { Connection } from '../open-database.ts';
import { answerTells, linkIsDead, linkOutcome } from '../verdict-sql.ts';
import { canBeAsked, DueLinks, planned } from './due-links.ts';
import { linkConditions } from './link-filter-sql.ts';

/** One row for each link, whichever of the products that share it comes first. */
const columns = `min(l.id) AS linkId, l.link_hash AS linkHash, l.kind, l.value, ${linkOutcome} AS outcome`;

/** Living links in no campaign about which nothing was ever learned. */
const neverChecked = `WHERE NOT ${linkIsDead} AND ${canBeAsked} AND NOT EXISTS (SELECT 1 FROM link_check c WHERE c.link_hash = l.link_hash AND ${answerTells})
    AND coalesce(l.product_id NOT IN (SELECT product_id FROM planned), 1)`;

/** Links looked at between two chances for others to be answered. */
const rowsPerPart = 10_000;

/** {@link CheckPlanReader} over one connection whose verdict tables are prepared. */
export class CheckPlanRepository implements CheckPlanReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  all(surface: SurfaceId, asOf: string): PlannableLink[] {
    return this.#links('', { surface, asOf });
  }

  byFilter(filter: LinkFilter, surface: SurfaceId, asOf: string): PlannableLink[] {
    const { sql, values } = linkConditions(filter);
    // The filter's outcomes are meant on its own surface, the run's outcome on the run's.
    const ids = this.#db
      .prepare(`SELECT l.id FROM share_link l ${sql}`)
      .pluck()
      .all({ ...values, asOf }) as number[];
    return this.byIds(ids, surface, asOf);
  }

  byIds(linkIds: readonly number[], surface: SurfaceId, asOf: string): PlannableLink[] {
    return this.#links('WHERE l.id IN (SELECT value FROM json_each(@ids))', {
      surface,
      asOf,
      ids: JSON.stringify(linkIds),
    });
  }

  skippedIn(runId: number, surface: SurfaceId, asOf: string): PlannableLink[] {
    const skipped = `SELECT link_hash FROM check_task WHERE run_id = @runId AND state = 'skipped'
      AND skip_reason NOT IN ('nothing-to-ask', 'link-gone')`;
    return this.#links(`WHERE l.link_hash IN (${skipped})`, { surface, asOf, runId });
  }

  *dueFacts(surface: SurfaceId, asOf: string, today: string): Generator<DueLinkFacts[]> {
    yield* new DueLinks(this.#db, { surface, asOf, today }).parts();
  }

  neverChecked(surface: SurfaceId, asOf: string, today: string, limit: number): PlannableLink[] {
    return this.#db
      .prepare<unknown[], PlannableLink>(
        `WITH ${planned} SELECT ${columns} FROM share_link l ${neverChecked} GROUP BY l.link_hash LIMIT @limit`,
      )
      .all({ surface, asOf, today, limit });
  }

  *countNeverChecked(asOf: string, today: string): Generator<number> {
    // Nearly every link stands with one product only: counting rows and taking repeated ones off reads the table in its
    // own order, a fifth of the time of counting distinct links.
    const rows = this.#db
      .prepare(`WITH ${planned} SELECT count(*) FROM share_link l ${neverChecked} AND l.id BETWEEN @from AND @to`)
      .pluck();
    const repeated = this.#db
      .prepare(
        `WITH ${planned}, shared AS (
           SELECT link_hash FROM share_link WHERE link_hash BETWEEN @from AND @to GROUP BY link_hash HAVING count(*) > 1)
         SELECT coalesce(sum(products - 1), 0) FROM (
           SELECT count(*) AS products FROM share_link l ${neverChecked} AND l.link_hash IN (SELECT link_hash FROM shared)
           GROUP BY l.link_hash)`,
      )
      .pluck();
    const parts = Math.ceil(Number(this.#db.prepare('SELECT max(id) FROM share_link').pluck().get()) / rowsPerPart);
    for (const range of this.#ranges('id', parts)) yield Number(rows.get({ ...range, asOf, today }));
    for (const range of this.#ranges('link_hash', parts)) yield -Number(repeated.get({ ...range, asOf, today }));
  }

  /** All values of a column of the links, in ranges of equal width. */
  *#ranges(column: 'id' | 'link_hash', parts: number): Generator<{ from: number; to: number }> {
    const { first, last } = this.#db
      .prepare(
        `SELECT (SELECT min(${column}) FROM share_link) AS first, (SELECT max(${column}) FROM share_link) AS last`,
      )
      .get() as { first: number | null; last: number | null };
    if (first === null || last === null) return;
    const width = Math.ceil((last - first + 1) / parts);
    for (let from = first; from <= last; from += width) yield { from, to: Math.min(from + width - 1, last) };
  }

  outcomesOf(linkHashes: readonly number[], surface: SurfaceId, asOf: string): Map<number, Outcome> {
    const hashes = JSON.stringify(linkHashes);
    const links = this.#links('WHERE l.link_hash IN (SELECT value FROM json_each(@hashes))', { surface, asOf, hashes });
    return new Map(links.map(({ linkHash, outcome }) => [linkHash, outcome]));
  }

  #links(where: string, values: Record<string, unknown>): PlannableLink[] {
    return this.#db
      .prepare<unknown[], PlannableLink>(`SELECT ${columns} FROM share_link l ${where} GROUP BY l.link_hash ORDER BY 1`)
      .all(values);
  }
}
