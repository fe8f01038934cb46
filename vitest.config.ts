import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'e2e/simulator/**/*.test.ts',
      'src-main/**/*.test.ts',
      'src-renderer/**/*.test.{ts,tsx}',
      'e2e/architecture/*.test.ts',
      'e2e/transports/*.test.ts',
      'e2e/cli/*.test.ts',
    ],
    // Outside Electron, importing the package starts a download; a test that reaches it must fail at once instead.
    alias: { electron: fileURLToPath(new URL('./e2e/electron-is-not-here.ts', import.meta.url)) },
    testTimeout: 60_000,
    pool: 'forks',
  },
});
