import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CatalogFilter } from '#contract/catalog';
import type { AppError } from '#contract/errors';
import { useServices } from '../../state/services.tsx';
import { asAppError } from '../../state/as-app-error.ts';

interface ProductCount {
  /** How many products were found last; null before the first answer. */
  total: number | null;
  /** Whether `total` is of the filter asked for, and not still of the one before. */
  isCurrent: boolean;
  error: AppError | null;
  reload(): void;
}

interface Answer {
  filter: CatalogFilter | null;
  total: number | null;
  error: AppError | null;
}

/** How many products a filter finds. The number before stays until the new one is there, and says that it is old. */
export function useProductCount(filter: CatalogFilter): ProductCount {
  const { transport, revision } = useServices();
  const currentRevision = useStore(revision, (state) => state.revision);
  const [asked, setAsked] = useState(0);
  const [answer, setAnswer] = useState<Answer>({ filter: null, total: null, error: null });

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    transport.call('catalog.count', { filter }, { signal }).then(
      ({ total }) => {
        if (!signal.aborted) setAnswer({ filter, total, error: null });
      },
      (error: unknown) => {
        if (!signal.aborted) setAnswer((before) => ({ ...before, error: asAppError(error) }));
      },
    );
    return () => controller.abort();
  }, [transport, filter, currentRevision, asked]);

  const reload = useCallback(() => setAsked((count) => count + 1), []);
  const { total, error } = answer;
  return { total, isCurrent: answer.filter === filter, error, reload };
}
