import { defineConfig } from '@playwright/test';
import type { HostOptions } from './fixtures/app.ts';

/**
 * One suite, several hosts. `browser` is the loopback host in a real Chromium; `stand-in` runs the built Electron entry
 * and preload against a typed double of the electron module that drives the same Chromium; `electron` needs the real
 * binary and is skipped, visibly, without it (`REQUIRE_ELECTRON=1` makes that a failure).
 */
export default defineConfig<HostOptions>({
  testDir: './specs',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: process.env['E2E_WORKERS'] ? Number(process.env['E2E_WORKERS']) : 2,
  // For machines several times slower than a desk: what passes does not wait, and what fails has really failed.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 860 },
    screenshot: 'only-on-failure',
    // Tests take a third longer with a trace: only where somebody wants to see one.
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
  },
  projects: [
    { name: 'browser', use: { hostKind: 'browser' }, testIgnore: /electron-.*\.spec\.ts/ },
    { name: 'stand-in', use: { hostKind: 'stand-in' }, testMatch: /(main-job|electron-.*)\.spec\.ts/ },
    { name: 'electron', use: { hostKind: 'electron' }, testMatch: /main-job\.spec\.ts/ },
  ],
});
