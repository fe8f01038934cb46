import { z } from 'zod';
import { isoDay, limits, offsetLimit, type Page, productId, rowId, surface } from './common.ts';
import { type Outcome, outcomes } from './surfaces.ts';

/** One piece of evidence behind a verdict, in order of weight. */
export interface BasisRow {
  type: 'policy' | 'probe' | 'device' | 'lifecycle';
  id: string;
  outcome: Outcome;
  confidence: 'high' | 'medium' | 'low' | null;
  source: string[];
  note: string;
  /** Day of the evidence, when known. */
  date: string | null;
  /** Whether this is what the verdict rests on. */
  decisive: boolean;
}

export interface SurfaceVerdict {
  surface: string;
  outcome: Outcome;
  basis: BasisRow[];
  caveats: string[];
}

export interface LinkRow {
  id: number;
  productId: string | null;
  productTitle: string | null;
  kind: string;
  value: string;
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
  verdict: SurfaceVerdict;
}

export const linkInputs = {
  'links.query': z.object({ filter: linkFilter, ...offsetLimit }).strict(),
  'links.verdicts': z.object({ linkId: rowId }).strict(),
  'links.classify': z
    .object({ text: z.string().max(limits.textUnits), surface, asOf: isoDay.nullable() })
    .strict(),
};

export interface LinkOutputs {
  'links.query': Page<LinkRow> & { revision: number };
  'links.verdicts': { link: LinkRow; verdicts: SurfaceVerdict[] };
  'links.classify': ClassifiedPart[];
}
