import type { LinkKind } from '../links/link-kinds.ts';
import type { Outcome } from '../openability/outcomes.ts';
import type { PackManifest } from './manifest.ts';
import { textOfFile } from './pack-texts.ts';
import { packFileNames } from './plan-pack.ts';

/** A file as it lies in a pack now. */
export interface FoundFile {
  path: string;
  bytes: number;
  /** Null when it was not worth hashing: not listed, or of another size. */
  sha256: string | null;
}

/** The files of a pack, and the contents of its text files. */
export interface FoundFiles {
  /** @see readManifest, which refuses hostile ones */
  manifest: PackManifest;
  /** Every file but the manifest. */
  files: readonly FoundFile[];
  /** Contents of the files that {@link textPaths} names, where they exist. */
  texts: ReadonlyMap<string, string>;
}

export interface PackProblem {
  path: string;
  /** `missing`: listed but not there; `changed`: not the bytes that were exported; `added`: not listed. */
  problem: 'missing' | 'changed' | 'added';
}

export interface PackContentsItem {
  number: number;
  productId: string;
  itemId: string;
  title: string;
  /** As the file holds it; null when it is gone or of another size than was exported. */
  text: string | null;
  link: { kind: LinkKind; value: string } | null;
  outcomeAtExport: Outcome | null;
  override: string | null;
  /** Pictures that are there, in posting order. */
  images: string[];
}

/** A pack opened again. What its problems mean is for the caller to say. */
export interface PackContents {
  manifest: PackManifest;
  items: PackContentsItem[];
  problems: PackProblem[];
}

/** A pack opened again: its items as they are now, and how its files differ from what was exported. */
export function readPack(found: FoundFiles): PackContents {
  const { manifest } = found;
  const present = new Map(found.files.map((file) => [file.path, file]));
  const problems = [...compare(manifest, present), ...added(manifest, found.files)];
  const items = manifest.items.map((item) => {
    const content = found.texts.get(item.text);
    return {
      number: item.number,
      productId: item.productId,
      itemId: item.itemId,
      title: item.title,
      text: content === undefined ? null : textOfFile(content),
      link: item.link,
      outcomeAtExport: item.outcome,
      override: item.override?.reason ?? null,
      images: item.images.map(({ path }) => path).filter((path) => present.has(path)),
    };
  });
  return { manifest, items, problems };
}

/** Files whose contents {@link readPack} needs. */
export const textPaths = (manifest: PackManifest): string[] => manifest.items.map(({ text }) => text);

function compare(manifest: PackManifest, present: ReadonlyMap<string, FoundFile>): PackProblem[] {
  const problems: PackProblem[] = [];
  for (const { path, bytes, sha256 } of manifest.files) {
    const file = present.get(path);
    if (!file) problems.push({ path, problem: 'missing' });
    else if (file.bytes !== bytes || file.sha256 !== sha256) problems.push({ path, problem: 'changed' });
  }
  return problems;
}

function added(manifest: PackManifest, files: readonly FoundFile[]): PackProblem[] {
  const listed = new Set([packFileNames.manifest, ...manifest.files.map(({ path }) => path)]);
  return files.filter(({ path }) => !listed.has(path)).map(({ path }) => ({ path, problem: 'added' as const }));
}
