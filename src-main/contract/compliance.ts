import { z } from 'zod';
import type { Finding, LintReport, Severity } from '#domain/compliance/finding';
import { isoDay, nothing, productId } from './common.ts';
import { limits } from './limits.ts';
import type { JobSnapshot } from './jobs.ts';

const text = z.string().max(limits.lintCharacters);
const surface = z.string().max(40).nullable();

/** A text's own id and where it is to be posted; positions inside a page (`landing`, `share-title` …) count as surfaces. */
const lintText = z.object({ text, surface }).strict();

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
  /** What the rules say of one product's own texts, and what they used to say. */
  'compliance.product': z.object({ productId }).strict(),
  /** Which findings of the catalog an allow-phrase would silence, and whether it silences the one it is made for. */
  'compliance.silences': z
    .object({
      phrase: z.object({ text: z.string().min(1).max(200), category: z.string().max(40).nullable() }).strict(),
      finding: z
        .object({ text, surface, rule: z.string().max(400), start: z.int(), end: z.int() })
        .strict()
        .nullable(),
    })
    .strict(),
};

export type ProductTextField = 'title' | 'recommend';

/** A finding that no longer counts. */
export interface PastFinding {
  field: ProductTextField;
  finding: Finding;
  foundAt: string;
  supersededAt: string;
  /** The text changed, the rules changed, or the user allowed it; null for findings of older program versions. */
  supersededBy: 'text' | 'rules' | 'allowed' | null;
}

export interface ProductFindings {
  texts: { field: ProductTextField; text: string; report: LintReport }[];
  /** Newest first. */
  past: PastFinding[];
}

export interface SilencedFinding {
  productId: string;
  title: string;
  field: ProductTextField;
  severity: Severity;
  category: string;
  text: string;
}

export interface SilencedFindings {
  /** Null when no finding was named. */
  silencesFinding: boolean | null;
  /** Where it does not silence the named finding, the narrowest phrase around it that would; null for none. */
  wider: string | null;
  /** Findings in the catalog that it would silence, the named one among them if it stands there. */
  count: number;
  products: number;
  /** The first of them. */
  items: SilencedFinding[];
}

export interface ComplianceOutputs {
  'compliance.lint': LintReport[];
  'compliance.scan': JobSnapshot;
  'compliance.product': ProductFindings;
  'compliance.silences': SilencedFindings;
}
