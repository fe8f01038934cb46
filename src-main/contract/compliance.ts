import { z } from 'zod';
import type { LintReport } from '#domain/compliance/finding';
import { isoDay, limits, nothing } from './common.ts';
import type { JobSnapshot } from './jobs.ts';

/** A text's own id and where it is to be posted; positions inside a page (`landing`, `share-title` …) count as surfaces. */
const lintText = z.object({ text: z.string().max(2_000_000), surface: z.string().max(40).nullable() }).strict();

export const complianceInputs = {
  /** Judges texts by the rules of a day; null = the day the user judges by. */
  'compliance.lint': z
    .object({
      texts: z.array(lintText).min(1).max(limits.pageRows),
      asOf: isoDay.nullable(),
      /** Rewrites cost about as much as the check; leave them out on every keystroke. */
      suggest: z.boolean(),
    })
    .strict(),
  /** Judges titles and 推荐语 of every product that changed since the last scan, as a job. */
  'compliance.scan': nothing,
};

export interface ComplianceOutputs {
  'compliance.lint': LintReport[];
  'compliance.scan': JobSnapshot;
}
