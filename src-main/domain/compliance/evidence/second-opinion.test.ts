// oxlint-disable-next-line no-restricted-imports -- the test reads the packs as they are shipped
import { readdirSync, readFileSync } from 'node:fs';
// oxlint-disable-next-line no-restricted-imports -- the packs are read as they are shipped
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePacks } from '../linter.ts';
import type { CompliancePack, EvidencePack } from '../packs/pack-types.ts';
import { readPack } from '../packs/read-pack.ts';
import { gramOfKey, keyOfGram } from './evidence-features.ts';

const root = fileURLToPath(new URL('../../../../resources/rulepacks/compliance/', import.meta.url));
const shipped = ['tables', 'words', 'grammar', 'rules'].flatMap((folder) =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(`${root}${folder}/${name}`, 'utf8')) as CompliancePack),
);

/** A scale of a few weights, so that the tests do not depend on what was learnt last. */
const scale: EvidencePack = {
  kind: 'evidence',
  id: 'test-scale',
  bias: 0,
  unit: 0.2,
  threshold: 0,
  alone: 0,
  harmless: -2,
  outweighs: 'share-reward share-reward-steps share-gate',
  weights: [
    { w: 40, grams: '青蛙 蛙跳' },
    { w: -120, grams: '池塘' },
  ],
  groups: [
    { name: 'share', detector: 'share-reward', points: '青蛙' },
    { name: 'medical', detector: 'medical-function', points: '池塘' },
  ],
};
const asOf = '2026-11-23';
const withScale = compilePacks([...shipped.filter((pack) => pack.kind !== 'evidence'), scale], { asOf });
const withoutScale = compilePacks(
  shipped.filter((pack) => pack.kind !== 'evidence'),
  { asOf },
);

describe('second opinion', () => {
  it('warns of a clause that weighs enough, by the rules of the kind it points to', () => {
    const text = '今天风很大，看青蛙跳过去，明天再说';
    const report = withScale.lint(text, { suggest: false });
    expect(report.decision).toBe('warn');
    const [finding] = report.findings;
    expect(finding).toMatchObject({ category: 'share.incentive', severity: 'warn', text: '看青蛙跳过去' });
    expect(text.slice(finding?.start, finding?.end)).toBe(finding?.text);
    expect(finding?.explanation).toContain('青蛙');
  });

  it('reads an exclamation with the clause beside it', () => {
    const [finding] = withScale.lint('青蛙跳！快看它过河，明天再说', { suggest: false }).findings;
    expect(finding?.text).toBe('青蛙跳！快看它过河');
  });

  it('adds to what the patterns found a clause that weighs enough by itself, and says nothing of theirs again', () => {
    const known = '转发到朋友圈，凭截图领20元券';
    const textsOf = (linter: typeof withScale, text: string): string[] =>
      linter.lint(text, { suggest: false }).findings.map((finding) => finding.text);
    expect(textsOf(withScale, `${known}，快看那只青蛙跳过去`)).toEqual([
      ...textsOf(withoutScale, known),
      '快看那只青蛙跳过去',
    ]);
    expect(textsOf(withScale, `青蛙跳！${known}`)).toEqual(textsOf(withoutScale, `青蛙跳！${known}`));
  });

  it('is outweighed by what speaks against it', () => {
    expect(withScale.lint('池塘里的青蛙跳过去').decision).toBe('ok');
  });

  describe('where a pattern matches in a sentence that reads harmless', () => {
    const severitiesIn = (text: string): string[] =>
      withScale.lint(text, { suggest: false }).findings.map((finding) => finding.severity);

    it('tells of the match without counting it', () => {
      const text = '池塘边转发到朋友圈，凭截图领20元券';
      expect(withoutScale.lint(text).decision).toBe('block');
      expect(withScale.lint(text).decision).toBe('ok');
      expect(new Set(severitiesIn(text))).toEqual(new Set(['info']));
    });

    it('warns where the sentence is only likelier harmless than not', () => {
      expect(new Set(severitiesIn('池塘边的青蛙，转发青蛙到朋友圈，凭截图领20元券'))).toEqual(new Set(['warn']));
    });

    it('does not count words that are only heard', () => {
      const text = '池塘边专发到朋友圈，凭截图领20元券';
      expect(withoutScale.lint(text).decision).toBe('block');
      expect(withScale.lint(text).decision).toBe('ok');
    });

    it('counts what is harmless in another sentence only, and what had to be undisguised', () => {
      expect(severitiesIn('池塘边。转发到朋友圈，凭截图领20元券')).toContain('block');
      expect(severitiesIn('池塘边转*发*到*朋*友*圈，凭截图领20元券')).toContain('block');
    });
  });

  it('finds the sentence in a long text and points at nothing else', () => {
    const filler = '这是一句很平常的话，说的是今天的天气和晚饭。'.repeat(12);
    const text = `${filler}快看青蛙跳起来！${filler}`;
    const found = withScale.lint(text, { suggest: false }).findings;
    expect(found.map((finding) => finding.text)).toEqual(['快看青蛙跳起来']);
  });

  it('finds a sentence that those around it speak against, when it weighs enough more', () => {
    const text = '池塘很大，池塘很深。那里有一只青蛙跳过去了。池塘真好看。';
    const textsOf = (alone: number): string[] =>
      compilePacks([...shipped.filter((pack) => pack.kind !== 'evidence'), { ...scale, alone }], { asOf })
        .lint(text, { suggest: false })
        .findings.map((finding) => finding.text);
    expect(textsOf(0)).toEqual(['那里有一只青蛙跳过去了']);
    expect(textsOf(9)).toEqual([]);
  });

  it('sees through disguises and gives places in the text as written', () => {
    const text = '看青\u200b蛙跳过去';
    const [finding] = withScale.lint(text, { suggest: false }).findings;
    expect(text.slice(finding?.start, finding?.end)).toBe(finding?.text);
    expect(finding?.folds).toContain('invisible');
  });

  it('never says less than the patterns do', () => {
    for (const text of ['转发到朋友圈，凭截图领20元券', '全网第一好用的锅，券后39']) {
      const before = withoutScale.lint(text, { suggest: false }).findings;
      const after = withScale.lint(text, { suggest: false }).findings;
      expect(after).toEqual(expect.arrayContaining(before));
    }
  });

  it('judges any text twice the same, with spans inside it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('青蛙跳池塘，。\n 0a\u200b\ud800')), maxLength: 300 }),
        (text) => {
          const report = withScale.lint(text, { suggest: false });
          expect(withScale.lint(text, { suggest: false })).toEqual(report);
          for (const finding of report.findings) expect(text.slice(finding.start, finding.end)).toBe(finding.text);
        },
      ),
    );
  });
});

describe('the shipped scale', () => {
  it('is well formed and speaks only for detectors that rules name', () => {
    const pack = shipped.find((entry): entry is EvidencePack => entry.kind === 'evidence');
    expect(readPack(pack)).toMatchObject({ ok: true });
    const named = new Set(
      shipped.flatMap((entry) => (entry.kind === 'rules' ? entry.rules.flatMap((rule) => rule.detect) : [])),
    );
    expect(pack?.groups.filter((group) => !named.has(group.detector))).toEqual([]);
  });

  it.each(['^转', '转$', '_发', '发', '0元'])('writes and reads %s', (gram) => {
    expect(gramOfKey(keyOfGram(gram))).toBe(gram);
  });
});
