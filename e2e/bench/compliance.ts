import { performance } from 'node:perf_hooks';
import { compilePacks } from '#domain/compliance/linter';
import { AhoCorasick, createMatchList } from '#domain/compliance/match/aho-corasick';
import type { TablesPack } from '#domain/compliance/packs/pack-types';
import { buildFoldTable } from '#domain/compliance/text/fold-table';
import { foldText } from '#domain/compliance/text/fold';
import { createView, spanOf } from '#domain/compliance/text/view';
import { readShippedPacks } from '../eval/compliance-packs.ts';
import { composeDocuments, composePatterns } from './compliance-text.ts';

interface LibraryMatcher {
  matchInText: (text: string) => { begin: number; end: number; keyword: string }[];
}

const textBytes = 20_000_000;
const patternCount = 5000;
const rounds = 3;

/** Best of a few rounds, in milliseconds. */
function best(work: () => number): { ms: number; hits: number } {
  let ms = Number.POSITIVE_INFINITY;
  let hits = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    hits = work();
    ms = Math.min(ms, performance.now() - start);
  }
  return { ms, hits };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
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

function line(name: string, result: { ms: number; hits: number }, reference?: { ms: number }): void {
  const rate = (textBytes / 1e6 / (result.ms / 1000)).toFixed(0);
  const ratio = reference === undefined ? '' : `  ${(reference.ms / result.ms).toFixed(1)} x`;
  console.log(`  ${name.padEnd(46)} ${rate.padStart(5)} MB/s  ${String(result.hits).padStart(8)} hits${ratio}`);
}

function scanAll(matcher: AhoCorasick, documents: readonly Uint16Array[]): number {
  const matches = createMatchList(4096);
  let hits = 0;
  for (const units of documents) {
    matches.length = 0;
    matcher.scan(units, 0, units.length, matches);
    hits += matches.length;
  }
  return hits;
}

function benchBuild(patterns: readonly string[]): void {
  const build = best(() => new AhoCorasick(patterns).patternLengths.length);
  console.log(`  build of ${patterns.length} patterns: ${build.ms.toFixed(0)} ms`);
}

async function benchScan(documents: readonly string[], patterns: readonly string[]): Promise<void> {
  const units = documents.map((text) => Uint16Array.from(text, (unit) => unit.charCodeAt(0)));
  const own = new AhoCorasick(patterns);
  const ours = best(() => scanAll(own, units));
  const library = await load<{ AhoCorasick: new (patterns: string[]) => LibraryMatcher }>('@monyone/aho-corasick/fast');
  if (library === null) {
    line('scan', ours);
    return;
  }
  const matcher = new library.AhoCorasick([...patterns]);
  const theirs = best(() => documents.reduce((hits, text) => hits + matcher.matchInText(text).length, 0));
  line('scan, @monyone/aho-corasick/fast', theirs);
  line('scan, ours', ours, theirs);
}

async function benchFold(documents: readonly string[], patterns: readonly string[], tables: TablesPack): Promise<void> {
  const table = buildFoldTable(tables);
  const matcher = new AhoCorasick(patterns);
  const view = createView(4096);
  const matches = createMatchList(4096);
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
  const library = await load<{ AhoCorasick: new (patterns: string[]) => LibraryMatcher }>('@monyone/aho-corasick/fast');
  const opencc = await load<{ Converter: (options: object) => (text: string) => string }>('opencc-js');
  if (library === null || opencc === null) {
    line('fold + scan + spans', ours);
    return;
  }
  const convert = opencc.Converter({ from: 'tw', to: 'cn' });
  const theirMatcher = new library.AhoCorasick([...patterns]);
  const theirs = best(() =>
    documents.reduce(
      (hits, text) => hits + theirMatcher.matchInText(convert(text.normalize('NFKC').toLowerCase())).length,
      0,
    ),
  );
  line('fold + scan, NFKC + opencc-js + that library', theirs);
  line('fold + scan + spans, ours', ours, theirs);
}

/** Prints speeds and their ratios, all measured in this run on this machine. */
export async function bench(): Promise<void> {
  const packs = readShippedPacks();
  const tables = packs.find((pack): pack is TablesPack => pack.kind === 'tables');
  if (tables === undefined) throw new Error('no fold tables among the packs');
  const documents = composeDocuments(packs, textBytes);
  const patterns = composePatterns(packs, patternCount);
  console.log(`compliance: ${(textBytes / 1e6).toFixed(0)} MB of composed Chinese text, ${patterns.length} patterns`);
  benchBuild(patterns);
  await benchScan(documents, patterns);
  await benchFold(documents, patterns, tables);
  const start = performance.now();
  const linter = compilePacks(packs, { asOf: '2026-11-23' });
  console.log(`  all packs compiled in ${(performance.now() - start).toFixed(0)} ms`);
  const times = documents.slice(0, 400).map((text) => {
    const from = performance.now();
    linter.lint(text, { suggest: false });
    return performance.now() - from;
  });
  console.log(`  full verdict of a 2,000-character page: median ${median(times).toFixed(2)} ms`);
}
