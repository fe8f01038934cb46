import { anyHost, type DeviceRecord, type KindOutcome } from '#domain/checking/device-records';
import { linkEvidence } from '#domain/checking/link-evidence';
import { isLinkKind, type LinkKind } from '#domain/links/link-kinds';
import type { Judge } from '#domain/openability/judge';
import type { Outcome } from '#domain/openability/outcomes';
import type { Connection } from './open-database.ts';
import { EvidenceRepository } from './repositories/evidence-repository.ts';

interface LinkRow {
  id: number;
  link_hash: number;
  kind: string;
  host: string | null;
}

/** Marks up to which evidence and links have been looked at; both ids only grow. */
interface Seen {
  answerId: number;
  linkId: number;
}

const linksPerRound = 500;

/**
 * The connection's own table of links whose evidence says something else than policy by kind. It depends on the day and
 * the pack, so it is worked out, not stored; what is new since the last look is added at little cost.
 */
export class LinkOverrides {
  readonly #db: Connection;
  readonly #evidence: EvidenceRepository;
  #seen: Seen = { answerId: 0, linkId: 0 };
  #judge: Judge | null = null;
  #records: readonly DeviceRecord[] = [];
  #kinds: ReadonlyMap<string, Outcome> = new Map();

  constructor(db: Connection) {
    this.#db = db;
    this.#evidence = new EvidenceRepository(db);
    db.exec(`CREATE TEMP TABLE IF NOT EXISTS link_override (
      link_id INTEGER NOT NULL, surface TEXT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (link_id, surface)) WITHOUT ROWID`);
  }

  /** Begins anew: another day, another pack, other device records. */
  reset(judge: Judge, records: readonly DeviceRecord[], kinds: readonly KindOutcome[]): void {
    this.#judge = judge;
    this.#records = records;
    this.#kinds = new Map(kinds.map(({ kind, host, surface, outcome }) => [keyOf(surface, kind, host), outcome]));
    this.#seen = { answerId: 0, linkId: 0 };
    this.#db.exec('DELETE FROM temp.link_override');
    this.catchUp();
  }

  /** Takes in links and answers that came since. */
  catchUp(): void {
    const now: Seen = { answerId: this.#highest('link_check'), linkId: this.#highest('share_link') };
    if (!this.#judge || (now.answerId === this.#seen.answerId && now.linkId === this.#seen.linkId)) return;
    const links = this.#db
      .prepare<Seen, LinkRow>(
        // Not UNION: that wants each part in order of ids, for which SQLite reads all links instead of the few.
        `SELECT l.id, l.link_hash, l.kind, l.host FROM share_link l WHERE l.id IN (
           SELECT t.id FROM link_check c JOIN share_link t ON t.link_hash = c.link_hash
             WHERE c.skipped = 0 AND c.outcome IS NOT NULL AND @answerId = 0
           UNION ALL SELECT t.id FROM link_check c JOIN share_link t ON t.link_hash = c.link_hash WHERE @answerId > 0 AND c.id > @answerId
           UNION ALL SELECT t.id FROM share_link t WHERE @answerId > 0 AND t.id > @linkId
             AND EXISTS (SELECT 1 FROM link_check c WHERE c.link_hash = t.link_hash)
           UNION ALL SELECT t.id FROM device_record d JOIN share_link t ON t.link_hash = d.link_hash)`,
      )
      .all(this.#seen);
    for (let from = 0; from < links.length; from += linksPerRound) {
      this.#judgeLinks(links.slice(from, from + linksPerRound), this.#judge);
    }
    this.#seen = now;
  }

  #judgeLinks(links: readonly LinkRow[], judge: Judge): void {
    const answers = this.#evidence.answersOf(links.map((link) => link.link_hash));
    const clear = this.#db.prepare('DELETE FROM temp.link_override WHERE link_id = ?');
    const put = this.#db.prepare('INSERT INTO temp.link_override (link_id, surface, outcome) VALUES (?, ?, ?)');
    for (const { id, link_hash, kind, host } of links) {
      clear.run(id);
      if (!isLinkKind(kind)) continue;
      const known = { answers: answers.get(link_hash) ?? [], records: this.#records, lifecycle: [] };
      const { link, evidence } = linkEvidence({ linkHash: link_hash, kind, host }, known, judge.asOf);
      for (const { id: surface } of judge.pack.surfaces) {
        const { outcome } = judge.judge(link, surface, evidence);
        if (outcome !== this.#byKind(kind, host, surface, judge)) put.run(id, surface, outcome);
      }
    }
  }

  /** What holds for every link like this one. */
  #byKind(kind: LinkKind, host: string | null, surface: string, judge: Judge): Outcome {
    const seen = this.#kinds.get(keyOf(surface, kind, host)) ?? this.#kinds.get(keyOf(surface, kind, anyHost));
    return seen ?? judge.judge({ kind, host }, surface).outcome;
  }

  #highest(table: 'link_check' | 'share_link'): number {
    return Number(this.#db.prepare(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get());
  }
}

const keyOf = (surface: string, kind: LinkKind, host: string | null): string => `${surface} ${kind} ${host ?? ''}`;
