import type { LinkAnswers } from '#app/ports/check-store';
import { answerOf, type ProbeAnswer } from '#domain/checking/probe-answer';
import { isSameAnswer } from '#domain/checking/link-timeline';
import type { Finding } from '#domain/compliance/finding';
import type { ResolvedTarget } from '#domain/links/resolved-earning';
import type { ProbeFacts } from '#domain/probing/probe-facts';
import type { Connection } from '../open-database.ts';
import { answerColumns, type AnswerRow, type StoredChain, toAnswer } from './answer-row.ts';

/** Writes what one link was answered. Call inside a transaction. */
export class AnswerWriter {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  write(runId: number, { task, facts, target, findings }: LinkAnswers, at: string): void {
    for (const one of facts) this.#append(runId, task.linkHash, one);
    if (target) this.#setTarget(task.linkHash, target, at);
    if (findings) this.#setFindings(task.linkHash, findings, at);
  }

  #append(runId: number, linkHash: number, facts: ProbeFacts): void {
    const answer = answerOf(facts, runId);
    const last = this.#last(linkHash, facts.probe);
    const { hops, evidence, opened } = facts;
    this.#db
      .prepare(
        `INSERT INTO link_check (run_id, link_hash, probe, url, reason, outcome, scope, skipped, params_json, signals_json,
           evidence_json, pack_version, checked_at)
         VALUES (@runId, @linkHash, @probe, @url, @reason, @outcome, @scope, @skipped, @params, @signals, @chain, @packVersion, @checkedAt)`,
      )
      .run({
        ...answer,
        linkHash,
        url: facts.url,
        skipped: Number(answer.skipped),
        params: JSON.stringify(answer.params),
        signals: JSON.stringify(answer.signals),
        chain: JSON.stringify({ hops, evidence, opened } satisfies StoredChain),
      });
    // A year of daily answers that say the same needs one chain, the newest; where it turned, each side keeps its own.
    if (last && isSameAnswer(last, { ...answer, id: 0 }))
      this.#db.prepare('UPDATE link_check SET evidence_json = NULL WHERE id = ?').run(last.id);
  }

  #last(linkHash: number, probe: string): ProbeAnswer | null {
    const row = this.#db
      .prepare<[number, string], AnswerRow>(
        `SELECT ${answerColumns} FROM link_check c WHERE c.link_hash = ? AND c.probe = ? ORDER BY c.checked_at DESC, c.id DESC LIMIT 1`,
      )
      .get(linkHash, probe);
    return row ? toAnswer(row) : null;
  }

  #setTarget(linkHash: number, target: ResolvedTarget, at: string): void {
    this.#db
      .prepare(
        `INSERT INTO link_target (link_hash, url, kind, item_id, pid, relation_id, affiliate, seen_at)
         VALUES (@linkHash, @url, @kind, @itemId, @pid, @relationId, @affiliate, @at)
         ON CONFLICT (link_hash) DO UPDATE SET url = excluded.url, kind = excluded.kind, item_id = excluded.item_id, pid = excluded.pid,
           relation_id = excluded.relation_id, affiliate = excluded.affiliate, seen_at = excluded.seen_at`,
      )
      .run({ ...target, affiliate: Number(target.affiliate), linkHash, at });
  }

  #setFindings(linkHash: number, findings: readonly Finding[], at: string): void {
    this.#db
      .prepare(
        `UPDATE finding SET superseded_at = ?, superseded_by = 'text' WHERE field = 'landing' AND superseded_at IS NULL
         AND link_id IN (SELECT id FROM share_link WHERE link_hash = ?)`,
      )
      .run(at, linkHash);
    const insert = this.#db.prepare(
      `INSERT INTO finding (link_id, field, rule, category, severity, finding_json, found_at)
       SELECT id, 'landing', ?, ?, ?, ?, ? FROM share_link WHERE link_hash = ?`,
    );
    for (const finding of findings) {
      const { rule, category, severity } = finding;
      insert.run(rule, category, severity, JSON.stringify(finding), at, linkHash);
    }
  }
}
