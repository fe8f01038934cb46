import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { JobSnapshot } from '#contract/jobs';
import type { ExportResult } from '#contract/packs';
import { startEngine } from '#infra/engine-thread';
import { createClient } from '#rpc/client';
import type { Transport } from '#rpc/transport';
import { built, root } from '../fixtures/project.ts';
import type { Figure } from './figure.ts';

const items = 500;

interface Run {
  /** Empty picture cache: every picture is fetched, decoded, re-encoded and kept. */
  cold: number;
  warm: number;
  files: number;
  archiveMegabytes: number;
  withoutPicture: number;
  /** Of the whole process: engine, import, drawing, network. */
  peakMegabytes: number;
}

/** The simulated world on a thread of its own, as it would be on another computer. */
async function startWorld(): Promise<{ proxyUrl: string; caFile: string; stop(): Promise<number> }> {
  const worker = new Worker(fileURLToPath(new URL('../simulator/picture-world.ts', import.meta.url)));
  const where = await new Promise<{ proxyUrl: string; caFile: string }>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { ...where, stop: () => worker.terminate() };
}

function productFile(folder: string): string {
  const headers =
    '商品id,商品名称,商品主图,商品详情页链接地址,店铺名称,商品价格(单位：元),商品月销量,推荐语,优惠券面额,优惠券结束时间,商品优惠券推广链接';
  const rows = Array.from({ length: items }, (_, index) => {
    const id = 710000000000 + index;
    return [
      id,
      `三塘陶瓷创意马克杯第${index}款 带勺办公室家用大容量水杯`,
      `https://img.alicdn.com/bao/uploaded/${index}.jpg`,
      `https://item.taobao.com/item.htm?id=${id}`,
      '三塘陶瓷旗舰店',
      `${69 + (index % 30)}.90`,
      1200 + index,
      '带勺马克杯，办公室和家里都合用。',
      '满69元减30元',
      '2099-12-31',
      `https://uland.taobao.com/coupon/edetail?e=Bench${index}xQxwK1dDSZEGQASttHIRqVZPh3mJfYv&pid=mm_1_2_3&af=1`,
    ].join(',');
  });
  const path = join(folder, 'products.csv');
  writeFileSync(path, [headers, ...rows].join('\n'));
  return path;
}

function ended(engine: Transport, { id }: JobSnapshot): Promise<JobSnapshot> {
  return new Promise((resolve) => {
    engine.listen('job.changed', (job) => {
      if (job.id === id && job.finishedAt !== null) resolve(job);
    });
  });
}

/** Imports the products, makes a campaign of them and exports it twice. */
async function run(folder: string, proxyUrl: string): Promise<Run> {
  const thread = startEngine(pathToFileURL(built('main', 'engine-worker.js')), {
    dataDir: join(folder, 'data'),
    resourcesDir: join(root, 'resources'),
    appVersion: 'bench',
    host: 'cli',
  });
  const engine = createClient(thread.channel);
  await engine.call('settings.update', { proxy: { mode: 'manual', url: proxyUrl } });
  const path = productFile(folder);
  const file = await engine.call('internal.registerFile', { path, name: basename(path), mode: 'read' });
  await ended(
    engine,
    await engine.call('import.start', { files: [{ ref: file.ref, mapping: null, saveMapping: false }] }),
  );
  const { id } = await engine.call('campaigns.create', {
    name: '五百件',
    scheduledOn: null,
    surfaces: [{ surface: 'group', templateId: null }],
    products: { filter: {} },
  });
  const results: { seconds: number; result: ExportResult }[] = [];
  for (const name of ['cold.zip', 'warm.zip']) {
    const target = await engine.call('internal.registerFile', { path: join(folder, name), name, mode: 'write' });
    const from = performance.now();
    const started = await engine.call('packs.export', {
      campaignId: id,
      surface: 'group',
      target: target.ref,
      container: 'zip',
      images: { poster: { style: 'bold', format: 'portrait' }, productImages: true, square: false },
      override: null,
    });
    const job = await ended(engine, started);
    if (job.state !== 'done') throw new Error(`export ${job.state}: ${JSON.stringify(job.error)}`);
    results.push({ seconds: (performance.now() - from) / 1000, result: job.result as ExportResult });
  }
  await thread.stop();
  const [cold, warm] = results;
  return {
    cold: cold?.seconds ?? 0,
    warm: warm?.seconds ?? 0,
    files: cold?.result.files ?? 0,
    archiveMegabytes: (cold?.result.bytes ?? 0) / 1024 / 1024,
    withoutPicture: cold?.result.withoutPicture ?? items,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/**
 * A pack of 500 items with a poster and a product picture each, by the built engine from import to ZIP; the pictures
 * come over https from the simulated image server. Engine and jobs are a process of their own, whose peak is measured.
 */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-bench-'));
  const world = await startWorld();
  try {
    const output = await inChild(folder, world);
    return [
      { name: `pack of ${items} items, pictures fetched`, value: output.cold, unit: 's', limit: 40 },
      { name: `pack of ${items} items, pictures from the cache`, value: output.warm, unit: 's', limit: 40 },
      { name: 'peak memory of the process', value: output.peakMegabytes, unit: 'MB', limit: 600 },
      { name: 'items without picture', value: output.withoutPicture, unit: 'items', limit: 0 },
      { name: 'files', value: output.files, unit: 'files' },
      { name: 'contents', value: output.archiveMegabytes, unit: 'MB' },
    ];
  } finally {
    await world.stop();
    rmSync(folder, { recursive: true });
  }
}

function inChild(folder: string, { proxyUrl, caFile }: { proxyUrl: string; caFile: string }): Promise<Run> {
  const args = [fileURLToPath(import.meta.url), folder, proxyUrl];
  const options = { env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile }, maxBuffer: 1_000_000 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr || error.message));
      else resolve(JSON.parse(stdout) as Run);
    });
  });
}

const [, script, folder, proxyUrl] = process.argv;
if (script === fileURLToPath(import.meta.url) && folder !== undefined && proxyUrl !== undefined) {
  console.log(JSON.stringify(await run(folder, proxyUrl)));
}
