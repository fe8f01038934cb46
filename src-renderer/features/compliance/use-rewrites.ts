import { useEffect, useState } from 'react';
import type { Finding, LintReport } from '#domain/compliance/finding';
import { useServices } from '../../state/services.tsx';
import { type Linted, lintOnce } from './use-lint.ts';

export type Rewrite = Finding['suggestions'][number];

export interface Rewrites {
  /** The text they rewrite. */
  text: string;
  /** Best first; empty when nothing keeps price, coupon and links and comes out clean. */
  rewrites: readonly Rewrite[];
}

function rewritesIn(report: LintReport): readonly Rewrite[] {
  return report.findings.find(({ suggestions }) => suggestions.length > 0)?.suggestions ?? [];
}

/**
 * Rewrites of a checked text that has findings. They take longer than the check, so they come after it and only for a
 * text that stays; null while there is nothing to rewrite or they are not there yet.
 */
export function useRewrites(
  { report, checkedText, checking }: Linted,
  surface: string | null,
  asOf: string | null,
): Rewrites | null {
  const { transport } = useServices();
  const [rewrites, setRewrites] = useState<Rewrites | null>(null);
  const wanted = !checking && report !== null && report.decision !== 'ok' ? checkedText : null;

  useEffect(() => {
    if (wanted === null) return undefined;
    const controller = new AbortController();
    lintOnce(transport, { text: wanted, surface, asOf }, { suggest: true, signal: controller.signal }).then(
      (full) => {
        if (!controller.signal.aborted) setRewrites({ text: wanted, rewrites: rewritesIn(full) });
      },
      () => {
        // The findings are there without rewrites; a failing engine shows itself through the check.
        if (!controller.signal.aborted) setRewrites({ text: wanted, rewrites: [] });
      },
    );
    return () => controller.abort();
  }, [transport, wanted, surface, asOf, report]);

  return rewrites !== null && rewrites.text === wanted ? rewrites : null;
}
