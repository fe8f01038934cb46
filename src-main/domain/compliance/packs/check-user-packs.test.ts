// oxlint-disable-next-line no-restricted-imports -- the test reads the packs as they are shipped
import { readdirSync, readFileSync } from 'node:fs';
// oxlint-disable-next-line no-restricted-imports -- the packs are read as they are shipped
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compilePacks } from '../linter.ts';
import { checkUserPacks } from './check-user-packs.ts';
import type { CompliancePack, GrammarPack, RulesPack, WordsPack } from './pack-types.ts';
import { readBundleText } from './read-bundle.ts';

const root = fileURLToPath(new URL('../../../../resources/rulepacks/compliance/', import.meta.url));
const shipped = ['tables', 'words', 'grammar', 'rules'].flatMap((folder) =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(`${root}${folder}/${name}`, 'utf8')) as CompliancePack),
);

const words: WordsPack = {
  kind: 'words',
  id: 'my-words',
  classes: [{ name: 'DRINK', words: ['绿豆{冰|汤} 冰镇酸梅汤'] }],
};
const grammar: GrammarPack = {
  kind: 'grammar',
  id: 'my-grammar',
  phrases: [],
  detectors: [{ id: 'drink', patterns: ['DRINK'] }],
};
const rules: RulesPack = {
  kind: 'rules',
  id: 'my-rules@2026-11',
  title: { zh: '本店规则', en: 'Shop rules' },
  rules: [
    {
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
      examples: {
        positive: [{ text: '夏天喝绿豆冰' }, { text: '冰镇酸梅汤9.9元' }],
        negative: [{ text: '绿豆500克' }, { text: '酸梅干' }],
      },
    },
  ],
};
const bundle = [words, grammar, rules];

function codes(packs: readonly CompliancePack[]): string[] {
  return checkUserPacks(packs, shipped).map(({ code }) => code);
}

function withRule(said: Partial<RulesPack['rules'][number]>): CompliancePack[] {
  return [words, grammar, { ...rules, rules: rules.rules.map((rule) => ({ ...rule, ...said })) }];
}

describe('checkUserPacks', () => {
  it('takes words, grammar and rules that fit together, and judges by them from their day on', () => {
    expect(codes(bundle)).toEqual([]);
    const decide = (asOf: string) => compilePacks([...shipped, ...bundle], { asOf }).lint('夏天喝绿豆冰').decision;
    expect(decide('2026-10-31')).toBe('ok');
    expect(decide('2026-11-01')).toBe('block');
  });

  it.each<[string, CompliancePack[], string]>([
    ['an id with spaces', [{ ...words, id: 'My Words' }], 'id'],
    ['an id of the program', [{ ...words, id: shipped.find((pack) => pack.kind === 'words')?.id ?? '' }], 'id-taken'],
    ['the same id twice', [words, words], 'id-taken'],
    [
      'tables',
      [{ kind: 'lexicon-tables', id: 'x-tables', dictionary: [], homophones: '', splits: '', lookAlikes: '' }],
      'kind',
    ],
    ['rules without the grammar they need', [rules], 'unknown-detector'],
    ['grammar without the words it needs', [grammar], 'grammar'],
    ['a rule without a source', withRule({ source: [' '] }), 'source'],
    ['a rule that ends before it begins', withRule({ to: '2026-10-01' }), 'date'],
    [
      'a positive example that is not found',
      withRule({ examples: { ...rules.rules[0]!.examples, positive: [{ text: '酸梅' }, { text: '绿豆' }] } }),
      'example-missed',
    ],
    [
      'a negative example that is flagged',
      withRule({ examples: { ...rules.rules[0]!.examples, negative: [{ text: '绿豆冰' }, { text: '绿豆' }] } }),
      'example-flagged',
    ],
  ])('refuses %s', (_, packs, code) => {
    expect(codes(packs)).toContain(code);
  });

  it.each<[string, CompliancePack, string]>([
    ['a template of a million forms', { ...words, classes: [{ name: 'A', words: ['{a|b}'.repeat(20)] }] }, 'too-large'],
    [
      'many templates of thousands of forms',
      {
        ...words,
        classes: [{ name: 'A', words: Array.from({ length: 400 }, (_, at) => `${at}${'{a|b}'.repeat(10)}`) }],
      },
      'too-large',
    ],
    ['deeply nested brackets', { ...words, classes: [{ name: 'A', words: ['{'.repeat(9000)] }] }, 'too-deep'],
    ['an unbalanced bracket', { ...words, classes: [{ name: 'A', words: ['[绿豆'] }] }, 'grammar'],
    [
      'macros that multiply',
      {
        ...grammar,
        macros: { M: Array.from({ length: 500 }, () => '@') },
        detectors: [{ id: 'm', patterns: Array.from({ length: 300 }, () => 'M(MONEY)') }],
      },
      'too-large',
    ],
    ['a gap without end', { ...grammar, detectors: [{ id: 'm', patterns: ['MONEY ...999 MONEY'] }] }, 'grammar'],
  ])('refuses %s before it costs anything', (_, pack, code) => {
    expect(codes([pack])).toContain(code);
  });
});

describe('readBundleText', () => {
  it('reads one pack and several', () => {
    expect(readBundleText(JSON.stringify(words))).toMatchObject({ ok: true, packs: [{ id: 'my-words' }] });
    expect(readBundleText(`\uFEFF${JSON.stringify({ packs: bundle })}`)).toMatchObject({ ok: true, packs: bundle });
  });

  it.each([
    ['no JSON', '{', 'not-json'],
    ['nothing', '{"packs":[]}', 'type'],
    ['too many', JSON.stringify({ packs: Array.from({ length: 21 }, () => words) }), 'too-large'],
    ['nesting without end', '['.repeat(100_000), 'not-json'],
    [
      'a prototype name',
      '{"kind":"grammar","id":"x","phrases":[],"detectors":[],"macros":{"constructor":["A"]}}',
      'name',
    ],
  ])('refuses %s', (_, source, code) => {
    expect(readBundleText(source)).toMatchObject({ ok: false, issues: [{ code }] });
  });
});
