import { z } from 'zod';
import type { CopyHint } from '#domain/copy-pack/copy-hints';
import type { RefusalReason } from '#domain/copy-pack/pack-input';
import { limits, nothing, productId, rowId, surface } from './common.ts';
import { fileRef, type FileRef } from './files.ts';
import type { JobSnapshot } from './jobs.ts';
import type { SurfaceId } from './surfaces.ts';

/** Why an item is not in the pack; the sentences are packMessages.refusals. */
export interface RefusedItem {
  productId: string;
  itemId: string;
  title: string;
  reasons: RefusalReason[];
  /** Whether a written reason could let it through. */
  canOverride: boolean;
}

/** An item that is in the pack because of a written reason. */
export interface OverriddenItem {
  productId: string;
  title: string;
  reason: string;
  /** What spoke against it. */
  against: RefusalReason[];
}

export interface PackSummary {
  id: number;
  /** `opened`: written by another installation and opened here. */
  origin: 'exported' | 'opened';
  campaignId: number | null;
  campaignName: string;
  surface: SurfaceId;
  fileName: string;
  /** Where it lies, for the user to read; no method takes it. */
  path: string;
  container: 'zip' | 'folder';
  /** Items of the campaign, and how many of them are in the pack. */
  items: number;
  exported: number;
  posted: number;
  refused: RefusedItem[];
  overridden: OverriddenItem[];
  manifestSha256: string;
  createdAt: string;
}

/** Result of an export job. */
export interface ExportResult extends PackSummary {
  files: number;
  bytes: number;
  /** Items with a product picture that could not be had. */
  withoutPicture: number;
}

/** What an export would do, before it is started. */
export interface ExportPreview {
  campaignName: string;
  items: number;
  /** Items that would be in the pack as things stand. */
  ready: number;
  refused: RefusedItem[];
  /** How many items have which hint. */
  hints: { code: CopyHint['code']; items: number }[];
  /** For the poster's preview: the first item that would be exported. */
  sample: { productId: string; title: string } | null;
  /** A name for the file, without its ending. */
  suggestedName: string;
}

export const posterStyles = ['clean', 'bold', 'dark'] as const;
/** `portrait` is 1080×1440, `square` 1080×1080 pixels. */
export const posterFormats = ['portrait', 'square'] as const;

const poster = z.object({ style: z.enum(posterStyles), format: z.enum(posterFormats) }).strict();

/** Which pictures a pack holds. */
export const packImageOptions = z
  .object({
    /** Null: no posters. */
    poster: poster.nullable(),
    productImages: z.boolean(),
    /** Crop product images to 1:1. */
    square: z.boolean(),
  })
  .strict();
export type PackImageOptions = z.infer<typeof packImageOptions>;

const override = z
  .object({
    reason: z.string().trim().min(2, '请写明理由').max(500),
    /** Items it is meant for; null = every item that would be refused. */
    productIds: z.array(productId).max(limits.idsPerCall).nullable(),
  })
  .strict();
export type ExportOverride = z.infer<typeof override>;

export const packInputs = {
  'packs.preview': z.object({ campaignId: rowId, surface }).strict(),
  /** The poster of one item of a campaign, in the size of a screen. Takes the product's picture from the cache or network. */
  'packs.poster': z.object({ campaignId: rowId, surface, productId, poster }).strict(),
  /** Writes a pack as a job. Without a target it goes to the data folder and is offered as a download. */
  'packs.export': z
    .object({
      campaignId: rowId,
      surface,
      target: fileRef.nullable(),
      container: z.enum(['zip', 'folder']),
      images: packImageOptions,
      override: override.nullable(),
    })
    .strict(),
  'packs.list': nothing,
  'packs.file': z.object({ id: rowId }).strict(),
};

export interface PackOutputs {
  'packs.preview': ExportPreview;
  /** JPEG as base64. */
  'packs.poster': { jpeg: string; hasPicture: boolean };
  'packs.export': JobSnapshot;
  'packs.list': PackSummary[];
  /** A ref to the written pack; NOT_FOUND when it was moved or deleted since. */
  'packs.file': { ref: FileRef; name: string };
}
