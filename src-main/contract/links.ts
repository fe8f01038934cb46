import { z } from 'zod';
import type { Verdict } from '#domain/openability/verdict';
import { isoDay, limits, offsetLimit, type Page, productId, rowId, surface } from './common.ts';
import { type Outcome, outcomes } from './surfaces.ts';

export interface LinkRow {
  id: number;
  /** Identifies the link within its product across undo and re-import, where ids change. */
  hash: number;
  productId: string | null;
  productTitle: string | null;
  kind: string;
  value: string;
  host: string | null;
  itemId: string | null;
  pid: string | null;
  relationId: string | null;
  /** Column or way it came by: `affiliateUrl`, `token` …, `paste`, `manual`, `top`. */
  origin: string;
  earns: 'yes' | 'no' | 'unknown';
  owner: 'own' | 'other' | 'unknown';
  earnsReason: string;
  issuedOn: string | null;
  /** First day on which it counts as dead. */
  deadFrom: string | null;
  validityBasis: string;
  soldOut: boolean;
  /** On the surface asked for. */
  outcome: Outcome;
  checkedAt: string | null;
}

export const linkFilter = z
  .object({
    surface,
    outcomes: z.array(z.enum(outcomes)).optional(),
    earns: z.array(z.enum(['yes', 'no', 'unknown'])).optional(),
    owner: z.array(z.enum(['own', 'other', 'unknown'])).optional(),
    kinds: z.array(z.string().max(40)).max(60).optional(),
    endsBetween: z.object({ from: isoDay, to: isoDay }).strict().optional(),
    productId: productId.optional(),
    search: z.string().max(200).optional(),
  })
  .strict();
export type LinkFilter = z.infer<typeof linkFilter>;

export interface ClassifiedPart {
  kind: string;
  value: string;
  start: number;
  end: number;
  itemId: string | null;
  pid: string | null;
  relationId: string | null;
  certainty: 'sure' | 'maybe';
  earns: 'yes' | 'no' | 'unknown';
  owner: 'own' | 'other' | 'unknown';
  earnsReason: string;
  validDays: number | null;
  verdict: Verdict;
}

export const linkInputs = {
  'links.query': z.object({ filter: linkFilter, ...offsetLimit }).strict(),
  'links.verdicts': z.object({ linkId: rowId }).strict(),
  'links.classify': z.object({ text: z.string().max(limits.textUnits), surface, asOf: isoDay.nullable() }).strict(),
};

export interface LinkOutputs {
  'links.query': Page<LinkRow> & { revision: number };
  'links.verdicts': { link: LinkRow; verdicts: Verdict[] };
  'links.classify': ClassifiedPart[];
}
