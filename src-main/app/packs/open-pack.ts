import type { JobContext } from '#app/jobs/job-specs';
import type { PackOnDisk, PackReader } from '#app/ports/pack-reader';
import type { NewPackRecord, PackStore } from '#app/ports/pack-store';
import { AppError } from '#contract/errors';
import type { MessageParams } from '#contract/messages/format-message';
import type { OpenedPack } from '#contract/packs';
import { surfaceIds } from '#contract/surfaces';
import { packRows } from '#domain/copy-pack/pack-rows';

export interface OpenPackParams {
  path: string;
  /** As the user knows the file. */
  name: string;
  /** An upload that is removed some time: kept elsewhere when it turns out to be needed. */
  temporary: boolean;
}

interface Dependencies {
  reader: PackReader;
  packs: PackStore;
}

/**
 * Opens a pack from disk: checks it file by file and finds it in the list, or adds it when it was written elsewhere.
 * Files that are missing or were put in since do no harm; a changed one means that somebody else may have written what
 * would be posted, and refuses the pack.
 * @throws AppError `FILE_GONE`, `FILE_UNREADABLE` (pack-changed, pack-list-changed, and what the reader finds)
 */
export async function openPackFile(
  { reader, packs }: Dependencies,
  { path, name, temporary }: OpenPackParams,
  context: JobContext,
): Promise<OpenedPack> {
  const pack = await reader.open(path, {
    signal: context.signal,
    progress: (done, total) => context.progress(done, total, 'checking-pack'),
  });
  refuseChanged(pack, name);
  const count = (problem: 'missing' | 'added'): number =>
    pack.problems.filter((each) => each.problem === problem).length;
  const found = { missing: count('missing'), added: count('added') };
  const known = packs.find({ manifestSha256: pack.manifestSha256 });
  if (known !== null) {
    await followMove({ reader, packs }, known, { path, name, temporary });
    return { id: known, isNew: false, ...found };
  }
  if (packs.find({ key: pack.manifest.key }) !== null) throw failure('pack-list-changed', { file: name });
  const kept = temporary ? await reader.keep(path, name) : path;
  return { id: await packs.record(foreignRecord(pack, kept)), isNew: true, ...found };
}

const failure = (reason: string, params: MessageParams): AppError =>
  new AppError('FILE_UNREADABLE', `copy pack: ${reason}`, { params: { ...params, reason, detail: reason } });

function refuseChanged({ problems }: PackOnDisk, file: string): void {
  const changed = problems.filter(({ problem }) => problem === 'changed').map((problem) => problem.path);
  if (changed.length === 0) return;
  throw failure('pack-changed', { file, count: changed.length, what: changed.slice(0, 3) });
}

/** The pack is no longer where it was written: what was just opened takes its place. */
async function followMove({ reader, packs }: Dependencies, id: number, opened: OpenPackParams): Promise<void> {
  const { path } = packs.summary(id);
  if (path === opened.path || (await reader.exists(path))) return;
  await packs.moved(id, opened.temporary ? await reader.keep(opened.path, opened.name) : opened.path);
}

/** Its campaign is somebody else's: the number means another campaign here, if any. */
function foreignRecord(
  { manifest, items, container, manifestText, manifestSha256 }: PackOnDisk,
  path: string,
): NewPackRecord {
  const texts = new Map(manifest.items.map(({ text }, index) => [text, items[index]?.text ?? '']));
  const surface = surfaceIds.find((id) => id === manifest.surface);
  if (!surface) throw failure('pack-from-future', {});
  return {
    origin: 'opened',
    campaignId: null,
    campaignName: manifest.campaign.name,
    surface,
    path,
    container,
    items: manifest.items.length + manifest.refused.length,
    refused: [],
    overridden: [],
    key: manifest.key,
    manifestSha256,
    manifest: manifestText,
    createdAt: manifest.exportedAt,
    rows: packRows(manifest, texts),
    exportedItemIds: [],
  };
}
