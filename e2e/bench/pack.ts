import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planPack } from '#domain/copy-pack/plan-pack';
import { sampleItem, samplePack } from '#domain/copy-pack/testing/pack-samples';
import { createPackImages } from '#infra/images/pack-images';
import { samplePhoto } from '#infra/images/testing/sample-photo';
import { writePack } from '#infra/pack/write-pack';

export interface PackFigure {
  name: string;
  value: number;
  unit: 's' | 'MB' | 'files';
  /** Not to be exceeded. */
  limit?: number;
}

const items = 500;
const photos = 40;

interface Run {
  /** Empty picture cache: every picture is decoded, re-encoded and kept. */
  cold: number;
  warm: number;
  files: number;
  archiveMegabytes: number;
  peakMegabytes: number;
}

async function run(folder: string): Promise<Run> {
  const bytes: Buffer[] = [];
  for (let seed = 0; seed < photos; seed++) bytes.push(await samplePhoto(seed));
  let fetched = 0;
  const images = createPackImages({
    cacheFolder: join(folder, 'images'),
    fetchImage: () => Promise.resolve({ ok: true, bytes: bytes[fetched++ % photos] ?? Buffer.alloc(0) }),
  });
  const seconds: number[] = [];
  let files = 0;
  for (const name of ['cold', 'warm']) {
    const plan = planPack(samplePack(Array.from({ length: items }, (_, index) => sampleItem(index))));
    const from = performance.now();
    const target = { path: join(folder, `${name}.zip`), container: 'zip' as const };
    const written = await writePack(plan, target, { images }, { signal: new AbortController().signal, progress() {} });
    seconds.push((performance.now() - from) / 1000);
    files = written.files;
  }
  return {
    cold: seconds[0] ?? 0,
    warm: seconds[1] ?? 0,
    files,
    archiveMegabytes: statSync(join(folder, 'cold.zip')).size / 1024 / 1024,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** A pack of 500 items with a poster and a product picture each, written as ZIP by a process of its own. */
export function bench(): PackFigure[] {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-bench-'));
  try {
    const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), folder], { encoding: 'utf8' });
    const result = JSON.parse(output) as Run;
    return [
      { name: `pack of ${items} items, pictures made`, value: result.cold, unit: 's', limit: 40 },
      { name: `pack of ${items} items, pictures from the cache`, value: result.warm, unit: 's', limit: 40 },
      { name: 'peak memory', value: result.peakMegabytes, unit: 'MB', limit: 600 },
      { name: 'files', value: result.files, unit: 'files' },
      { name: 'archive', value: result.archiveMegabytes, unit: 'MB' },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [, script, folder] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  if (folder === undefined) console.table(bench());
  else console.log(JSON.stringify(await run(folder)));
}
