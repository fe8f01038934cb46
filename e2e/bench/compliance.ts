import { performance } from 'node:perf_hooks';
import { CompiledRules } from '#domain/compliance/compiled-rules';
import { Linter } from '#domain/compliance/linter';
import type { CompliancePack, TablesPack } from '#domain/compliance/packs/pack-types';
import type { AllowPhrase, UserWord } from '#domain/compliance/user/user-types';
import { readShippedPacks } from '../eval/compliance-packs.ts';
import { readBackground } from '../eval/corpus-items.ts';
import { benchFold, benchScan, best, countDifferences } from './compliance-matchers.ts';
import { composeDocuments, composePatterns } from './compliance-text.ts';
import type { Figure } from './figure.ts';

const textBytes = 20_000_000;
const patternCount = 5000;
const randomCases = 100_000;
const pageUnits = 2000;
const asOf = '2026-11-23';

const post =
  '【券后29.9】云朵羽绒枕头一对装👍\n枕芯可拆洗，软硬适中，两只装更划算。\n领30元券，下单：https://m.tb.cn/h.abc1234\n￥SIH6XbwRfyt￥ 打开手机淘宝\n';

/** Another post, so that no text is measured that was judged before. */
const otherPost =
  '🔥老客专享🔥原切牛排10片装\n到手79.9元，拍下立减20，数量不多先到先得！\n👉 https://e.tb.cn/h.xyz9876 复制打开\n(Ab3dEfGh1jK) / CZ001\n';

/**
 * Texts judged before those that are measured: whoever lints a catalog, or types, is beyond them within a second or two,
 * and until then Node is still busy compiling the engine. What the first texts of a process take is told beside.
 */
const warmUpTexts = 1000;

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

/** Milliseconds that one text takes. */
function timed(linter: Linter, text: string): number {
  const from = performance.now();
  linter.lint(text, { suggest: false });
  return performance.now() - from;
}

/** Judges pages with the lines of `prose` in another order, and posts about something else: none that is measured. */
function warmUp(linter: Linter, prose: readonly string[]): void {
  for (let at = 0; at < warmUpTexts; at += 2) {
    const lines = (prose[(at / 2) % prose.length] ?? '').split('\n');
    linter.lint(lines.toReversed().join('\n'), { suggest: false });
    linter.lint((otherPost + (lines[1] ?? '')).repeat(30).slice(0, pageUnits), { suggest: false });
  }
}

/** Each text is judged once. */
function medianOver(linter: Linter, pages: readonly string[]): number {
  return median(pages.map((page) => timed(linter, page)));
}

/** Pages of harmless prose: manuals, weeklies, reviews where the shared corpus is there, else composed sentences. */
function prosePages(documents: readonly string[]): { kind: string; pages: string[] } {
  const lines = readBackground().map(({ text }) => text);
  if (lines.length === 0)
    return { kind: 'composed page', pages: documents.slice(0, 400).map((text) => text.slice(0, pageUnits)) };
  const pages: string[] = [];
  let page = '';
  for (const line of lines) {
    page += `${line}\n`;
    if (page.length < pageUnits) continue;
    pages.push(page.slice(0, pageUnits));
    page = '';
  }
  return { kind: 'page of real prose', pages: pages.slice(0, 400) };
}

function ownWords(patterns: readonly string[]): UserWord[] {
  const said = { category: 'own', severity: 'warn', note: '', expiresOn: null } as const;
  return [
    ...patterns.slice(0, 4900).map((text): UserWord => ({ ...said, text, kind: 'word' })),
    ...Array.from(
      { length: 100 },
      (_, at): UserWord => ({ ...said, text: `加.{0,3}(微信|v${at})号`, kind: 'pattern' }),
    ),
  ];
}

function benchVerdicts(
  packs: readonly CompliancePack[],
  documents: readonly string[],
  patterns: readonly string[],
): Figure[] {
  const started = performance.now();
  const rules = CompiledRules.of(packs, asOf);
  const compiled = performance.now() - started;
  const linter = new Linter(rules, { asOf });
  const { kind, pages } = prosePages(documents);
  const posts = Array.from({ length: 400 }, (_, at) =>
    (post + '转发到群领红包'.slice(0, at % 7)).repeat(30).slice(0, pageUnits),
  );
  const phrases = patterns.map(
    (text): AllowPhrase => ({ text, category: null, reason: '', proof: '', expiresOn: null }),
  );
  const listsStarted = performance.now();
  const withLists = new Linter(rules, { asOf, userWords: ownWords(patterns), allowPhrases: phrases });
  const listsCompiled = performance.now() - listsStarted;
  const first = medianOver(linter, documents.slice(0, 100));
  warmUp(linter, pages);
  const settled = `each judged once, after ${warmUpTexts.toLocaleString('en')} other texts, median`;
  return [
    { name: 'all packs compiled, first time in a process', value: compiled, unit: 'ms' },
    { name: 'full verdict of a composed page, median of the first 100 of a process', value: first, unit: 'ms' },
    {
      name: `full verdict of a 2,000-character ${kind}, ${settled}`,
      value: medianOver(linter, pages),
      unit: 'ms',
      limit: 1,
    },
    {
      name: `full verdict of 2,000 characters of posts, ${settled}`,
      value: medianOver(linter, posts),
      unit: 'ms',
      limit: 1,
    },
    {
      name: 'full verdict of a 60-character title, median',
      value: medianOver(
        linter,
        pages.map((page) => page.slice(0, 60)),
      ),
      unit: 'ms',
    },
    { name: '5,000 own words and 5,000 allow-phrases compiled', value: listsCompiled, unit: 'ms', limit: 100 },
    {
      name: `the same ${kind} with those lists and 100 patterns, median`,
      value: medianOver(withLists, pages.slice(0, 100)),
      unit: 'ms',
    },
  ];
}

/** Time for four times the text, for texts made to be slow; twice the fair share means more than linear. */
function benchHostile(linter: Linter): Figure[] {
  const pieces = {
    'one line of violations': '转发领红包分享第一',
    brackets: '（【「(',
    emoji: '🧧👥🔥',
    letters: 'fenxiang',
    'lone surrogates': '\uD83E\uDC00分',
  };
  return Object.entries(pieces).map(([name, piece]) => {
    const quarter = piece.repeat(Math.ceil(250_000 / piece.length));
    const time = (text: string): number => best(() => linter.lint(text, { suggest: false }).findings.length).ms;
    const growth = time(quarter.repeat(4)) / time(quarter);
    return { name: `1 MB of ${name}: time against that of a quarter`, value: growth, unit: 'times', limit: 8 };
  });
}

/** Speeds and their ratios, all measured in this run on this machine. */
export async function bench(): Promise<Figure[]> {
  const packs = readShippedPacks();
  const tables = packs.find((pack): pack is TablesPack => pack.kind === 'tables');
  if (tables === undefined) throw new Error('no fold tables among the packs');
  const documents = composeDocuments(packs, textBytes);
  const patterns = composePatterns(packs, patternCount);
  return [
    ...(await benchScan(documents, patterns)),
    ...(await benchFold(documents, patterns, tables)),
    countDifferences(randomCases),
    ...benchVerdicts(packs, documents, patterns),
    ...benchHostile(new Linter(CompiledRules.of(packs, asOf), { asOf })),
  ];
}
