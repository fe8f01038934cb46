import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One labelled text; `evidence` lists substrings a correct finding must touch. */
export interface CorpusItem {
  id: string;
  text: string;
  label: 'violation' | 'ok';
  categories: string[];
  surface?: string;
  obfuscated?: boolean;
  obfuscation?: string;
  borderline?: boolean;
  evidence?: string[];
  source?: string;
}

/** Harmless text with where it comes from. */
export interface BackgroundLine {
  id: string;
  source: string;
  text: string;
}

/** A labelled file; `unseen` marks texts nobody tuned on. */
export interface Split {
  name: string;
  unseen: boolean;
  items: CorpusItem[];
}

const own = new URL('./corpus/', import.meta.url).pathname;
const shared = new URL('../../../shared/corpus/', import.meta.url).pathname;

function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

function jsonlIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}

/** Labelled files of this checkout and, where present, of the shared corpus beside it. */
export function readSplits(): Split[] {
  const files = [...jsonlIn(shared), ...jsonlIn(own)].filter((file) => !basename(file).startsWith('background'));
  return files.map((file) => {
    const name = basename(file, '.jsonl');
    return { name, unseen: name.startsWith('unseen'), items: readLines<CorpusItem>(file) };
  });
}

/** Harmless lines, where the shared corpus is present. */
export function readBackground(): BackgroundLine[] {
  return jsonlIn(shared)
    .filter((file) => basename(file).startsWith('background'))
    .flatMap((file) => readLines<BackgroundLine>(file));
}
