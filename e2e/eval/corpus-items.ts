import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  /** What the verdict should be, where the labeller said so. */
  severity?: 'block' | 'warn';
  source?: string;
}

/** Harmless text with where it comes from. */
export interface BackgroundLine {
  id: string;
  source: string;
  text: string;
}

/** Precision and recall of a split on the day it was first measured, before anyone looked at its mistakes. */
export interface FirstMeasure {
  precision: number;
  recall: number;
}

/** A labelled file; `unseen` marks texts nobody tuned on. */
export interface Split {
  name: string;
  unseen: boolean;
  /** For splits that were unseen once and have been learnt from since. */
  firstMeasured: FirstMeasure | null;
  items: CorpusItem[];
}

const own = fileURLToPath(new URL('./corpus/', import.meta.url));

/** `shared/corpus` beside the checkout or beside one of the folders above it; null when there is none. */
function findShared(): string | null {
  for (let folder = dirname(own), last = ''; folder !== last; last = folder, folder = dirname(folder)) {
    const candidate = join(folder, 'shared', 'corpus');
    if (existsSync(candidate)) return candidate;
  }
  return null;
}

const shared = findShared();

function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

function jsonlIn(folder: string | null): string[] {
  if (folder === null) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}

/** Labelled files of this checkout and, where present, of the shared corpus beside it. */
export function readSplits(): Split[] {
  const files = [...jsonlIn(shared), ...jsonlIn(own)].filter((file) => !basename(file).startsWith('background'));
  const first = JSON.parse(readFileSync(join(own, 'first-measured.json'), 'utf8')) as Record<string, FirstMeasure>;
  return files.map((file) => {
    const name = basename(file, '.jsonl');
    return {
      name,
      unseen: name.startsWith('unseen'),
      firstMeasured: first[name] ?? null,
      items: readLines<CorpusItem>(file),
    };
  });
}

/** Harmless lines, where the shared corpus is present. */
export function readBackground(): BackgroundLine[] {
  return jsonlIn(shared)
    .filter((file) => basename(file).startsWith('background'))
    .flatMap((file) => readLines<BackgroundLine>(file));
}
