import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { PackItem } from '#contract/packs';
import { useServices } from '../../state/services.tsx';
import { asAppError } from '../../state/as-app-error.ts';

interface PackItems {
  /** Null until they are there; older ones stay while newer are on their way. */
  items: readonly PackItem[] | null;
  error: AppError | null;
}

/** All items of a pack with what has changed since, read again whenever the catalog or a mark changes. */
export function usePackItems(id: number): PackItems {
  const { transport, revision } = useServices();
  const currentRevision = useStore(revision, (state) => state.revision);
  const [shown, setShown] = useState<PackItems>({ items: null, error: null });

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    async function read(): Promise<PackItem[]> {
      const items: PackItem[] = [];
      for (;;) {
        const page = { id, offset: items.length, limit: limits.pageRows };
        const answer = await transport.call('packs.items', page, { signal });
        items.push(...answer.items);
        if (answer.items.length < limits.pageRows) return items;
      }
    }
    read().then(
      (items) => setShown({ items, error: null }),
      (failure: unknown) => {
        if (!signal.aborted) setShown(({ items }) => ({ items, error: asAppError(failure) }));
      },
    );
    return () => controller.abort();
  }, [transport, id, currentRevision]);

  return shown;
}
