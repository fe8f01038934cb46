import { performance } from 'node:perf_hooks';
import { PatternScanner } from '#domain/compliance/match/pattern-scanner';
import { createMatchList } from '#domain/compliance/match/match-list';
import type { TablesPack } from '#domain/compliance/packs/pack-types';
import { buildFoldTable } from '#domain/compliance/text/fold-table';
import { foldText } from '#domain/compliance/text/fold';
import { createView, spanOf } from '#domain/compliance/text/view';
import { random } from './compliance-text.ts';
import type { Figure } from './figure.ts';

interface LibraryMatcher {
  matchInText: (text: string) => { begin: number; end: number; keyword: string }[];
}

const rounds = 3;

/** Best of a few rounds, in milliseconds. */
export function best(work: () => number): { ms: number; hits: number } {
  let ms = Number.POSITIVE_INFINITY;
  let hits = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    hits = work();
    ms = Math.min(ms, performance.now() - start);
  }
  return { ms, hits };
}

/** The comparison packages are development tools; without them their lines are left out. */
async function load<T>(name: string): Promise<T | null> {
  try {
    return (await import(name)) as T;
  } catch {
    console.log(`  ${name} is not installed: no comparison`);
    return null;
  }
}

type AhoCorasickLibrary = { AhoCorasick: new (patterns: string[]) => LibraryMatcher };
const library = (): Promise<AhoCorasickLibrary | null> => load('@monyone/aho-corasick/fast');

function bytesOf(documents: readonly string[]): number {
  return documents.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);
}

function rate(name: string, bytes: number, { ms }: { ms: number }): Figure {
  return { name, value: bytes / 1e6 / (ms / 1000), unit: 'MB/s' };
}

/** Scanning alone, against the fastest library for the same job. */
export async function benchScan(documents: readonly string[], patterns: readonly string[]): Promise<Figure[]> {
  const units = documents.map((text) => Uint16Array.from(text, (unit) => unit.charCodeAt(0)));
  const build = best(() => PatternScanner.of(patterns).patternLengths.length);
  const own = PatternScanner.of(patterns);
  const bytes = bytesOf(documents);
  const ours = best(() => {
    const matches = createMatchList(4096);
    let hits = 0;
    for (const document of units) {
      matches.length = 0;
      own.scan(document, 0, document.length, matches);
      hits += matches.length;
    }
    return hits;
  });
  const figures = [
    { name: `build of ${patterns.length} patterns`, value: build.ms, unit: 'ms', limit: 100 },
    rate(`scan of ${(bytes / 1e6).toFixed(0)} MB, ours`, bytes, ours),
  ];
  const Library = await library();
  if (Library === null) return figures;
  const matcher = new Library.AhoCorasick([...patterns]);
  const theirs = best(() => documents.reduce((hits, text) => hits + matcher.matchInText(text).length, 0));
  return [
    ...figures,
    rate('the same, @monyone/aho-corasick/fast', bytes, theirs),
    { name: 'scan, ours against that library', value: theirs.ms / ours.ms, unit: '×', limit: 6 },
    { name: 'hits that differ from that library', value: Math.abs(ours.hits - theirs.hits), unit: '', limit: 0 },
  ];
}

/** Folding, scanning and mapping spans back, against NFKC + opencc-js + that library without spans. */
export async function benchFold(
  documents: readonly string[],
  patterns: readonly string[],
  tables: TablesPack,
): Promise<Figure[]> {
  const table = buildFoldTable(tables);
  const matcher = PatternScanner.of(patterns);
  const view = createView(4096);
  const matches = createMatchList(4096);
  const bytes = bytesOf(documents);
  const ours = best(() => {
    let hits = 0;
    let covered = 0;
    for (const text of documents) {
      foldText(text, table, view);
      matches.length = 0;
      matcher.scan(view.units, 0, view.length, matches);
      for (let at = 0; at < matches.length; at += 1) {
        const end = matches.end[at] ?? 0;
        covered += spanOf(view, end - (matcher.patternLengths[matches.pattern[at] ?? 0] ?? 0), end).end;
      }
      hits += matches.length;
    }
    return covered > 0 ? hits : 0;
  });
  const figures = [rate('fold + scan + spans, ours', bytes, ours)];
  const Library = await library();
  const opencc = await load<{ Converter: (options: object) => (text: string) => string }>('opencc-js');
  if (Library === null || opencc === null) return figures;
  const convert = opencc.Converter({ from: 'tw', to: 'cn' });
  const theirMatcher = new Library.AhoCorasick([...patterns]);
  const theirs = best(() =>
    documents.reduce(
      (hits, text) => hits + theirMatcher.matchInText(convert(text.normalize('NFKC').toLowerCase())).length,
      0,
    ),
  );
  return [
    ...figures,
    rate('fold + scan, NFKC + opencc-js + that library', bytes, theirs),
    { name: 'fold + scan + spans, ours against those', value: theirs.ms / ours.ms, unit: '×', limit: 10 },
  ];
}

/** Cases small enough that every way of overlapping comes up. */
export function countDifferences(cases: number): Figure {
  const next = random(20_261_123);
  const below = (limit: number): number => Math.floor(next() * limit);
  const alphabets = ['ab', 'abc', '分享转发', '分享a\u0000\uFFFF', '朋友圈领红包'];
  const matches = createMatchList(64);
  let different = 0;
  for (let round = 0; round < cases; round += 1) {
    const alphabet = alphabets[below(alphabets.length)] ?? 'ab';
    const word = (longest: number): string =>
      Array.from({ length: 1 + below(longest) }, () => alphabet[below(alphabet.length)] ?? '').join('');
    const patterns = [...new Set(Array.from({ length: 1 + below(6) }, () => word(4)))];
    const text = word(24);
    const units = Uint16Array.from(text, (unit) => unit.charCodeAt(0));
    matches.length = 0;
    PatternScanner.of(patterns).scan(units, 0, units.length, matches);
    const found = new Set<string>();
    for (let at = 0; at < matches.length; at += 1) found.add(`${matches.end[at]} ${matches.pattern[at]}`);
    const expected: string[] = [];
    for (let end = 1; end <= text.length; end += 1) {
      patterns.forEach((pattern, id) => text.endsWith(pattern, end) && expected.push(`${end} ${id}`));
    }
    if (expected.length !== matches.length || expected.some((hit) => !found.has(hit))) different += 1;
  }
  return { name: `of ${cases} random cases, differing from brute force`, value: different, unit: '', limit: 0 };
}
