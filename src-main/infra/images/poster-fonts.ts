import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '#contract/errors';
import { canvasApi } from './canvas.ts';
import { readFontCoverage } from './font-coverage.ts';
import { builtFontFolder, builtFontName, type FontFamily, fontFamilies, fontFiles, fontPackage } from './font-files.ts';

/** Beside the bundle when the build put it there (a packaged app), else in node_modules (a checkout). */
function findFont(family: FontFamily): string {
  const built = join(dirname(fileURLToPath(import.meta.url)), builtFontFolder, builtFontName(family));
  if (existsSync(built)) return built;
  try {
    return createRequire(import.meta.url).resolve(`${fontPackage}/${fontFiles[family]}`);
  } catch (error) {
    throw new AppError('IO', `poster font is missing: ${family}`, {
      params: { detail: builtFontName(family), reason: 'fonts-missing' },
      cause: error,
    });
  }
}

let covers: ((codePoint: number) => boolean) | null = null;
let registered = false;

/** Which characters the poster fonts can draw; without loading anything that draws. @throws AppError like `loadPosterFonts` */
export function posterCoverage(): (codePoint: number) => boolean {
  covers ??= readFontCoverage(findFont('Poster Bold'));
  return covers;
}

/**
 * Registers the poster fonts once for the process and answers which characters they can draw.
 * @throws AppError `IO` with reason `fonts-missing`
 */
export function loadPosterFonts(): (codePoint: number) => boolean {
  if (!registered) {
    const { GlobalFonts } = canvasApi();
    for (const family of fontFamilies) GlobalFonts.registerFromPath(findFont(family), family);
    registered = true;
  }
  return posterCoverage();
}
