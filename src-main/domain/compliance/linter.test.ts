// oxlint-disable-next-line no-restricted-imports -- the test reads the packs as they are shipped
import { readdirSync, readFileSync } from 'node:fs';
// oxlint-disable-next-line no-restricted-imports -- the packs are read as they are shipped
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePacks, type Linter } from './linter.ts';
import type { CompliancePack, RulesPack } from './packs/pack-types.ts';
import { checkPackSet, readPack } from './packs/read-pack.ts';
import { CompiledRules } from './compiled-rules.ts';
import { PhraseTrial } from './user/phrase-trial.ts';
import { proposeAllowPhrase } from './user/propose-allow-phrase.ts';

const root = fileURLToPath(new URL('../../../resources/rulepacks/compliance/', import.meta.url));
const packs = ['tables', 'words', 'grammar', 'rules'].flatMap((folder) =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(`${root}${folder}/${name}`, 'utf8')) as CompliancePack),
);
const linters = new Map<string, Linter>();

function linterOf(asOf: string): Linter {
  const known = linters.get(asOf) ?? compilePacks(packs, { asOf });
  linters.set(asOf, known);
  return known;
}

const today = linterOf('2026-11-23');
const ruleCases = packs
  .filter((pack): pack is RulesPack => pack.kind === 'rules')
  .flatMap((pack) => pack.rules.map((rule) => ({ name: `${pack.id} ${rule.id}`, rule })));

describe('shipped packs', () => {
  it('are well formed and fit together', () => {
    for (const pack of packs) expect(readPack(pack)).toMatchObject({ ok: true });
    expect(checkPackSet(packs)).toEqual([]);
  });

  it.each(ruleCases)('$name: positive examples are found, negative ones are not', ({ rule }) => {
    const linter = linterOf(rule.from);
    const found = (example: { text: string; surface?: string }): boolean =>
      linter.lint(example.text, { ...example, suggest: false }).findings.some((finding) => finding.rule === rule.id);
    expect(rule.examples.positive.filter((example) => !found(example))).toEqual([]);
    expect(rule.examples.negative.filter((example) => found(example))).toEqual([]);
  });
});

describe('Linter', () => {
  it('tells once what breaks one rule in neighbouring clauses of a line, each word of an absolute claim by itself', () => {
    const textsOf = (text: string): string[] =>
      today.lint(text, { suggest: false, surface: 'landing' }).findings.map((finding) => finding.text);
    expect(textsOf('必转！看到的都传起来')).toEqual(['必转！看到的都传起来']);
    expect(textsOf('必转！\n看到的都传起来')).toHaveLength(2);
    expect(textsOf('最先进的生产线，独一无二')).toHaveLength(2);
  });

  it('gives exact spans for action and reward', () => {
    const text = '开业啦！把海报转发到朋友圈，凭截图领20元券。';
    const finding = today.lint(text).findings.find((entry) => entry.category === 'share.incentive');
    expect(finding?.severity).toBe('block');
    expect(text.slice(finding?.start, finding?.end)).toBe(finding?.text);
    const wordingOf = (role: string): string =>
      (finding?.parts ?? [])
        .filter((part) => part.role === role)
        .map((part) => text.slice(part.span.start, part.span.end))
        .join('');
    expect(wordingOf('action')).toContain('转发');
    expect(wordingOf('reward')).toContain('20元');
    expect(finding?.basis).toMatchObject({
      pack: 'wechat-extlink@2025-10',
      clause: '2.1.2',
      effectiveFrom: '2025-10-23',
    });
  });

  it('reads the whole of a post in which a word is disguised', () => {
    const between = '面料柔软亲肤，洗后不掉色，颜色有米白、浅灰和藏青，早晚温差大时用正合适。'.repeat(2);
    const report = today.lint(`云朵枕头29.9元。${between}世界顶 级枕头`, { suggest: false });
    expect(report.findings).toMatchObject([{ category: 'adlaw.absolute', folds: ['inserted-symbol'] }]);
  });

  it('warns of a disguised word where the word as such is only worth a hint', () => {
    const byPatterns = compilePacks(
      packs.filter((pack) => pack.kind !== 'evidence'),
      { asOf: '2026-11-23' },
    );
    expect(byPatterns.lint('进群，每天8点发红包').decision).toBe('ok');
    expect(byPatterns.lint('进裙，每天8点发🧧')).toMatchObject({
      decision: 'warn',
      findings: [{ folds: ['emoji', 'homophone'] }],
    });
    expect(byPatterns.lint('收藏店铺不迷路，上新会发券').decision).toBe('ok');
  });

  it('reads characters that only look like those of a word', () => {
    expect(today.lint('囯家级面料，29元').findings).toMatchObject([
      { category: 'adlaw.absolute', folds: ['look-alike'] },
    ]);
    expect(today.lint('冶炼厂在城北').decision).toBe('ok');
  });

  it('hears no word inside of a harmless one', () => {
    expect(today.lint('体检血压有点高').decision).toBe('ok');
    expect(today.lint('这茶喝了检血压').findings).toMatchObject([{ category: 'adlaw.medical', folds: ['homophone'] }]);
  });

  it('leaves alone what somebody else said, as a whole as well', () => {
    const scale = packs.find((pack) => pack.kind === 'evidence');
    const heavy = {
      ...scale,
      bias: 0,
      threshold: -1,
      alone: 9,
      harmless: -9,
      weights: [],
    } as unknown as CompliancePack;
    const linter = compilePacks([...packs.filter((pack) => pack !== scale), heavy], { asOf: '2026-11-23' });
    expect(linter.lint('转发到朋友圈领红包').decision).toBe('block');
    expect(linter.lint('客服让我转发到朋友圈领红包').decision).toBe('block');
    expect(linter.lint('客服让我转发到朋友圈领红包，我没转').decision).toBe('ok');
    expect(linter.lint('客服让我等一会儿，我没等').decision).toBe('warn');
  });

  it('bans a 口令 in Moments from 2018-05-29 on, and only there', () => {
    const text = '复制这条信息，￥SIH6XbwRfyt￥，打开【手机淘宝】即可查看';
    expect(linterOf('2018-05-28').lint(text, { surface: 'moments' }).decision).toBe('ok');
    expect(linterOf('2018-05-29').lint(text, { surface: 'moments' }).decision).toBe('block');
    expect(today.lint(text, { surface: 'group' }).decision).toBe('ok');
  });

  it('never flags the inside of an official 口令', () => {
    const text = '8緮置内容￥hxlgccEumBB￥达开?τao寶?或掂击炼接 https://m.tb.cn/h.VvkiWSm 至浏.览览.器【618超级红包】';
    expect(today.lint(text, { surface: 'group' }).decision).toBe('ok');
  });

  it('knows no induced-sharing rule before 2014-12-30', () => {
    expect(linterOf('2014-12-29').lint('转发到朋友圈领红包').findings).toEqual([]);
    expect(linterOf('2014-12-30').lint('转发到朋友圈领红包').decision).toBe('block');
  });

  it('offers rewrites that are clean and keep price, coupon, link and 口令', () => {
    const text =
      '【券后29.9】保温杯\n领30元券，下单：https://m.tb.cn/h.abc1234\n全网最低价！转发到宝妈群截图给我再返5元\n￥SIH6XbwRfyt￥';
    const suggestions =
      today.lint(text, { surface: 'group' }).findings.find((finding) => finding.severity === 'block')?.suggestions ??
      [];
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { text: rewritten } of suggestions) {
      expect(today.lint(rewritten, { surface: 'group' }).decision).toBe('ok');
      for (const kept of ['券后29.9', '30元', 'https://m.tb.cn/h.abc1234', '￥SIH6XbwRfyt￥'])
        expect(rewritten).toContain(kept);
    }
  });

  it.each([
    '分​享​到朋​友圈领红包',
    '转*发*3*个*群*领*话*费',
    '关住公仲号，回复领资料',
    'fen xiang dao pengyouquan，领 hongbao',
    '车专发到三个群，纟工包秒到',
    '汾享菿萠伖圈，嶺取葒笣',
    '分\n享\n领\n券',
    '力口 V 亻言 领 取 剩 下 内 容',
    '扫码下栽，送玖圆',
    '&#20998;&#20139;到群领红包',
  ])('sees through %j and names the fold', (text) => {
    const report = today.lint(text);
    expect(report.decision).toBe('block');
    expect(report.findings.some((finding) => finding.folds.length > 0)).toBe(true);
  });
});

describe('allow-phrases', () => {
  const asOf = '2026-11-23';
  const rules = CompiledRules.of(packs, asOf);
  const text = '第一品牌煎饼，第一品牌服务';

  it('moves findings to allowed, never drops them', () => {
    const plain = today.lint(text, { suggest: false });
    const finding = plain.findings[0];
    expect(finding?.category).toBe('adlaw.absolute');
    if (finding === undefined) return;
    const proposal = proposeAllowPhrase(text, finding);
    const allow = { ...proposal, reason: '商标', proof: '注册证', expiresOn: null };
    const report = compilePacks(packs, { asOf: '2026-11-23', allowPhrases: [allow] }).lint(text, { suggest: false });
    expect(report.allowed.length).toBeGreaterThan(0);
    expect(report.findings.length).toBeLessThan(plain.findings.length);
  });

  it('are widened over other readings of the same words, and not where that would not help', () => {
    const price = '行业第一品牌';
    const [finding] = today.lint(price, { suggest: false }).findings;
    if (finding === undefined) throw new Error('nothing found');
    const proposal = proposeAllowPhrase(price, finding);
    const trialOf = (said: string): PhraseTrial =>
      new PhraseTrial(rules, { ...proposal, text: said, reason: '', proof: '', expiresOn: null }, { asOf });
    expect(trialOf(proposal.text).silencesPlace(price, finding)).toBe(false);
    const wider = trialOf(proposal.text).wider(price, finding);
    expect(wider).toContain(proposal.text);
    expect(trialOf(wider ?? '').silencesPlace(price, finding)).toBe(true);
    expect(trialOf('别处的话').wider(price, finding)).toBeNull();
  });

  it('do not count after their last day', () => {
    const allow = { text: '第一品牌', category: null, reason: '', proof: '', expiresOn: '2026-01-01' };
    const report = compilePacks(packs, { asOf: '2026-11-23', allowPhrases: [allow] }).lint(text);
    expect(report.decision).toBe('warn');
  });

  it('never add a finding (monotone)', () => {
    const phrases = ['分享', '红包', '第一', '不', '无需', '领取'].map((word) => ({
      text: word,
      category: null,
      reason: '',
      proof: '',
      expiresOn: null,
    }));
    const allowing = compilePacks(packs, { asOf: '2026-11-23', allowPhrases: phrases });
    const words = fc.array(
      fc.constantFrom(
        '分享',
        '到朋友圈',
        '领',
        '红包',
        '无需',
        '不',
        '第一',
        '品牌',
        '，',
        '。',
        '下载app',
        '最低价',
        '关注',
        '公众号',
      ),
      { maxLength: 14 },
    );
    const severe = { block: 2, warn: 1, ok: 0 };
    fc.assert(
      fc.property(words, (parts) => {
        const sample = parts.join('');
        const before = today.lint(sample, { suggest: false });
        const after = allowing.lint(sample, { suggest: false });
        expect(severe[after.decision]).toBeLessThanOrEqual(severe[before.decision]);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

describe('robustness', () => {
  it('is deterministic, keeps spans exact and never throws on any Unicode', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('', '转发到朋友圈领红包', '全网最低价 '),
        (noise, seedText) => {
          const text = noise + seedText + noise;
          const report = today.lint(text, { suggest: false });
          expect(today.lint(text, { suggest: false })).toEqual(report);
          for (const finding of report.findings) {
            expect(text.slice(finding.start, finding.end)).toBe(finding.text);
            for (const part of finding.parts) expect(part.span.end).toBeGreaterThan(part.span.start);
          }
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });

  it.each([
    ['one long line', '转发领红包分享第一'],
    ['brackets', '（【「(['],
    ['emoji', '🧧👥🔥'],
    ['letters', 'fenxiang'],
    ['lone surrogates', '\uD83E\uDC00分'],
    ['digits', '9,1.'],
  ])('takes 1 MB of %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(() => today.lint(text)).not.toThrow();
  });
});
