import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { emitFonts } from './src-main/infra/images/emit-fonts.ts';

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  main: {
    plugins: [emitFonts()],
    build: {
      target: 'node22.14',
      outDir: 'out/main',
      // The browser host and the CLI run the same bundle under plain Node, so nothing but native modules stays outside.
      externalizeDeps: { include: ['better-sqlite3', '@napi-rs/canvas'] },
      rolldownOptions: {
        input: {
          index: from('src-main/host-electron/index.ts'),
          'browser-host': from('src-main/host-browser/index.ts'),
          cli: from('src-main/host-cli/index.ts'),
          'doctor-data': from('src-main/host-cli/doctor-data.ts'),
          'engine-worker': from('src-main/engine/engine-worker.ts'),
          'job-worker': from('src-main/engine/job-worker.ts'),
          'rows-ahead-worker': from('src-main/engine/rows-ahead-worker.ts'),
          'links-ahead-worker': from('src-main/engine/links-ahead-worker.ts'),
          'legacy-sheet-worker': from('src-main/infra/spreadsheet/legacy-sheet-worker.ts'),
        },
        // Flat: an entry finds its worker beside itself whatever the bundler shares between entries.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // Sandboxed preloads cannot be ES modules.
      rolldownOptions: {
        input: { preload: from('src-main/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      // System Chrome and Edge may lag behind Electron's own.
      target: 'chrome120',
      minify: true,
      // Read from the local disk, not over a network.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: { index: from('src-renderer/index.html') } },
    },
  },
});
