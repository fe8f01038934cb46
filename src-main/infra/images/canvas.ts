import { createRequire } from 'node:module';
import type * as CanvasModule from '@napi-rs/canvas';

export type { Canvas, Image, SKRSContext2D as Context } from '@napi-rs/canvas';

type CanvasApi = typeof CanvasModule;

let loaded: CanvasApi | null = null;

/**
 * The native canvas, loaded on first use. System fonts stay out: a poster must look the same, byte for byte, on every
 * machine, and loading them costs time. The library reads the switch while it loads, hence no import statement.
 */
export function canvasApi(): CanvasApi {
  if (loaded) return loaded;
  process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
  loaded = createRequire(import.meta.url)('@napi-rs/canvas') as CanvasApi;
  return loaded;
}
