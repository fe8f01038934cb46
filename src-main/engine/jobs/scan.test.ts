import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scanCatalog } from '#app/compliance/scan-catalog';
import { silencedFindings } from '#app/compliance/silenced-findings';
import { AppError } from '#contract/errors';
import type { AllowPhrase, UserWord } from '#domain/compliance/user/user-types';
import { ScanRepository } from '#infra/sqlite/repositories/scan-repository';
import { type CampaignWorld, calmContext, openCampaignWorld } from '../../testing/campaign-world.ts';

let world: CampaignWorld;
beforeEach(async () => {
  world = openCampaignWorld('2026-11-23T06:00:00Z');
  await world.importRows('2026-11-23', [
    { key: '1001', said: { title: '第一品牌保温杯', recommendText: '转发到朋友圈领红包' }, links: [] },
    { key: '1002', said: { title: '陶瓷马克杯带勺' }, links: [] },
    { key: '1003', said: { title: '第一品牌咖啡壶绝绝子' }, links: [] },
  ]);
});
afterEach(() => world.close());

const asOf = '2026-11-23';
const word: UserWord = { text: '绝绝子', kind: 'word', category: 'own', severity: 'warn', note: '', expiresOn: null };
const phrase: AllowPhrase = {
  text: '第一品牌',
  category: 'adlaw.absolute',
  reason: '商标',
  proof: '',
  expiresOn: null,
};

function scan(day = asOf): Promise<{ scanned: number }> {
  const { compliance } = world.core;
  const rules = () => ({ linter: compliance.linterFor(day), fingerprint: compliance.fingerprint(day) });
  return scanCatalog(new ScanRepository(world.db, world.now), rules, calmContext);
}

interface StoredFinding {
  product: string;
  category: string;
  superseded_by: string | null;
  open: 0 | 1;
}

function stored(): StoredFinding[] {
  return world.db
    .prepare<[], StoredFinding>(
      `SELECT p.item_key AS product, f.category, f.superseded_by, f.superseded_at IS NULL AS open
       FROM finding f JOIN product p ON p.id = f.product_id ORDER BY p.item_key, f.category, f.id`,
    )
    .all();
}

const open = (): string[] => stored().flatMap((row) => (row.open ? [`${row.product} ${row.category}`] : []));

describe('scanning the catalog', () => {
  it('judges each product once, and again only when something it depends on changed', async () => {
    expect(await scan()).toEqual({ scanned: 3 });
    expect(open()).toEqual(['1001 adlaw.absolute', '1001 share.incentive', '1003 adlaw.absolute']);
    expect(await scan()).toEqual({ scanned: 0 });
    expect(await scan('2026-11-24')).toEqual({ scanned: 0 });
    await world.importRows(asOf, [{ key: '1002', said: { title: '全网最低价马克杯' }, links: [] }]);
    expect(await scan()).toEqual({ scanned: 1 });
    expect(open()).toContain('1002 adlaw.absolute');
  });

  it('does not count anew after a start what was counted before it', async () => {
    await scan();
    const { compliance, unscanned } = world.core;
    expect(unscanned()).toBe(0);
    // Behind the app's back, so that the catalog counts as unchanged: only a number that was kept still says none.
    world.db.exec('DELETE FROM product_scan');
    const restarted = new ScanRepository(world.db, world.now);
    expect(restarted.countUnscanned(compliance.fingerprint(asOf))).toBe(0);
    expect(restarted.countUnscanned('other rules')).toBe(3);
  });

  it('tells at any time how many products are not judged yet', async () => {
    const { unscanned } = world.core;
    expect(unscanned()).toBe(3);
    await scan();
    expect(unscanned()).toBe(0);
    await world.importRows(asOf, [
      { key: '1002', said: { title: '搪瓷马克杯' }, links: [] },
      { key: '1004', said: { title: '玻璃杯' }, links: [] },
    ]);
    expect(unscanned()).toBe(2);
    await world.core.wordLists.saveWord(null, word);
    expect(unscanned()).toBe(4);
    await scan();
    expect(unscanned()).toBe(0);
  });

  it('judges again by an own word, and keeps what still holds as it was', async () => {
    await scan();
    const before = stored();
    world.setNow('2026-11-23T09:00:00Z');
    await world.core.wordLists.saveWord(null, word);
    expect(await scan()).toEqual({ scanned: 3 });
    expect(stored()).toEqual([...before, { product: '1003', category: 'own', superseded_by: null, open: 1 }]);
  });

  it('supersedes what an allow-phrase silences, and says so; taking it back brings the finding back', async () => {
    await scan();
    const changeId = await world.core.wordLists.savePhrase(null, phrase, null);
    await scan();
    expect(open()).toEqual(['1001 share.incentive']);
    expect(stored().filter((row) => row.superseded_by === 'allowed')).toHaveLength(2);
    await world.core.wordLists.undo(changeId);
    await scan();
    expect(open()).toEqual(['1001 adlaw.absolute', '1001 share.incentive', '1003 adlaw.absolute']);
    const [rowId] = world.core.catalog.selectedRowIds({ ids: ['taobao:1003'] }, asOf);
    expect(world.core.findings.past(rowId!, 10)).toMatchObject([
      { field: 'title', finding: { category: 'adlaw.absolute', text: '第一品牌' }, supersededBy: 'allowed' },
    ]);
  });

  it('supersedes findings of other rules when judged by another day, and of a text that is gone', async () => {
    await scan();
    await world.importRows(asOf, [
      { key: '1001', said: { title: '保温杯', recommendText: '转发到朋友圈领红包' }, links: [] },
    ]);
    await scan();
    expect(stored().find((row) => row.product === '1001' && row.superseded_by === 'text')?.category).toBe(
      'adlaw.absolute',
    );
    const before = open();
    expect(before).toContain('1001 share.incentive');
    await scan('2014-01-01');
    expect(open()).toEqual([]);
    expect(stored().filter((row) => row.superseded_by === 'rules')).toHaveLength(before.length);
  });

  it('takes in a change of the lists while it runs', async () => {
    const { compliance, wordLists } = world.core;
    let asked = 0;
    const rules = () => ({ linter: compliance.linterFor(asOf), fingerprint: compliance.fingerprint(asOf) });
    const context = {
      ...calmContext,
      breathe: async () => {
        asked += 1;
        if (asked === 1) await wordLists.saveWord(null, word);
      },
    };
    expect(await scanCatalog(new ScanRepository(world.db, world.now), rules, context)).toEqual({ scanned: 6 });
    expect(open()).toContain('1003 own');
  });
});

describe('what an allow-phrase would silence', () => {
  const breathe = (): Promise<void> => Promise.resolve();
  const text = '第一品牌雨伞，第一品牌的质量';
  const named = { text, surface: 'group', rule: 'adlaw.absolute', start: 0, end: 4 };

  it('is counted over the catalog and for the finding itself', async () => {
    await scan();
    const { compliance, findings } = world.core;
    const all = await silencedFindings(
      { findings, trial: compliance.trialOf(phrase, asOf), breathe },
      'adlaw.absolute',
      named,
    );
    expect(all).toMatchObject({ silencesFinding: true, wider: null, count: 2, products: 2 });
    expect(all.items.map(({ productId }) => productId)).toEqual(['taobao:1001', 'taobao:1003']);
    const narrow = { ...phrase, text: '第一品牌咖啡壶' };
    const one = await silencedFindings(
      { findings, trial: compliance.trialOf(narrow, asOf), breathe },
      'adlaw.absolute',
      named,
    );
    expect(one).toMatchObject({ silencesFinding: false, count: 1 });
    const other = { ...phrase, category: 'share.incentive' };
    const none = await silencedFindings(
      { findings, trial: compliance.trialOf(other, asOf), breathe },
      'share.incentive',
      named,
    );
    expect(none).toMatchObject({ silencesFinding: false, count: 0 });
  });
});

describe('the user’s lists', () => {
  it('record every change, take it back, and refuse to take back what was changed since', async () => {
    const { wordLists, complianceStore } = world.core;
    const added = await wordLists.saveWord(null, word);
    const edited = await wordLists.saveWord(word, { ...word, severity: 'block' });
    await expect(wordLists.undo(added)).rejects.toMatchObject({ code: 'CONFLICT' });
    await wordLists.undo(edited);
    expect(wordLists.all().words).toEqual([word]);
    await expect(wordLists.undo(edited)).rejects.toMatchObject({ code: 'CONFLICT' });
    const removed = await wordLists.remove([word], []);
    expect(wordLists.all().words).toEqual([]);
    await wordLists.undo(removed);
    expect(wordLists.all().words).toEqual([word]);
    expect(complianceStore.history(10).map(({ action, undone }) => `${action}${undone ? ' undone' : ''}`)).toEqual([
      'words.undone',
      'words.removed undone',
      'words.undone',
      'words.saved undone',
      'words.saved',
    ]);
  });

  it('refuse an entry with a sentence that says why', async () => {
    const { wordLists } = world.core;
    await wordLists.saveWord(null, word);
    await expect(wordLists.saveWord(null, word)).rejects.toThrow(AppError);
    await expect(wordLists.saveWord(null, { ...word, kind: 'pattern', text: '(?=x)' })).rejects.toMatchObject({
      code: 'VALIDATION',
      params: { detail: '匹配式“(?=x)”写法有误（不支持前后查找和反向引用）。' },
    });
  });

  it('merge an imported list, and only say what would happen in a dry run', async () => {
    const { wordLists } = world.core;
    await wordLists.saveWord(null, word);
    const read = { words: [word, { ...word, text: '家人们' }], phrases: [phrase], issues: [] };
    expect(await wordLists.import('a.csv', read, true)).toMatchObject({ added: 2, unchanged: 1, changeId: null });
    expect(wordLists.all().phrases).toEqual([]);
    const result = await wordLists.import('a.csv', read, false);
    expect(result).toMatchObject({ added: 2, updated: 0, unchanged: 1 });
    const changed = await wordLists.import('a.csv', { ...read, words: [{ ...word, severity: 'info' }] }, false);
    expect(changed).toMatchObject({ added: 0, updated: 1, unchanged: 1 });
    await wordLists.undo(changed.changeId!);
    await wordLists.undo(result.changeId!);
    expect(wordLists.all()).toEqual({ words: [word], phrases: [] });
  });
});
