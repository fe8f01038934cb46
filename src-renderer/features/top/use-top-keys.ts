import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '#contract/errors';
import type { TopKeyStatus } from '#contract/top';
import { useRemote } from '../../state/use-remote.ts';

export interface TopKeysState {
  /** Null until read. */
  status: TopKeyStatus | null;
  error: AppError | null;
  /** Takes over what saving, unlocking or forgetting answered. */
  set(status: TopKeyStatus): void;
  reload(): void;
}

/** Whether there are keys and whether they are open; never the keys. */
export function useTopKeys(): TopKeysState {
  const { data, error, reload } = useRemote('top.status', {});
  const [status, setStatus] = useState<TopKeyStatus | null>(null);
  useEffect(() => setStatus(data), [data]);
  return { status, error, set: useCallback((next) => setStatus(next), []), reload };
}
