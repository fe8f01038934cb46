import { compilePacks, type Linter } from '#domain/compliance/linter';
import { readShippedPacks } from './compliance-packs.ts';
import { readBackground, readSplits, type CorpusItem, type Split } from './corpus-items.ts';
import { checkRewrites } from './rewrite-check.ts';
import {
  confusion,
  count,
  isFlagged,
  obfuscatedRecall,
  scoreLine,
  severityAgreement,
  spanOverlap,
  type Judged,
} from './scores.ts';

/**
 * Prints how well the compliance engine does on labelled texts and on harmless background.
 * `--mistakes` lists wrong verdicts (of seen splits only, unless `--unseen` is given too); `--as-of DAY` sets the day.
 */
const args = process.argv.slice(2);
const asOf = args.includes('--as-of') ? (args[args.indexOf('--as-of') + 1] ?? '') : '2026-11-23';
const linter = compilePacks(readShippedPacks(), { asOf });

function judge(item: CorpusItem, judgedBy: Linter): Judged {
  return { item, report: judgedBy.lint(item.text, item.surface === undefined ? {} : { surface: item.surface }) };
}

function printMistakes(judged: readonly Judged[]): void {
  for (const { item, report } of judged) {
    const isViolation = item.label === 'violation';
    if (isViolation === isFlagged(report)) continue;
    const why = report.findings
      .filter((finding) => finding.severity !== 'info')
      .map((finding) => `${finding.rule}[${finding.text}]`);
    console.log(
      `    ${isViolation ? 'missed' : 'false alarm'} ${item.id} ${JSON.stringify(item.text)} ${why.join(' ')}`,
    );
  }
}

function printSplit(split: Split): Judged[] {
  const judged = split.items.map((item) => judge(item, linter));
  const clear = judged.filter(({ item }) => item.borderline !== true);
  const rewrites = checkRewrites(judged, linter);
  console.log(`\n${split.name}${split.unseen ? ' (unseen)' : ''}: ${split.items.length} texts`);
  console.log(`  all              ${scoreLine(count(judged))}`);
  console.log(`  without border   ${scoreLine(count(clear))}`);
  if (split.firstMeasured !== null)
    console.log(
      `  when first seen  P ${split.firstMeasured.precision.toFixed(3)}  R ${split.firstMeasured.recall.toFixed(3)}`,
    );
  console.log(`  obfuscated       recall ${obfuscatedRecall(judged)}`);
  console.log(`  spans            overlap ${spanOverlap(judged)}`);
  console.log(`  severity         as labelled ${severityAgreement(judged)}`);
  console.log(
    `  rewrites         ${rewrites.withRewrite} of ${rewrites.flagged} flagged have one; of ${rewrites.offered} offered ${rewrites.clean} clean, ${rewrites.kept} keep prices, coupons, links`,
  );
  if (args.includes('--mistakes') && (!split.unseen || args.includes('--unseen'))) printMistakes(judged);
  return judged;
}

function printBackground(): void {
  const lines = readBackground();
  if (lines.length === 0) {
    console.log('\nbackground: no shared corpus beside the checkout, skipped');
    return;
  }
  const bySource = new Map<string, { lines: number; block: number; warn: number }>();
  for (const { source, text } of lines) {
    const row = bySource.get(source) ?? { lines: 0, block: 0, warn: 0 };
    const { decision } = linter.lint(text, { suggest: false });
    row.lines += 1;
    if (decision !== 'ok') row[decision] += 1;
    bySource.set(source, row);
  }
  console.log('\nbackground alerts per 1,000 lines');
  for (const [source, { lines: total, block, warn }] of bySource) {
    const rate = (value: number): string => ((value / total) * 1000).toFixed(2);
    console.log(
      `  ${source.padEnd(16)} block ${rate(block).padStart(6)}  warn ${rate(warn).padStart(6)}  (${total} lines)`,
    );
  }
}

function printConfusion(of: string, judged: readonly Judged[]): void {
  console.log(`\n${of}: gold category → answered with`);
  for (const [gold, row] of [...confusion(judged)].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const cells = [...row].sort((left, right) => right[1] - left[1]).map(([name, times]) => `${name} ${times}`);
    console.log(`  ${gold.padEnd(24)} ${cells.join(', ')}`);
  }
}

/** Wrong verdicts of texts nobody tuned on: first those that would block or ought to. */
function printWorst(judged: readonly Judged[]): void {
  const isBad = ({ item, report }: Judged): boolean =>
    item.label === 'violation' ? item.severity === 'block' : report.decision === 'block';
  const wrong = judged.filter(({ item, report }) => (item.label === 'violation') !== isFlagged(report));
  console.log(`\nten worst mistakes on unseen texts (of ${wrong.length})`);
  printMistakes([...wrong.filter(isBad), ...wrong.filter((entry) => !isBad(entry))].slice(0, 10));
}

console.log(`compliance engine, rules as of ${asOf}`);
const splits = readSplits();
const judged = splits.map((split) => printSplit(split));
const unseen = judged.filter((_, at) => splits[at]?.unseen === true).flat();
printBackground();
printConfusion('all texts', judged.flat());
printConfusion('unseen texts', unseen);
printWorst(unseen);
