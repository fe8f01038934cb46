import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';

let world: CampaignWorld;
beforeEach(() => {
  world = openCampaignWorld('2026-11-23T06:00:00Z');
});
afterEach(() => world.close());

const words = { kind: 'words', id: 'my-words', classes: [{ name: 'DRINK', words: ['绿豆冰'] }] };
const grammar = {
  kind: 'grammar',
  id: 'my-grammar',
  phrases: [],
  detectors: [{ id: 'drink', patterns: ['DRINK'] }],
};
const rule = {
  id: 'my.drink',
  category: 'own',
  detect: ['drink'],
  from: '2026-11-01',
  to: null,
  clause: '',
  title: { zh: '本店规则', en: 'Shop rules' },
  source: ['店长'],
  confidence: 'high',
  severity: { default: 'block' },
  explain: { zh: '不卖冷饮。', en: 'No cold drinks.' },
  clearedBy: null,
  rewrite: [],
  examples: { positive: [{ text: '绿豆冰' }, { text: '来碗绿豆冰' }], negative: [{ text: '绿豆' }, { text: '冰' }] },
};
const rules = { kind: 'rules', id: 'my-rules@2026-11', title: rule.title, rules: [rule] };
const bundle = JSON.stringify({ packs: [words, grammar, rules] });

const decide = (asOf = '2026-11-23') => world.core.compliance.linterFor(asOf).lint('绿豆冰').decision;
const userPacks = () => world.core.packShelf.list().filter(({ origin }) => origin === 'user');

describe('packs of the user', () => {
  it('count from loading to removal, on the days they say', async () => {
    const { packShelf, compliance } = world.core;
    const before = compliance.fingerprint('2026-11-23');
    expect(await packShelf.load('本店.json', bundle, true)).toMatchObject({
      loaded: false,
      issues: [],
      packs: [{}, {}, {}],
    });
    expect(decide()).toBe('ok');
    expect(await packShelf.load('本店.json', bundle, false)).toMatchObject({ loaded: true });
    expect(decide()).toBe('block');
    expect(decide('2026-10-31')).toBe('ok');
    expect(compliance.fingerprint('2026-11-23')).not.toBe(before);
    expect(compliance.versions).toContain('my-rules@2026-11');
    expect(userPacks()).toMatchObject([
      { id: 'my-grammar', kind: 'grammar', entries: 1, issues: [] },
      { id: 'my-rules@2026-11', kind: 'rules', from: '2026-11-01', issues: [] },
      { id: 'my-words', kind: 'words', issues: [] },
    ]);
    await expect(packShelf.remove('my-words')).rejects.toMatchObject({ code: 'CONFLICT' });
    for (const id of ['my-rules@2026-11', 'my-grammar', 'my-words']) await packShelf.remove(id);
    expect(decide()).toBe('ok');
    expect(compliance.fingerprint('2026-11-23')).toBe(before);
    await expect(packShelf.remove('my-words')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('replace a pack of the same id, and refuse a file without touching what is there', async () => {
    const { packShelf } = world.core;
    await packShelf.load('本店.json', bundle, false);
    const softer = { ...rules, rules: [{ ...rule, severity: { default: 'warn' } }] };
    expect(await packShelf.load('新.json', JSON.stringify(softer), true)).toMatchObject({
      replaces: ['my-rules@2026-11'],
    });
    await packShelf.load('新.json', JSON.stringify(softer), false);
    expect(decide()).toBe('warn');
    const broken = { ...rules, rules: [{ ...rule, detect: ['nothing'] }] };
    expect(await packShelf.load('坏.json', JSON.stringify(broken), false)).toMatchObject({
      loaded: false,
      issues: [{ code: 'unknown-detector' }],
    });
    expect(decide()).toBe('warn');
  });

  it('that no longer fit are left out and named, and the others still count', async () => {
    const { complianceStore } = world.core;
    await complianceStore.savePacks([words, grammar, rules].map((value) => ({ id: value.id, value })));
    await complianceStore.savePacks([
      { id: 'odd', value: { kind: 'words', id: 'odd' } },
      { id: 'old-rules', value: { ...rules, id: 'old-rules', rules: [{ ...rule, id: 'old', detect: ['gone'] }] } },
    ]);
    expect(decide()).toBe('block');
    expect(
      userPacks()
        .filter(({ issues }) => issues.length > 0)
        .map(({ id }) => id),
    ).toEqual(['odd', 'old-rules']);
  });
});
