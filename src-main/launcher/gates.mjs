import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, delimiter } from 'node:path';
import { inModules, inProject, requireAppNode, root } from './project.mjs';

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number }} GateResult */

function runTool(script, args, extraEnv = {}) {
  const node = requireAppNode();
  // Tools that start `node` themselves must get the app's own.
  const env = { ...process.env, ...extraEnv, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  return spawnSync(node, [script, ...args], { cwd: root, stdio: 'inherit', env }).status === 0;
}

function timed(name, work) {
  console.log(`\n── ${name}`);
  const startedAt = Date.now();
  const counts = work();
  return { name, skipped: 0, ...counts, seconds: (Date.now() - startedAt) / 1000 };
}

const once = (ok) => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

export function typesGate() {
  return timed('types', () => once(runTool(inModules('typescript', 'bin', 'tsc'), ['-b'])));
}

export function lintGate() {
  return timed('lint', () => once(runTool(inModules('oxlint', 'bin', 'oxlint'), ['--type-aware', '--quiet'])));
}

export function formatGate() {
  return timed('format', () => once(runTool(inModules('@biomejs', 'biome', 'bin', 'biome'), ['format', '.'])));
}

/** Unit, integration and architecture tests. */
export function unitGate() {
  return timed('unit, integration, architecture', () => {
    const file = inProject('test-results', 'unit.json');
    rmSync(file, { force: true });
    const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const ok = runTool(inModules('vitest', 'vitest.mjs'), args);
    const report = readReport(file);
    if (!report) return once(ok);
    // A suite that cannot even load has no tests to fail; it must still count.
    const brokenSuites = report.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    );
    const failed = report.numFailedTests + brokenSuites.length;
    return {
      passed: report.numPassedTests,
      failed: ok ? failed : Math.max(1, failed),
      skipped: report.numPendingTests,
    };
  });
}

export function e2eGate() {
  return timed('e2e', () => {
    const file = inProject('test-results', 'e2e.json');
    rmSync(file, { force: true });
    const ok = runTool(inModules('@playwright', 'test', 'cli.js'), ['test', '-c', 'e2e/playwright.config.ts']);
    const report = readReport(file);
    if (!report) return once(ok);
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected + flaky, failed: ok ? unexpected : Math.max(1, unexpected), skipped };
  });
}

/**
 * Prints a table and, as the last line, `N passed, N failed`; sets the exit code.
 * @param {GateResult[]} results
 */
export function summarise(results) {
  console.log('\n── summary');
  for (const gate of results) {
    const skipped = gate.skipped ? `, ${gate.skipped} skipped` : '';
    console.log(
      `${gate.failed ? '✗' : '✓'} ${gate.name}: ${gate.passed} passed, ${gate.failed} failed${skipped} (${gate.seconds.toFixed(1)} s)`,
    );
  }
  const sum = (key) => results.reduce((total, gate) => total + gate[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}
