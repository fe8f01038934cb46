import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AppError } from '#contract/errors';
import { PageCache, type ReadPage } from './page-cache.ts';
import { useServices } from './services.tsx';

export interface PagedRows<Row> {
  rowAt(index: number): Row | undefined;
  /** Tell which rows are in view; missing pages are read. */
  onRange(first: number, last: number): void;
  error: AppError | null;
  reload(): void;
}

interface Shown<Row> {
  cache: PageCache<Row> | null;
  error: AppError | null;
}

/**
 * Rows of a long list, read page by page as they come into view. Starts anew when `read` or the catalog's revision
 * changes; answers to older questions are dropped.
 * @param read must keep its identity (`useCallback`) as long as it lists the same rows
 */
export function usePagedRows<Row>(read: ReadPage<Row>): PagedRows<Row> {
  const { revision } = useServices();
  const currentRevision = useStore(revision, (state) => state.revision);
  const [asked, setAsked] = useState(0);
  const [shown, setShown] = useState<Shown<Row>>({ cache: null, error: null });
  const inView = useRef<[number, number]>([0, 0]);
  const current = useRef<PageCache<Row> | null>(null);

  useEffect(() => {
    // Rows of the old list stay visible until the first page of the new one is there.
    const cache = new PageCache<Row>(read, (error) => setShown({ cache, error }));
    current.current = cache;
    cache.want(...inView.current);
    return () => cache.stop();
  }, [read, currentRevision, asked]);

  const onRange = useCallback((first: number, last: number): void => {
    inView.current = [first, last];
    current.current?.want(first, last);
  }, []);
  const { cache } = shown;
  const rowAt = useCallback((index: number): Row | undefined => cache?.rowAt(index), [cache]);
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  return { rowAt, onRange, error: shown.error, reload };
}
