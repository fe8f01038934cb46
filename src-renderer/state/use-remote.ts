import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { MethodName, Methods } from '#contract/methods';
import type { AppError } from '#contract/errors';
import { asAppError } from './as-app-error.ts';
import { useServices } from './services.tsx';

export interface Remote<Data> {
  data: Data | null;
  error: AppError | null;
  /** True from the first request on until an answer is there, and again while reading anew. */
  loading: boolean;
  reload(): void;
}

/**
 * Reads from the engine and again whenever the parameters or the catalog's revision change. Old data stays visible
 * while newer is on its way; an answer that was overtaken is dropped. The first one may have been asked for ahead.
 */
export function useRemote<M extends MethodName>(method: M, params: Methods[M]['in'] | null): Remote<Methods[M]['out']> {
  const { transport, revision, ahead } = useServices();
  const currentRevision = useStore(revision, (state) => state.revision);
  const [asked, setAsked] = useState(0);
  const [answer, setAnswer] = useState<Omit<Remote<Methods[M]['out']>, 'reload'>>(() => {
    const data = params === null ? undefined : ahead.look(method, params);
    return { data: data ?? null, error: null, loading: data === undefined };
  });
  const key = params === null ? null : JSON.stringify(params);

  useEffect(() => {
    if (key === null) return undefined;
    const input = JSON.parse(key) as Methods[M]['in'];
    const known = ahead.take(method, input);
    if (known !== undefined) {
      setAnswer((before) => (before.data === known ? before : { data: known, error: null, loading: false }));
      return undefined;
    }
    const controller = new AbortController();
    setAnswer((before) => ({ ...before, loading: true }));
    transport.call(method, input, { signal: controller.signal }).then(
      (data) => {
        if (!controller.signal.aborted) setAnswer({ data, error: null, loading: false });
      },
      (error: unknown) => {
        if (!controller.signal.aborted)
          setAnswer((before) => ({ ...before, error: asAppError(error), loading: false }));
      },
    );
    return () => controller.abort();
  }, [transport, ahead, method, key, currentRevision, asked]);

  const reload = useCallback(() => setAsked((count) => count + 1), []);
  return { ...answer, reload };
}
