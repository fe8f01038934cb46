import { z } from 'zod';
import { productId, surface } from './common.ts';
import { limits } from './limits.ts';
import type { JobSnapshot } from './jobs.ts';
import type { Outcome, SurfaceId } from './surfaces.ts';

/** A stretch of the pasted text; offsets are UTF-16 units. `text.slice(start, end) === value`. */
export interface PastePart {
  value: string;
  start: number;
  end: number;
}

export interface PasteLink extends PastePart {
  kind: string;
  itemId: string | null;
  pid: string | null;
  relationId: string | null;
  /** `maybe`: the form also occurs in ordinary text. */
  certainty: 'sure' | 'maybe';
  earns: 'yes' | 'no' | 'unknown';
  owner: 'own' | 'other' | 'unknown';
  earnsReason: string;
  validDays: number | null;
  /** On the surface asked for. */
  outcome: Outcome;
  /** The same link in the catalog; null when it is new. */
  knownLinkId: number | null;
  /** Worth keeping: surely a link, and not somebody else's commission. */
  suggested: boolean;
}

export interface PastePrice extends PastePart {
  role: 'list' | 'sale' | 'final' | 'plain';
  fen: number;
}

export interface PasteCoupon extends PastePart {
  faceFen: number;
  /** 0 = no threshold; null = not said. */
  thresholdFen: number | null;
}

/** By what a product of the text was found in the catalog. */
export type PasteMatchBy = 'item-id' | 'link' | 'followed' | 'title';

export interface PasteMatch {
  productId: string;
  title: string;
  by: PasteMatchBy;
}

/** One product of the text. Numbers in lists are indexes into the parts of the reading. */
export interface PasteProduct {
  /** The product in the catalog; null: it would become a draft. */
  match: PasteMatch | null;
  itemId: string | null;
  title: string | null;
  priceFen: number | null;
  finalPriceFen: number | null;
  coupon: { faceFen: number; thresholdFen: number | null } | null;
  /** Day of the chat message it stands in, YYYY-MM-DD. */
  sentOn: string | null;
  start: number;
  end: number;
  links: number[];
  prices: number[];
  coupons: number[];
  words: number[];
  suggested: boolean;
}

/** A pasted text taken apart. No two parts overlap. */
export interface PasteReading {
  surface: SurfaceId;
  products: PasteProduct[];
  links: PasteLink[];
  prices: PastePrice[];
  coupons: PasteCoupon[];
  words: PastePart[];
}

/** What the user decided about one product of the text. */
export const pasteChoice = z
  .object({
    /** Index of the product in the reading of the same text. */
    product: z.int().min(0),
    links: z.array(z.int().min(0)).max(limits.idsPerCall),
    /** The product of the catalog it belongs to; null: a draft. */
    into: productId.nullable(),
    /** Name of the draft. */
    title: z.string().trim().max(limits.nameUnits).nullable(),
    /** Keep the words around it as the draft's 推荐语. */
    words: z.boolean(),
  })
  .strict();
export type PasteChoice = z.infer<typeof pasteChoice>;

const text = z.string().max(limits.pasteUnits);

/** The user says that the links of the text were made by their own account; a pid that says otherwise is believed. */
const own = z.boolean();

/** Result of the job `paste`. */
export interface PasteKept {
  /** Import to undo; null when there was nothing to keep. */
  batchId: number | null;
  productIds: string[];
  created: number;
  /** Links that were not in the catalog. */
  linksAdded: number;
}

export const pasteInputs = {
  'paste.read': z.object({ text, surface, own }).strict(),
  'paste.keep': z.object({ text, own, choices: z.array(pasteChoice).min(1).max(limits.idsPerCall) }).strict(),
};

export interface PasteOutputs {
  'paste.read': PasteReading;
  'paste.keep': JobSnapshot;
}
