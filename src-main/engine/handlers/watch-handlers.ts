import { AppError } from '#contract/errors';
import type { PickedFile } from '#contract/files';
import type { FolderChoice } from '#contract/watch';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type WatchMethods = Extract<keyof Handlers, `watch.${string}`>;

/** The folder whose new files are offered for import. */
export function watchHandlers({ folderWatch, files, options }: Engine): Pick<Handlers, WatchMethods> {
  // A file that is taken twice is the same file to the import.
  const taken = new Map<string, PickedFile>();

  function pathOf(folder: FolderChoice): string {
    if ('ref' in folder) return files.resolve(folder.ref, 'read').path;
    // Where there is a dialog, no path comes from a page.
    if (options.host === 'electron')
      throw new AppError('VALIDATION', 'a path from a page', { params: { detail: 'path' } });
    return folder.path;
  }

  return {
    'watch.state': () => folderWatch.state(),
    'watch.choose': ({ folder }) => folderWatch.choose(folder && pathOf(folder)),
    'watch.take': ({ ids }) =>
      folderWatch.take(ids).map(({ path, name }) => {
        const file = taken.get(path) ?? files.register(path, name, 'read');
        taken.set(path, file);
        return file;
      }),
    'watch.ignore': ({ ids }) => folderWatch.ignore(ids),
    'watch.offerAll': () => folderWatch.offerAll(),
  };
}
