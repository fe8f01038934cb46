import { basename, isAbsolute, relative } from 'node:path';
import type { OpenPackParams } from '#app/packs/open-pack';
import { PackDesk } from '#app/packs/pack-desk';
import { AppError } from '#contract/errors';
import { pathExists } from '#infra/pack/pack-reader';
import { readPackFile } from '#infra/pack/read-pack-file';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type PackMethods = Exclude<
  Extract<keyof Handlers, `packs.${string}`>,
  'packs.preview' | 'packs.poster' | 'packs.export'
>;

function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
}

/** Packs that were written: the list, what changed since, marks, opening from disk. */
export function packHandlers(engine: Engine): Pick<Handlers, PackMethods> {
  const { packs, files, jobs, catalog, links } = engine;
  const desk = new PackDesk({ packs, catalog, links, asOf: () => engine.verdicts.prepare(), exists: pathExists });

  async function picture(id: number, number: number, index: number): Promise<Buffer> {
    const wanted = packs.item(id, number)?.pictures[index];
    if (!wanted) throw new AppError('NOT_FOUND', `picture ${number}-${index}`, { params: { detail: '图片' } });
    return readPackFile(packs.summary(id).path, wanted);
  }

  return {
    'packs.list': () => packs.list(),
    'packs.get': ({ id }) => packs.summary(id),
    'packs.states': ({ ids }) => desk.states(ids),
    'packs.items': ({ id, offset, limit }) => desk.items(id, offset, limit),
    'packs.picture': async ({ id, number, index }) => ({ jpeg: (await picture(id, number, index)).toString('base64') }),
    'packs.mark': async ({ id, numbers, posted }) => {
      await packs.mark(packs.summary(id).id, numbers, posted, 'app');
      engine.emitCatalogChanged();
      return null;
    },
    'packs.takeMarks': async ({ text }) => {
      const taken = await desk.takeMarks(text);
      engine.emitCatalogChanged();
      return taken;
    },
    'packs.open': ({ file }) => {
      const { path, name } = files.resolve(file, 'read');
      const params: OpenPackParams = { path, name, temporary: isInside(engine.paths.temporary, path) };
      return jobs.start('open-pack', name, params);
    },
    'packs.forget': async ({ id }) => {
      await packs.forget(id);
      engine.emitCatalogChanged();
      return null;
    },
    'packs.file': async ({ id }) => {
      const { path } = packs.summary(id);
      if (!(await pathExists(path))) throw new AppError('NOT_FOUND', path, { params: { detail: '文案包文件' } });
      const { ref, name } = files.register(path, basename(path), 'read');
      return { ref, name };
    },
  };
}
