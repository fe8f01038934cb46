import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AppError } from '#contract/errors';
import type { InboxRow } from '#contract/inbox';
import { useServices } from '../../state/services.tsx';
import { GroupedRows } from './grouped-rows.ts';
import { type InboxLayout, rowsBetween } from './inbox-layout.ts';
import type { InboxView } from './inbox-view.ts';

export interface InboxRows {
  /** Undefined while it is being read. */
  rowAt(cause: string, index: number): InboxRow | undefined;
  /** Tell which lines are in view; what is missing is read. */
  onRange(first: number, last: number): void;
  error: AppError | null;
  reload(): void;
}

/** The rows of all groups, read as they come into view and again whenever something changes. */
export function useInboxRows({ filter, snoozed }: InboxView, layout: InboxLayout): InboxRows {
  const { transport, revision } = useServices();
  const currentRevision = useStore(revision, (state) => state.revision);
  const [asked, setAsked] = useState(0);
  // A new object for each answer, so that rows are looked up again.
  const [{ error }, setAnswer] = useState<{ error: AppError | null }>({ error: null });
  const inView = useRef<[number, number]>([0, -1]);

  const rows = useMemo(
    () =>
      new GroupedRows<InboxRow>(
        async (cause, offset, limit, signal) =>
          (await transport.call('inbox.rows', { cause, snoozed, filter, offset, limit }, { signal })).items,
        (failure) => setAnswer({ error: failure }),
      ),
    [transport, filter, snoozed],
  );
  useEffect(() => () => rows.stop(), [rows]);

  const latest = useRef(layout);
  const want = useCallback(() => {
    for (const { listed, first, last } of rowsBetween(latest.current, ...inView.current)) {
      rows.want(listed.group.cause, first, last);
    }
  }, [rows]);
  useEffect(() => {
    rows.renew();
    want();
  }, [rows, want, currentRevision, asked]);
  useEffect(() => {
    latest.current = layout;
    want();
  }, [layout, want]);

  const onRange = useCallback(
    (first: number, last: number) => {
      inView.current = [first, last];
      want();
    },
    [want],
  );
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  return { rowAt: (cause, index) => rows.rowAt(cause, index), onRange, error, reload };
}
