import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { builtFontFolder, builtFontName, fontFamilies, fontFiles, fontPackage } from './font-files.ts';

interface BundleContext {
  emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string;
}

/**
 * Build plugin (Vite, Rollup, Rolldown): puts the poster fonts and their licence beside the bundle, where poster-fonts
 * looks first, so that a packaged app needs no node_modules for them.
 */
export function emitFonts(): { name: string; generateBundle(this: BundleContext): void } {
  return {
    name: 'emit-poster-fonts',
    generateBundle() {
      const { resolve } = createRequire(import.meta.url);
      const emit = (name: string, from: string): void => {
        const source = readFileSync(resolve(`${fontPackage}/${from}`));
        this.emitFile({ type: 'asset', fileName: `${builtFontFolder}/${name}`, source });
      };
      for (const family of fontFamilies) emit(builtFontName(family), fontFiles[family]);
      emit('LICENSE_FONT', 'LICENSE_FONT');
    },
  };
}
