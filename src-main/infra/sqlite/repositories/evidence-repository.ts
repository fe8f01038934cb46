import type { EvidenceDetails, EvidenceReader } from '#app/ports/check-store';
import type { ProbeRecord } from '#contract/checks';
import { AppError } from '#contract/errors';
import type { ProbeAnswer } from '#domain/checking/probe-answer';
import type { Finding } from '#domain/compliance/finding';
import type { LinkKind } from '#domain/links/link-kinds';
import type { ResolvedTarget } from '#domain/links/resolved-earning';
import type { Connection, Statement } from '../open-database.ts';
import { answerColumns, type AnswerRow, toAnswer, toRecord } from './answer-row.ts';

interface TargetRow {
  url: string;
  kind: LinkKind;
  item_id: string | null;
  pid: string | null;
  relation_id: string | null;
  affiliate: number;
}

/** Answers of one link read at most: a link checked daily for a year has fewer. */
const historyLimit = 1_000;

/** What probes answered about links. */
export class EvidenceRepository implements EvidenceReader, EvidenceDetails {
  readonly #db: Connection;
  #target: Statement<[number], TargetRow> | null = null;

  constructor(db: Connection) {
    this.#db = db;
  }

  answersOf(linkHashes: readonly number[]): Map<number, ProbeAnswer[]> {
    const rows = this.#db
      .prepare<[string], AnswerRow>(
        `SELECT ${answerColumns} FROM json_each(?) h JOIN link_check c ON c.link_hash = h.value ORDER BY c.id`,
      )
      .all(JSON.stringify(linkHashes));
    const byLink = new Map<number, ProbeAnswer[]>();
    for (const row of rows) {
      const list = byLink.get(row.link_hash) ?? [];
      byLink.set(row.link_hash, list);
      list.push(toAnswer(row));
    }
    return byLink;
  }

  history(linkHash: number): ProbeAnswer[] {
    return this.#db
      .prepare<[number, number], AnswerRow>(
        `SELECT ${answerColumns} FROM link_check c WHERE c.link_hash = ? ORDER BY c.id DESC LIMIT ?`,
      )
      .all(linkHash, historyLimit)
      .map(toAnswer);
  }

  newest(linkHash: number): ProbeRecord[] {
    return this.#db
      .prepare<[number], AnswerRow & { evidence_json: string | null }>(
        `SELECT ${answerColumns}, c.evidence_json FROM link_check c
         WHERE c.id IN (SELECT max(id) FROM link_check WHERE link_hash = ? GROUP BY probe) ORDER BY c.id DESC`,
      )
      .all(linkHash)
      .map(toRecord);
  }

  /** @throws AppError `NOT_FOUND` */
  answer(id: number): ProbeRecord {
    const row = this.#db
      .prepare<[number], AnswerRow & { evidence_json: string | null }>(
        `SELECT ${answerColumns}, c.evidence_json FROM link_check c WHERE c.id = ?`,
      )
      .get(id);
    if (!row) throw new AppError('NOT_FOUND', `no answer ${id}`, { params: { detail: '检测记录' } });
    return toRecord(row);
  }

  /** Whether any link was ever followed to where it leads. */
  hasTargets(): boolean {
    return this.#db.prepare('SELECT EXISTS (SELECT 1 FROM link_target)').pluck().get() === 1;
  }

  target(linkHash: number): ResolvedTarget | null {
    // An import asks once for every link: preparing it each time took half of the merge.
    this.#target ??= this.#db.prepare<[number], TargetRow>(
      'SELECT url, kind, item_id, pid, relation_id, affiliate FROM link_target WHERE link_hash = ?',
    );
    const row = this.#target.get(linkHash);
    if (!row) return null;
    const { url, kind, item_id, pid, relation_id, affiliate } = row;
    return { url, kind, itemId: item_id, pid, relationId: relation_id, affiliate: affiliate === 1 };
  }

  landingFindings(linkId: number): Finding[] {
    return this.#db
      .prepare<[number], { finding_json: string }>(
        `SELECT finding_json FROM finding WHERE link_id = ? AND field = 'landing' AND superseded_at IS NULL ORDER BY id`,
      )
      .all(linkId)
      .map(({ finding_json }) => JSON.parse(finding_json) as Finding);
  }
}
