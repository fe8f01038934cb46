import type { ComplianceStore, EntryChange, ListAudit, ListsChange, StoredRulePack } from '#app/ports/compliance-store';
import { AppError } from '#contract/errors';
import type { ListAction, ListEvent } from '#contract/word-lists';
import type { AllowPhrase, UserEntries, UserWord } from '#domain/compliance/user/user-types';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';

interface AuditRow {
  id: number;
  at: string;
  action: ListAction;
  subject: string;
  detail_json: string;
}

/** What a list change keeps in the audit: enough to show it and to take it back. */
interface AuditDetail extends ListsChange {
  falseAlarm: ListEvent['falseAlarm'];
  undoes: number | null;
}

const listActions = `'words.saved', 'words.removed', 'words.imported', 'words.undone', 'finding.allowed'`;

const selectWord = `SELECT text, kind, category, severity, note, expires_on AS expiresOn FROM own_word`;
const selectPhrase = `SELECT text, nullif(category, '') AS category, reason, proof, expires_on AS expiresOn FROM allow_phrase`;

const sameEntry = (left: object | undefined, right: object | null): boolean =>
  JSON.stringify(left ?? null) === JSON.stringify(right);

/** Words and phrases in the order of their fields as they are stored, so that entries can be compared as text. */
function inOrder(change: ListsChange): ListsChange {
  const word = (entry: UserWord | null): UserWord | null =>
    entry && {
      text: entry.text,
      kind: entry.kind,
      category: entry.category,
      severity: entry.severity,
      note: entry.note,
      expiresOn: entry.expiresOn,
    };
  const phrase = (entry: AllowPhrase | null): AllowPhrase | null =>
    entry && {
      text: entry.text,
      category: entry.category,
      reason: entry.reason,
      proof: entry.proof,
      expiresOn: entry.expiresOn,
    };
  return {
    words: change.words.map(({ before, after }) => ({ before: word(before), after: word(after) })),
    phrases: change.phrases.map(({ before, after }) => ({ before: phrase(before), after: phrase(after) })),
  };
}

function countOf(changes: readonly EntryChange<unknown>[], is: (change: EntryChange<unknown>) => boolean): number {
  return changes.filter(is).length;
}

/** {@link ComplianceStore} over one connection. */
export class ComplianceRepository implements ComplianceStore {
  readonly #db: Connection;
  readonly #now: () => Date;

  constructor(db: Connection, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  revision(): number {
    return Number(this.#db.prepare(`SELECT value FROM revision WHERE name = 'compliance'`).pluck().get());
  }

  lists(): UserEntries {
    return {
      words: this.#db.prepare<[], UserWord>(`${selectWord} ORDER BY text, kind`).all(),
      phrases: this.#db.prepare<[], AllowPhrase>(`${selectPhrase} ORDER BY text, allow_phrase.category`).all(),
    };
  }

  change(change: ListsChange, audit: ListAudit): Promise<number> {
    const { words, phrases } = inOrder(change);
    const detail: AuditDetail = {
      words,
      phrases,
      falseAlarm: audit.falseAlarm ?? null,
      undoes: audit.undoes ?? null,
    };
    return writeWhenFree(this.#db, () => {
      this.#applyWords(words);
      this.#applyPhrases(phrases);
      const { lastInsertRowid } = this.#db
        .prepare('INSERT INTO audit (at, action, subject, detail_json) VALUES (?, ?, ?, ?)')
        .run(this.#now().toISOString(), audit.action, audit.subject, JSON.stringify(detail));
      this.#bump();
      return Number(lastInsertRowid);
    });
  }

  changeOf(id: number): { change: ListsChange; undone: boolean; subject: string } {
    const row = this.#db
      .prepare<[number], AuditRow>(`SELECT * FROM audit WHERE id = ? AND action IN (${listActions})`)
      .get(id);
    if (!row) throw new AppError('NOT_FOUND', `no list change ${id}`, { params: { detail: '这次修改' } });
    const { words, phrases } = JSON.parse(row.detail_json) as AuditDetail;
    return { change: { words, phrases }, undone: this.#undone().has(id), subject: row.subject };
  }

  history(limit: number): ListEvent[] {
    const undone = this.#undone();
    return this.#db
      .prepare<[number], AuditRow>(`SELECT * FROM audit WHERE action IN (${listActions}) ORDER BY id DESC LIMIT ?`)
      .all(limit)
      .map((row) => {
        const { words, phrases, falseAlarm } = JSON.parse(row.detail_json) as AuditDetail;
        const all = [...words, ...phrases];
        return {
          changeId: row.id,
          at: row.at,
          action: row.action,
          subject: row.subject,
          added: countOf(all, ({ before }) => before === null),
          changed: countOf(all, ({ before, after }) => before !== null && after !== null),
          removed: countOf(all, ({ after }) => after === null),
          undone: undone.has(row.id),
          falseAlarm,
        };
      });
  }

  packs(): StoredRulePack[] {
    return this.#db
      .prepare<[], { id: string; pack_json: string; loaded_at: string }>(
        `SELECT id, pack_json, loaded_at FROM rule_pack WHERE kind = 'compliance' AND active = 1 ORDER BY loaded_at, id`,
      )
      .all()
      .map((row) => ({ id: row.id, value: JSON.parse(row.pack_json) as unknown, loadedAt: row.loaded_at }));
  }

  savePacks(packs: readonly { id: string; value: unknown }[]): Promise<void> {
    const at = this.#now().toISOString();
    return writeWhenFree(this.#db, () => {
      const put = this.#db.prepare(
        `INSERT INTO rule_pack (id, kind, pack_json, active, loaded_at) VALUES (?, 'compliance', ?, 1, ?)
         ON CONFLICT (id) DO UPDATE SET pack_json = excluded.pack_json, active = 1, loaded_at = excluded.loaded_at`,
      );
      for (const { id, value } of packs) put.run(id, JSON.stringify(value), at);
      this.#auditPacks('rule-pack.loaded', packs.map(({ id }) => id).join('、'));
      this.#bump();
    });
  }

  removePack(id: string): Promise<boolean> {
    return writeWhenFree(this.#db, () => {
      const { changes } = this.#db.prepare(`DELETE FROM rule_pack WHERE id = ? AND kind = 'compliance'`).run(id);
      if (changes === 0) return false;
      this.#auditPacks('rule-pack.removed', id);
      this.#bump();
      return true;
    });
  }

  #auditPacks(action: string, subject: string): void {
    this.#db
      .prepare(`INSERT INTO audit (at, action, subject, detail_json) VALUES (?, ?, ?, '{}')`)
      .run(this.#now().toISOString(), action, subject);
  }

  #applyWords(changes: readonly EntryChange<UserWord>[]): void {
    const find = this.#db.prepare<[string, string], UserWord>(`${selectWord} WHERE kind = ? AND text = ?`);
    const remove = this.#db.prepare('DELETE FROM own_word WHERE kind = ? AND text = ?');
    const insert = this.#db.prepare(
      `INSERT INTO own_word (kind, text, category, severity, note, expires_on)
       VALUES (@kind, @text, @category, @severity, @note, @expiresOn)`,
    );
    for (const { before } of changes) {
      if (!before) continue;
      if (!sameEntry(find.get(before.kind, before.text), before)) throw changedSince(before.text);
      remove.run(before.kind, before.text);
    }
    for (const { after } of changes) {
      if (!after) continue;
      if (find.get(after.kind, after.text)) throw taken(after.text);
      insert.run(after);
    }
  }

  #applyPhrases(changes: readonly EntryChange<AllowPhrase>[]): void {
    const find = this.#db.prepare<[string, string], AllowPhrase>(
      `${selectPhrase} WHERE text = ? AND allow_phrase.category = ?`,
    );
    const remove = this.#db.prepare('DELETE FROM allow_phrase WHERE text = ? AND category = ?');
    const insert = this.#db.prepare(
      `INSERT INTO allow_phrase (text, category, reason, proof, expires_on)
       VALUES (@text, coalesce(@category, ''), @reason, @proof, @expiresOn)`,
    );
    for (const { before } of changes) {
      if (!before) continue;
      if (!sameEntry(find.get(before.text, before.category ?? ''), before)) throw changedSince(before.text);
      remove.run(before.text, before.category ?? '');
    }
    for (const { after } of changes) {
      if (!after) continue;
      if (find.get(after.text, after.category ?? '')) throw taken(after.text);
      insert.run(after);
    }
  }

  #undone(): Set<number> {
    const ids = this.#db
      .prepare<[], number>(`SELECT json_extract(detail_json, '$.undoes') FROM audit WHERE action = 'words.undone'`)
      .pluck()
      .all();
    return new Set(ids);
  }

  /** Findings depend on lists and packs, so pages of the catalog are stale as well. */
  #bump(): void {
    this.#db.prepare(`UPDATE revision SET value = value + 1 WHERE name = 'compliance'`).run();
    bumpRevision(this.#db);
  }
}

function changedSince(text: string): AppError {
  return new AppError('CONFLICT', `entry ${text} has changed`, { params: { detail: `“${text}”在这之后又改过` } });
}

function taken(text: string): AppError {
  return new AppError('CONFLICT', `entry ${text} exists`, { params: { detail: `词表里已有“${text}”` } });
}
