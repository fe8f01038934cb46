import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, openDatabase } from '../open-database.ts';
import { createSummaryRepository } from './summary-repository.ts';

const now = (): Date => new Date('2026-11-23T00:00:00Z');

let folder: string;
let db: Connection;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-summary-'));
  db = openDatabase(join(folder, 'catalog.db'), { migrate: true, now });
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('numbers that are kept', () => {
  it('are there again for the state they were counted for, and for no other', () => {
    createSummaryRepository(db, 'dashboard').put('one', { products: 3 });
    const again = createSummaryRepository(db, 'dashboard');
    expect(again.get('one')).toEqual({ products: 3 });
    expect(again.get('two')).toBeNull();
  });

  it('are left out where the disk is full, and nobody fails for it', () => {
    const summary = createSummaryRepository(db, 'dashboard');
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
    summary.put('one', '数'.repeat(1_000_000));
    expect(summary.get('one')).toBeNull();
  });
});
