import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AppError } from '#contract/errors';
import type { Methods } from '#contract/methods';
import { asAppError } from './as-app-error.ts';
import { useServices } from './services.tsx';

type CountMethod = 'catalog.count' | 'links.count';

interface FilterCount {
  /** How many rows were found last; null before the first answer. */
  total: number | null;
  /** Whether `total` is of the filter asked for, and not still of the one before. */
  isCurrent: boolean;
  error: AppError | null;
  reload(): void;
}

interface Answer {
  filter: unknown;
  total: number | null;
  error: AppError | null;
}

/**
 * How many rows a filter finds. The number before stays until the new one is there, and says that it is old.
 * @param filter must keep its identity as long as it means the same
 */
export function useFilterCount<M extends CountMethod>(method: M, filter: Methods[M]['in']['filter']): FilterCount {
  const { transport, revision } = useServices();
  const currentRevision = useStore(revision, (state) => state.revision);
  const [asked, setAsked] = useState(0);
  const [answer, setAnswer] = useState<Answer>({ filter: null, total: null, error: null });

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    transport.call(method, { filter } as Methods[M]['in'], { signal }).then(
      ({ total }) => {
        if (!signal.aborted) setAnswer({ filter, total, error: null });
      },
      (error: unknown) => {
        if (!signal.aborted) setAnswer((before) => ({ ...before, error: asAppError(error) }));
      },
    );
    return () => controller.abort();
  }, [transport, method, filter, currentRevision, asked]);

  const reload = useCallback(() => setAsked((count) => count + 1), []);
  const { total, error } = answer;
  return { total, isCurrent: answer.filter === filter, error, reload };
}
