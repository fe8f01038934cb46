import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figure.ts';

interface BenchModule {
  bench(): Promise<readonly Figure[] | void>;
}

const folder = dirname(fileURLToPath(import.meta.url));
const support = new Set([
  'big-catalog.ts',
  'main.ts',
  'figure.ts',
  'compliance-text.ts',
  'compliance-matchers.ts',
  'open-engine.ts',
]);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !support.has(name))
  .map((name) => name.slice(0, -'.ts'.length));

/** Takes minutes: runs only when it is named. */
const onlyByName = new Set(['import-million']);

/** Rates and ratios are to be high, times and counts low. */
const isAtLeast = (unit: string): boolean => unit.endsWith('/s') || unit === '×';

function print({ name, value, unit, limit }: Figure): void {
  const misses = limit !== undefined && (isAtLeast(unit) ? value < limit : value > limit);
  const bar = limit === undefined ? '' : `  (bar ${limit} ${unit}${misses ? ', MISSED' : ''})`;
  console.log(`  ${name}: ${value >= 100 ? Math.round(value) : value.toFixed(2)} ${unit}${bar}`);
}

/** `npm run bench` runs every benchmark, `npm run bench import search` those named. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`No benchmark named ${unknown.join(', ')}. There are: ${names.join(', ')}`);
    process.exitCode = 2;
    return;
  }
  for (const name of wanted.length > 0 ? wanted : names.filter((each) => !onlyByName.has(each))) {
    console.log(`\n── ${name}`);
    const module = (await import(join(folder, `${name}.ts`))) as BenchModule;
    for (const figure of (await module.bench()) ?? []) print(figure);
  }
}

await main();
