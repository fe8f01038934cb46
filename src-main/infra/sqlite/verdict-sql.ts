import type { Outcome } from '#contract/surfaces';
import { anyHost } from '#domain/checking/device-records';
import type { Connection } from './open-database.ts';

/**
 * Verdicts in SQL, for counting and filtering hundreds of thousands of links. The judge in domain/openability decides;
 * tables hold what it decided: by kind and surface, by host where records from a phone tell the hosts of a kind apart, and
 * for single links whose own evidence says something else (see `LinkOverrides`). Alias `l` is the link; `@surface` and
 * `@asOf` are bound by the caller.
 */
export interface VerdictTables {
  policy: readonly { kind: string; surface: string; outcome: Outcome }[];
  /** Fresh device records that stand for all links of one kind and host; `*` stands for hosts without an entry. */
  kinds: readonly { kind: string; host: string | null; surface: string; outcome: Outcome }[];
}

/** Fills the connection's own (temporary) tables; call again whenever pack, as-of date or device records change. */
export function setVerdictTables(db: Connection, tables: VerdictTables): void {
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS outcome_by_kind (
      surface TEXT NOT NULL, kind TEXT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (surface, kind)) WITHOUT ROWID;
    CREATE TEMP TABLE IF NOT EXISTS outcome_by_host (
      surface TEXT NOT NULL, kind TEXT NOT NULL, host TEXT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (surface, kind, host)) WITHOUT ROWID;
    DELETE FROM temp.outcome_by_kind;
    DELETE FROM temp.outcome_by_host;
  `);
  const byKind = db.prepare('INSERT OR REPLACE INTO temp.outcome_by_kind (surface, kind, outcome) VALUES (?, ?, ?)');
  const wholeKinds = tables.kinds.filter(({ host }) => host === anyHost);
  for (const { surface, kind, outcome } of [...tables.policy, ...wholeKinds]) byKind.run(surface, kind, outcome);
  // Only hosts that differ from their kind: for a kind with one, its links are read one by one.
  const byHost = db.prepare(
    `INSERT OR REPLACE INTO temp.outcome_by_host (surface, kind, host, outcome) SELECT @surface, @kind, @host, @outcome
     WHERE @outcome IS NOT (SELECT outcome FROM temp.outcome_by_kind WHERE surface = @surface AND kind = @kind)`,
  );
  for (const entry of tables.kinds) if (entry.host !== anyHost) byHost.run({ ...entry, host: entry.host ?? '' });
}

/** Dead by its own validity, its coupon's end, or its coupon being used up. */
export const linkIsDead = 'coalesce(l.dead_from <= @asOf, 0)';

/**
 * Answers (alias `c`) that taught something about their link, as domain/checking/skipped-because has it: WeChat's gateway
 * finding no block is none while the link itself could not be visited.
 */
export const answerTells = `c.skipped = 0 AND (c.probe <> 'wapredirect' OR c.outcome IS NOT NULL)`;

/**
 * What policy and records say of every link of the kind and host of `l`.
 * @param surface SQL that gives the surface's id
 */
export const outcomeByKind = (surface: string): string => `coalesce(
    (SELECT k.outcome FROM temp.outcome_by_host k WHERE k.surface = ${surface} AND k.kind = l.kind AND k.host = coalesce(l.host, '')),
    (SELECT n.outcome FROM temp.outcome_by_kind n WHERE n.surface = ${surface} AND n.kind = l.kind),
    'unknown')`;

/** The verdict's outcome of link `l` on `@surface`. */
export const linkOutcome = `
  CASE WHEN ${linkIsDead} THEN 'dead' ELSE coalesce(
    (SELECT o.outcome FROM temp.link_override o WHERE o.link_id = l.id AND o.surface = @surface),
    ${outcomeByKind('@surface')}) END`;

/**
 * Links by surface and outcome. Kinds come counted, as `@groups` (JSON: kind, links, dead); only those whose hosts records
 * tell apart are counted here, and links with evidence of their own are moved over.
 */
export const outcomeCounts = `
  WITH surfaces AS (SELECT DISTINCT surface FROM temp.outcome_by_kind),
  counted AS MATERIALIZED (
    SELECT value ->> 'kind' AS kind, sum(value ->> 'links') AS links, sum(value ->> 'dead') AS dead
    FROM json_each(@groups) GROUP BY 1),
  kinds AS MATERIALIZED (
    SELECT kind, NULL AS host, 0 AS dead, links - dead AS links FROM counted
    WHERE kind NOT IN (SELECT kind FROM temp.outcome_by_host)
    UNION ALL
    SELECT kind, NULL, 1, dead FROM counted WHERE kind NOT IN (SELECT kind FROM temp.outcome_by_host)
    UNION ALL
    SELECT l.kind, l.host, ${linkIsDead} AS dead, count(*) FROM share_link l
    WHERE l.kind IN (SELECT kind FROM temp.outcome_by_host) GROUP BY 1, 2, 3)
  SELECT surface, outcome, sum(links) AS links FROM (
    SELECT s.surface, CASE WHEN l.dead THEN 'dead' ELSE ${outcomeByKind('s.surface')} END AS outcome, l.links
    FROM surfaces s CROSS JOIN kinds l
    UNION ALL
    SELECT o.surface, ${outcomeByKind('o.surface')}, -1 FROM temp.link_override o JOIN share_link l ON l.id = o.link_id WHERE NOT ${linkIsDead}
    UNION ALL
    SELECT o.surface, o.outcome, 1 FROM temp.link_override o JOIN share_link l ON l.id = o.link_id WHERE NOT ${linkIsDead})
  GROUP BY 1, 2`;

/**
 * Condition: link `l` has one of these outcomes on `@surface`. Nearly all links go by what holds for their kind, which an
 * index answers; only kinds and links with records of their own are judged one by one, and those only once for a query.
 * Outcomes are contract constants, not user text.
 */
export function linkIsOutcome(outcomes: readonly Outcome[]): string {
  const list = outcomes.map((outcome) => `'${outcome}'`).join(', ');
  const policyKinds = (condition: string): string =>
    `(SELECT kind FROM temp.outcome_by_kind WHERE surface = @surface AND outcome ${condition} (${list}))`;
  // A kind without a policy is unknown.
  const byPolicy = outcomes.includes('unknown')
    ? `l.kind NOT IN ${policyKinds('NOT IN')}`
    : `l.kind IN ${policyKinds('IN')}`;
  const special = `
    SELECT l.id FROM share_link l WHERE l.kind IN ${kindsByHost} AND (${linkOutcome}) IN (${list})
    UNION SELECT l.id FROM share_link l WHERE l.id IN ${overriddenLinks} AND (${linkOutcome}) IN (${list})`;
  const ordinary = `${byPolicy} AND NOT ${linkIsDead} AND l.kind NOT IN ${kindsByHost} AND l.id NOT IN ${overriddenLinks}`;
  // Side by side, so that an index can answer each.
  const dead = outcomes.includes('dead') ? 'l.dead_from <= @asOf OR ' : '';
  return `(${dead}(${ordinary}) OR l.id IN (${special}))`;
}

const kindsByHost = '(SELECT kind FROM temp.outcome_by_host WHERE surface = @surface)';
const overriddenLinks = '(SELECT link_id FROM temp.link_override WHERE surface = @surface)';

/** Outcomes after which a buyer can still get to the product with the link. */
const usable = ['opens', 'confirm', 'copy-to-app', 'copy-to-browser'] as const;

const usableList = usable.map((outcome) => `'${outcome}'`).join(', ');
const mayPay = `l.earns <> 'no' AND l.owner <> 'other'`;

/** Kinds whose links a buyer gets through with on `@surface` whatever the host. */
const usableKinds = `(SELECT kind FROM temp.outcome_by_kind WHERE surface = @surface AND outcome IN (${usableList})
  AND kind NOT IN ${kindsByHost})`;

/**
 * Products with a link that may pay the user and that a buyer could get through with on `@surface`, by what holds for its
 * kind alone; an index answers. A product comes once for each such link.
 */
const usableByPolicy = `
  SELECT l.product_id FROM share_link l
  WHERE l.product_id IS NOT NULL AND ${mayPay} AND NOT ${linkIsDead} AND l.kind IN ${usableKinds} AND l.id NOT IN ${overriddenLinks}`;

/** The groups of `@groups` (JSON: kind, earns, owner, links, dead) such links are in, the one with most living links first. */
export const usableGroups = `
  SELECT l.kind, l.earns, l.owner FROM (
    SELECT value ->> 'kind' AS kind, value ->> 'earns' AS earns, value ->> 'owner' AS owner,
      value ->> 'links' - value ->> 'dead' AS living FROM json_each(@groups)) l
  WHERE ${mayPay} AND l.kind IN ${usableKinds} AND l.living > 0 ORDER BY l.living DESC`;

const livingOfGroup = (living: string): string => `
  SELECT l.product_id FROM share_link l WHERE l.kind = @kind AND l.earns = @earns AND l.owner = @owner
  AND l.product_id IS NOT NULL AND ${living} AND l.id NOT IN ${overriddenLinks}`;

/** The products of one of these groups. In two parts, so that the index leaves the dead out and no link is asked. */
export const usableOfGroup = [`l.dead_from IS NULL`, `l.dead_from > @asOf`].map(livingOfGroup).join(' UNION ALL ');

/** The same by kinds and links with records of their own, which are judged one by one. */
export const usableByRecord = [`l.kind IN ${kindsByHost}`, `l.id IN ${overriddenLinks}`]
  .map(
    (judged) =>
      `SELECT l.product_id FROM share_link l WHERE l.product_id IS NOT NULL AND ${judged} AND ${mayPay} AND (${linkOutcome}) IN (${usableList})`,
  )
  .join(' UNION ALL ');

/** Condition: product `p` has no such link. */
export const hasNoUsableLink = `p.id NOT IN (${usableByPolicy} UNION ALL ${usableByRecord})`;
