import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './open-database.ts';
import { indexedText, searchQuery } from './search-text.ts';

/** What a search compares: letters, digits and Han characters, width and case folded. */
const compared = (text: string): string =>
  Array.from(text.normalize('NFKC'))
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .join('')
    .toLowerCase();

const character = fc.constantFrom(...Array.from('1280aAbＢ２四件套螺𠮷éの-_/．%"* '));
const title = fc.string({ unit: character, maxLength: 14 });

test('a search finds exactly the texts that hold every word of it as a substring', () => {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE words USING fts5 (text, content='', contentless_delete=1, tokenize='unicode61')`);
  const insert = db.prepare('INSERT INTO words (rowid, text) VALUES (1, ?)');
  const find = db.prepare('SELECT count(*) FROM words WHERE words MATCH ?').pluck();
  fc.assert(
    fc.property(title, title, fc.nat(14), fc.nat(5), (text, other, from, length) => {
      db.exec('DELETE FROM words WHERE rowid = 1');
      insert.run(indexedText(text));
      for (const search of [other, text.slice(from, from + length)]) {
        const words = search.split(/\s+/).map(compared);
        const query = searchQuery(search);
        expect(query === null).toBe(words.every((word) => word === ''));
        if (query !== null) expect(find.get(query)).toBe(words.every((word) => compared(text).includes(word)) ? 1 : 0);
      }
    }),
    { numRuns: 3_000 },
  );
  db.close();
});

test('a catalog of a version that indexed single characters only is indexed anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-search-'));
  const path = join(folder, 'catalog.db');
  const now = (): Date => new Date('2026-11-27T00:00:00Z');
  const old = new Database(path);
  migrate(old, {
    path,
    isNew: true,
    now,
    configure: () => undefined,
    list: migrations.filter((each) => each.version < 16),
  });
  old.exec(`
    INSERT INTO product (market, item_key, item_id, title, first_batch_id, last_batch_id, data_date)
      VALUES ('taobao', '557662696505', '557662696505', '面膜', 1, 1, '2026-11-27');
    INSERT INTO product_fts (rowid, words) VALUES (1, '面 膜 5 5 7 6 6 2 6 9 6 5 0 5')`);
  old.close();
  const db = openDatabase(path, { migrate: true, now });
  const find = db.prepare('SELECT rowid FROM product_fts WHERE product_fts MATCH ?').pluck();
  const found = ['面膜', '557662696505', '2696', '05', '505面'].map((search) => find.all(searchQuery(search)));
  db.close();
  rmSync(folder, { recursive: true });
  expect(found).toEqual([[1], [1], [1], [1], []]);
});
