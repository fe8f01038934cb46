import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AppError } from '#contract/errors';
import type { LintReport } from '#domain/compliance/finding';
import type { Transport } from '#rpc/transport';
import { useServices } from '../../state/services.tsx';
import { asAppError } from '../../state/as-app-error.ts';

/** Pause in typing after which a text is checked; a text that took longer to check waits as long again. */
const shortestPauseMs = 150;
const longestPauseMs = 1500;

export interface LintSubject {
  text: string;
  /** Where it is to be posted; null = not known. */
  surface: string | null;
  /** Judge by the rules of this day; null = the day the user judges by. */
  asOf: string | null;
}

export interface Linted {
  /** The newest report; null until the first one is there. */
  report: LintReport | null;
  /** The text the report speaks of. It may be older than the text asked for. */
  checkedText: string | null;
  checking: boolean;
  error: AppError | null;
}

/** Judges one text, with rewrites when they are asked for. */
export async function lintOnce(
  transport: Transport,
  { text, surface, asOf }: LintSubject,
  options: { suggest: boolean; signal: AbortSignal },
): Promise<LintReport> {
  const input = { texts: [{ text, surface }], asOf, suggest: options.suggest };
  const [report] = await transport.call('compliance.lint', input, { signal: options.signal });
  return report ?? { decision: 'ok', findings: [], allowed: [] };
}

/**
 * Keeps a text judged while it is edited: after a pause in typing, again when rules or lists change, and only the
 * newest text; a check that is overtaken is cancelled.
 */
export function useLint({ text, surface, asOf }: LintSubject): Linted {
  const { transport, revision } = useServices();
  const currentRevision = useStore(revision, (state) => state.revision);
  const [lastTook, setLastTook] = useState(0);
  const [linted, setLinted] = useState<Linted>({ report: null, checkedText: null, checking: true, error: null });

  useEffect(() => {
    const controller = new AbortController();
    setLinted((before) => ({ ...before, checking: true }));
    const check = async (): Promise<void> => {
      const startedAt = performance.now();
      try {
        const report = await lintOnce(
          transport,
          { text, surface, asOf },
          { suggest: false, signal: controller.signal },
        );
        if (!controller.signal.aborted) setLinted({ report, checkedText: text, checking: false, error: null });
      } catch (error) {
        if (!controller.signal.aborted)
          setLinted((before) => ({ ...before, checking: false, error: asAppError(error) }));
      }
      setLastTook(performance.now() - startedAt);
    };
    const pause = Math.min(longestPauseMs, Math.max(shortestPauseMs, lastTook * 2));
    const timer = setTimeout(() => void check(), pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
    // The last duration only sets the pause; it must not start a check of its own.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [transport, text, surface, asOf, currentRevision]);

  return linted;
}
