import type { Linter } from '#domain/compliance/linter';
import { keepsProtected } from '#domain/compliance/rewrite/protected';
import type { Judged } from './scores.ts';

/** What became of the rewrites offered for a set of texts. */
export interface RewriteScore {
  flagged: number;
  withRewrite: number;
  offered: number;
  clean: number;
  kept: number;
}

/** Judges every offered rewrite again and compares its prices, coupons, addresses and 口令. */
export function checkRewrites(judged: readonly Judged[], linter: Linter): RewriteScore {
  const score: RewriteScore = { flagged: 0, withRewrite: 0, offered: 0, clean: 0, kept: 0 };
  for (const { item, report } of judged) {
    if (report.decision === 'ok') continue;
    score.flagged += 1;
    const suggestions = report.findings.find((finding) => finding.severity !== 'info')?.suggestions ?? [];
    if (suggestions.length > 0) score.withRewrite += 1;
    for (const { text } of suggestions) {
      score.offered += 1;
      const options = item.surface === undefined ? { suggest: false } : { surface: item.surface, suggest: false };
      if (linter.lint(text, options).decision === 'ok') score.clean += 1;
      if (keepsProtected(item.text, text)) score.kept += 1;
    }
  }
  return score;
}
