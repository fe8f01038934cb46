import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { PackTarget, WrittenPack } from '#app/ports/pack-writer';
import { packWords } from '#contract/messages/pack-messages';
import { finishPack, itemTextFiles } from '#domain/copy-pack/finish-pack';
import { writeManifest, type WrittenFile } from '#domain/copy-pack/manifest';
import type { ImageOutcome } from '#domain/copy-pack/pages/index-page';
import { type ImageJob, type PackPlan, packFileNames, type PlannedItem } from '#domain/copy-pack/plan-pack';
import type { MadeImage, PackImages } from '#infra/images/pack-images';
import { inOrder } from './in-order.ts';
import { asWriteFailure } from '../files/write-failure.ts';
import { packFailure, throwIfCancelled } from './pack-failure.ts';
import { openSink, type PackSink } from './pack-sink.ts';
import { refuseLongPaths } from './path-length.ts';

export interface WriteOptions {
  signal: AbortSignal;
  /** Items done and in all; `phase` names what is being done. */
  progress(done: number, total: number, phase: 'making-pack' | 'finishing-pack'): void;
}

/** Items under way at once: keeps two cores busy; each more costs some 12 MB of pixels and saves hardly any time. */
const itemsAtOnce = 3;

interface MadeItem {
  item: PlannedItem;
  images: { path: string; made: MadeImage }[];
}

/**
 * Makes the pictures and writes the pack, ZIP or folder. Streams: memory holds a few items at a time. The same plan and
 * pictures give the same bytes. On cancel and on every failure nothing is left at or beside the target.
 * @throws AppError `EXPORT_REFUSED`, `CONFLICT`, `DISK_FULL`, `IO`, `CANCELLED`
 */
export async function writePack(
  plan: PackPlan,
  target: PackTarget,
  deps: { images: PackImages },
  options: WriteOptions,
): Promise<WrittenPack> {
  if (plan.items.length === 0) {
    throw packFailure('EXPORT_REFUSED', 'nothing-to-export', { refused: plan.refused.length });
  }
  refuseLongPaths(plan, target);
  try {
    const sink = await openSink(target, new Date(plan.input.exportedAt));
    try {
      const written = await fillSink(plan, sink, deps.images, options);
      throwIfCancelled(options.signal);
      await sink.commit();
      return { path: target.path, ...written };
    } catch (error) {
      await sink.discard();
      throw error;
    }
  } catch (error) {
    throw asWriteFailure(error, dirname(target.path));
  }
}

async function fillSink(
  plan: PackPlan,
  sink: PackSink,
  pictures: PackImages,
  { signal, progress }: WriteOptions,
): Promise<Omit<WrittenPack, 'path'>> {
  const files: WrittenFile[] = [];
  const outcomes = new Map<string, ImageOutcome>();
  const missingImages: WrittenPack['missingImages'] = [];
  const put = async (path: string, bytes: Buffer): Promise<void> => {
    await sink.write(path, bytes);
    files.push({ path, bytes: bytes.length, sha256: sha256(bytes) });
  };
  const total = plan.items.length;
  progress(0, total, 'making-pack');
  await inOrder(
    plan.items,
    itemsAtOnce,
    (item) => makeItem(item, pictures, signal),
    async ({ item, images }) => {
      throwIfCancelled(signal);
      for (const { path, content } of itemTextFiles(item)) await put(path, Buffer.from(content));
      for (const { path, made } of images) {
        outcomes.set(path, { path, made: made.ok, reason: made.ok ? null : made.reason });
        if (made.ok) await put(path, made.jpeg);
        else missingImages.push({ productId: item.source.productId, path, reason: made.reason });
      }
      progress(item.number, total, 'making-pack');
    },
  );
  progress(total, total, 'finishing-pack');
  for (const { path, content } of finishPack(plan, outcomes, packWords)) await put(path, Buffer.from(content));
  const manifest = writeManifest(plan, outcomes, files);
  await put(packFileNames.manifest, Buffer.from(manifest));
  return {
    items: total,
    refused: plan.refused.length,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    manifest,
    manifestSha256: sha256(Buffer.from(manifest)),
    missingImages,
  };
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function makeItem(item: PlannedItem, pictures: PackImages, signal: AbortSignal): Promise<MadeItem> {
  const images: MadeItem['images'] = [];
  for (const job of item.images) {
    throwIfCancelled(signal);
    images.push({ path: job.path, made: await makeImage(job, pictures, signal) });
  }
  return { item, images };
}

async function makeImage(job: ImageJob, pictures: PackImages, signal: AbortSignal): Promise<MadeImage> {
  if (job.kind === 'product') return pictures.product(job.url, job.square, signal);
  const picture = job.imageUrl === null ? null : await pictures.product(job.imageUrl, job.square, signal);
  return { ok: true, jpeg: await pictures.poster(job.spec, picture?.ok ? picture.jpeg : null) };
}
