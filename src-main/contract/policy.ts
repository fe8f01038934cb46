import { z } from 'zod';
import type { PackChange } from '#domain/openability/diff-packs';
import type { ImpactCount } from '#domain/openability/impact';
import type { Bilingual } from '#domain/openability/pack-shape';
import type { PackProblem } from '#domain/openability/shape';
import { isoDay, nothing } from './common.ts';
import { fileRef } from './files.ts';
import type { JobSnapshot } from './jobs.ts';
import type { Outcome, SurfaceId } from './surfaces.ts';

const packId = z.string().min(1).max(100);

/** A pack by its id, or one in a file that is not loaded (yet). */
const packChoice = z.union([z.object({ id: packId }).strict(), z.object({ ref: fileRef }).strict()]);
export type PackChoice = z.infer<typeof packChoice>;

export interface PolicyPackInfo {
  id: string;
  title: Bilingual;
  description: Bilingual;
  /** Day its facts were gathered, YYYY-MM-DD. */
  asOf: string;
  rows: number;
  origin: 'built-in' | 'file';
  active: boolean;
  /** False when this version of the program can no longer read it; the built-in pack stands in. */
  usable: boolean;
  /** Null for the built-in one. */
  loadedAt: string | null;
}

/** What is in a pack file, before anything is stored. */
export type PackReport =
  | {
      ok: true;
      pack: PolicyPackInfo;
      /** `loaded`: the same pack is there already; `id-taken`: another one has its id, so it cannot be loaded. */
      standing: 'new' | 'loaded' | 'id-taken';
      warnings: PackProblem[];
      /** Against the pack in use. */
      changes: PackChange[];
    }
  | { ok: false; problems: PackProblem[] };

/** One link whose verdict changes. */
export interface ImpactedLink {
  linkId: number;
  kind: string;
  value: string;
  productTitle: string | null;
  surface: SurfaceId;
  from: Outcome;
  to: Outcome;
}

/** What changes for the links one campaign would post on one surface. */
export interface ImpactedCampaign {
  id: number;
  name: string;
  surface: SurfaceId;
  items: number;
  changes: { from: Outcome; to: Outcome; items: number }[];
}

/** Result of an `impact` job. Nothing was applied. */
export interface PolicyImpact {
  before: { packId: string; asOf: string };
  after: { packId: string; asOf: string };
  /** Links × surfaces compared, how many of those change, and how many links change somewhere. */
  compared: number;
  changed: number;
  linksChanged: number;
  counts: ImpactCount[];
  links: ImpactedLink[];
  campaigns: ImpactedCampaign[];
}

export const policyInputs = {
  'policy.list': nothing,
  'policy.check': z.object({ ref: fileRef }).strict(),
  /** Stores a pack beside the others; it is not in use until `policy.use`. */
  'policy.load': z.object({ ref: fileRef }).strict(),
  'policy.use': z.object({ id: packId }).strict(),
  'policy.remove': z.object({ id: packId }).strict(),
  'policy.diff': z.object({ before: packChoice.nullable(), after: packChoice }).strict(),
  /** Another pack, another day, or both; null = as it is now. `today` = back to the present day. */
  'policy.impact': z
    .object({ pack: packChoice.nullable(), asOf: z.union([isoDay, z.literal('today')]).nullable() })
    .strict(),
};

export interface PolicyOutputs {
  'policy.list': PolicyPackInfo[];
  'policy.check': PackReport;
  'policy.load': PolicyPackInfo;
  'policy.use': PolicyPackInfo[];
  'policy.remove': PolicyPackInfo[];
  'policy.diff': { before: PolicyPackInfo; after: PolicyPackInfo; changes: PackChange[] };
  'policy.impact': JobSnapshot;
}
