import { useEffect, useRef, useState } from 'react';
import type { Proposals, TextFix } from '#contract/campaign-fixes';
import type { ItemTarget } from '#contract/campaigns';
import type { AppError } from '#contract/errors';
import { useServices } from '../../state/services.tsx';
import { asAppError } from '../../state/as-app-error.ts';

/** Items tried in one request: few enough that the count moves and stopping works at once. */
const portion = 25;

export interface Trying extends Proposals {
  done: number;
  state: 'working' | 'stopped' | 'finished';
  error: AppError | null;
}

const nothing: Trying = { proposals: [], skipped: [], done: 0, state: 'working', error: null };

/** Works out what a fix would make of each item, portion by portion; stops when told to or when nobody looks any more. */
export function useProposals(targets: readonly ItemTarget[], fix: TextFix): { trying: Trying; stop(): void } {
  const { transport } = useServices();
  const [trying, setTrying] = useState<Trying>(nothing);
  const running = useRef<AbortController | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const work = async (): Promise<void> => {
      for (let from = 0; from < targets.length && !signal.aborted; from += portion) {
        const few = targets.slice(from, from + portion);
        const { proposals, skipped } = await transport.call('campaigns.propose', { targets: few, fix }, { signal });
        if (signal.aborted) return;
        setTrying((before) => ({
          ...before,
          proposals: [...before.proposals, ...proposals],
          skipped: [...before.skipped, ...skipped],
          done: before.done + few.length,
        }));
      }
      if (!signal.aborted) setTrying((before) => ({ ...before, state: 'finished' }));
    };
    setTrying(nothing);
    work().catch((error: unknown) => {
      if (!signal.aborted) setTrying((before) => ({ ...before, state: 'stopped', error: asAppError(error) }));
    });
    return () => controller.abort();
  }, [transport, targets, fix]);

  function stop(): void {
    running.current?.abort();
    setTrying((before) => ({ ...before, state: 'stopped' }));
  }
  return { trying, stop };
}
