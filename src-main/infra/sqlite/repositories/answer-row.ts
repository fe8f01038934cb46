import type { ProbeRecord } from '#contract/checks';
import type { ProbeAnswer } from '#domain/checking/probe-answer';

/** Columns of `link_check c` that make an answer. */
export const answerColumns = `c.id, c.run_id, c.link_hash, c.probe, c.url, c.reason, c.outcome, c.scope, c.skipped, c.params_json,
  c.signals_json, c.pack_version, c.checked_at`;

export interface AnswerRow {
  id: number;
  run_id: number | null;
  link_hash: number;
  probe: ProbeAnswer['probe'];
  url: string;
  reason: ProbeAnswer['reason'];
  outcome: ProbeAnswer['outcome'];
  scope: ProbeAnswer['scope'];
  skipped: number;
  params_json: string;
  signals_json: string;
  pack_version: string;
  checked_at: string;
}

export function toAnswer(row: AnswerRow): ProbeAnswer {
  return {
    id: row.id,
    runId: row.run_id,
    probe: row.probe,
    reason: row.reason,
    params: JSON.parse(row.params_json) as ProbeAnswer['params'],
    outcome: row.outcome,
    scope: row.scope,
    skipped: row.skipped === 1,
    signals: JSON.parse(row.signals_json) as ProbeAnswer['signals'],
    packVersion: row.pack_version,
    checkedAt: row.checked_at,
  };
}

/** The bulky part of an answer, as it is stored. */
export type StoredChain = Pick<ProbeRecord, 'hops' | 'evidence' | 'opened'>;

export function toRecord(row: AnswerRow & { evidence_json: string | null }): ProbeRecord {
  const chain: StoredChain =
    row.evidence_json === null
      ? { hops: [], evidence: [], opened: null }
      : (JSON.parse(row.evidence_json) as StoredChain);
  return { ...toAnswer(row), url: row.url, ...chain };
}
