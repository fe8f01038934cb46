import type { DueLinkFacts } from '#app/ports/check-store';
import type { SurfaceId } from '#contract/surfaces';
import { dayInShanghai } from '#domain/links/calendar-day';
import type { LinkKind } from '#domain/links/link-kinds';
import type { Outcome } from '#domain/openability/outcomes';
import type { Connection } from '../open-database.ts';
import { answerTells, linkOutcome } from '../verdict-sql.ts';

/** Surfaces on which strangers see, and may report, what is posted. */
const publicSurfaces = `'group', 'moments', 'oa_article', 'oa_article_readmore', 'oa_menu', 'oa_mass_message', 'channels'`;

/** Products of open campaigns; needs `@today`. */
export const planned = `planned AS (
  SELECT p.id AS product_id, min(CASE WHEN c.scheduled_on >= @today THEN c.scheduled_on END) AS campaign_on,
    max(coalesce(s.surface IN (${publicSurfaces}), 0)) AS is_public
  FROM campaign c JOIN campaign_item i ON i.campaign_id = c.id JOIN product p ON p.item_key = i.item_key AND p.market = i.market
    LEFT JOIN campaign_surface s ON s.campaign_id = c.id
  WHERE c.archived_at IS NULL GROUP BY p.id)`;

/** Text without an address cannot be asked about, so it never falls due. */
export const canBeAsked = 'l.host IS NOT NULL';

/** Links looked at between two chances for others to be answered. */
const linksPerPart = 1_000;
/** A product has a handful of links. */
const productsPerPart = 200;

interface Planned {
  productId: number;
  campaignOn: string | null;
  isPublic: number;
}

interface LinkOfPart {
  linkId: number;
  linkHash: number;
  kind: LinkKind;
  value: string;
  outcome: Outcome;
  productId: number | null;
  productTitle: string | null;
  deadFrom: string | null;
}

interface Answer {
  linkHash: number;
  probe: string;
  outcome: Outcome | null;
  tells: number;
  checkedAt: string;
}

/** What the answers about one link come to. */
interface Learned {
  /** The newest answer that told something; null: none did. */
  checkedAt: string | null;
  /** What the newest answer of each probe meant. */
  outcomes: Map<string, Outcome | null>;
}

/** Reads what decides whether links are due, part by part: seconds of work where hundreds of thousands were checked. */
export class DueLinks {
  readonly #db: Connection;
  readonly #context: { surface: SurfaceId; asOf: string; today: string };
  readonly #planned: ReadonlyMap<number, Planned>;

  constructor(db: Connection, context: { surface: SurfaceId; asOf: string; today: string }) {
    this.#db = db;
    this.#context = context;
    const rows = db
      .prepare<unknown[], Planned>(
        `WITH ${planned} SELECT product_id AS productId, campaign_on AS campaignOn, is_public AS isPublic FROM planned`,
      )
      .all({ today: context.today });
    this.#planned = new Map(rows.map((row) => [row.productId, row]));
  }

  *parts(): Generator<DueLinkFacts[]> {
    const products = [...this.#planned.keys()];
    for (let at = 0; at < products.length; at += productsPerPart) {
      const links = this.#links('l.product_id', products.slice(at, at + productsPerPart));
      const learned = this.#learned(links.map(({ linkHash }) => linkHash));
      yield links.map((link) => this.#facts(link, learned.get(link.linkHash)));
    }
    for (const hashes of this.#checkedHashes()) {
      const learned = this.#learned(hashes);
      const before = [...learned].filter(([, { checkedAt }]) => checkedAt !== null && !this.#isToday(checkedAt));
      const links = this.#links(
        'l.link_hash',
        before.map(([hash]) => hash),
      );
      yield links.map((link) => this.#facts(link, learned.get(link.linkHash)));
    }
  }

  #isToday = (instant: string): boolean => dayInShanghai(instant) === this.#context.today;

  *#checkedHashes(): Generator<number[]> {
    const next = this.#db
      .prepare<[number, number], number>(
        'SELECT DISTINCT link_hash FROM link_check WHERE link_hash > ? ORDER BY link_hash LIMIT ?',
      )
      .pluck();
    for (let after = Number.MIN_SAFE_INTEGER; ; ) {
      const hashes = next.all(after, linksPerPart);
      const last = hashes.at(-1);
      if (last === undefined) return;
      yield hashes;
      after = last;
    }
  }

  #links(column: 'l.product_id' | 'l.link_hash', among: readonly number[]): LinkOfPart[] {
    const { surface, asOf } = this.#context;
    return this.#db
      .prepare<unknown[], LinkOfPart>(
        `SELECT l.id AS linkId, l.link_hash AS linkHash, l.kind, l.value, ${linkOutcome} AS outcome,
           l.product_id AS productId, p.title AS productTitle, l.dead_from AS deadFrom
         FROM share_link l LEFT JOIN product p ON p.id = l.product_id
         WHERE ${column} IN (SELECT value FROM json_each(@among)) AND ${canBeAsked}`,
      )
      .all({ surface, asOf, among: JSON.stringify(among) });
  }

  #learned(hashes: readonly number[]): Map<number, Learned> {
    const answers = this.#db
      .prepare<unknown[], Answer>(
        `SELECT c.link_hash AS linkHash, c.probe, c.outcome, ${answerTells} AS tells, c.checked_at AS checkedAt
         FROM link_check c WHERE c.skipped = 0 AND c.link_hash IN (SELECT value FROM json_each(?)) ORDER BY c.id`,
      )
      .all(JSON.stringify(hashes));
    const learned = new Map<number, Learned>();
    for (const { linkHash, probe, outcome, tells, checkedAt } of answers) {
      const known = learned.get(linkHash) ?? { checkedAt: null, outcomes: new Map() };
      learned.set(linkHash, known);
      known.outcomes.set(probe, outcome);
      if (tells === 1 && (known.checkedAt === null || checkedAt > known.checkedAt)) known.checkedAt = checkedAt;
    }
    return learned;
  }

  #facts({ productId, deadFrom, ...link }: LinkOfPart, learned: Learned | undefined): DueLinkFacts {
    const campaign = productId === null ? undefined : this.#planned.get(productId);
    const checkedAt = learned?.checkedAt ?? null;
    return {
      ...link,
      checkedAt,
      facts: {
        deadFrom,
        campaignOn: campaign?.campaignOn ?? null,
        lastOutcome: [...(learned?.outcomes.values() ?? [])].find((outcome) => outcome !== null) ?? null,
        checkedOn: checkedAt === null ? null : dayInShanghai(checkedAt),
        inCampaign: campaign !== undefined,
        isPublic: campaign?.isPublic === 1,
      },
    };
  }
}
