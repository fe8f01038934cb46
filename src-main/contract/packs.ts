import { z } from 'zod';
import type { CopyHint } from '#domain/copy-pack/copy-hints';
import type { ItemChange } from '#domain/copy-pack/item-changes';
import type { RefusalReason } from '#domain/copy-pack/pack-input';
import { nothing, offsetLimit, type Page, productId, rowId, surface } from './common.ts';
import { limits } from './limits.ts';
import { fileRef, type FileRef } from './files.ts';
import type { JobSnapshot } from './jobs.ts';
import type { Outcome, SurfaceId } from './surfaces.ts';

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

/** Who set a posted mark: the app, the phone page, or the pack's own page. */
export const markOrigins = ['app', 'phone', 'page'] as const;
export type MarkOrigin = (typeof markOrigins)[number];

/** Where a pack stands now. */
export interface PackState {
  id: number;
  /** `gone`: not where it was written, moved or deleted since. */
  file: 'there' | 'gone';
  /** Items that should not be posted as they are, and items about which something else changed. */
  stop: number;
  note: number;
}

/** An item of a pack as it was exported, with what has changed since. */
export interface PackItem {
  number: number;
  productId: string;
  title: string;
  text: string;
  /** To be sent alone; null when there is none or it must not be posted there. */
  link: string | null;
  outcomeAtExport: Outcome | null;
  /** Null when the catalog no longer holds the link. */
  outcomeNow: Outcome | null;
  override: string | null;
  pictures: ('poster' | 'product')[];
  postedAt: string | null;
  postedFrom: MarkOrigin | null;
  changes: ItemChange[];
}

/** Result of an `open-pack` job. */
export interface OpenedPack {
  id: number;
  /** Written by another installation and not known here before. */
  isNew: boolean;
  /** Files that are not there any more, and files that were put in since; both harmless. */
  missing: number;
  added: number;
}

/** Result of an export job. */
export interface ExportResult extends PackSummary {
  files: number;
  bytes: number;
  /** Items with a product picture that could not be had. */
  withoutPicture: number;
  posterGaps: PosterGaps;
}

/** Posters whose title or shop lacks characters, because the font has none; a few of them. */
export interface PosterGaps {
  items: number;
  characters: string[];
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
  posterGaps: PosterGaps;
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
  'packs.get': z.object({ id: rowId }).strict(),
  'packs.states': z.object({ ids: z.array(rowId).max(50) }).strict(),
  'packs.items': z.object({ id: rowId, ...offsetLimit }).strict(),
  /** A picture of an item, as it lies in the pack. */
  'packs.picture': z.object({ id: rowId, number: z.int().min(1), index: z.int().min(0).max(100) }).strict(),
  'packs.mark': z
    .object({ id: rowId, numbers: z.array(z.int().min(1)).min(1).max(limits.idsPerCall), posted: z.boolean() })
    .strict(),
  /** Takes over marks that were set on a pack's own page; `text` is whatever the user pasted. */
  'packs.takeMarks': z.object({ text: z.string().max(limits.textUnits) }).strict(),
  /** Opens a pack from disk as a job: checked file by file, then found or added in the list. */
  'packs.open': z.object({ file: fileRef }).strict(),
  /** Takes a pack off the list; its file is left alone. */
  'packs.forget': z.object({ id: rowId }).strict(),
};

export interface PackOutputs {
  'packs.preview': ExportPreview;
  /** JPEG as base64. */
  'packs.poster': { jpeg: string; hasPicture: boolean };
  'packs.export': JobSnapshot;
  'packs.list': PackSummary[];
  /** A ref to the written pack; NOT_FOUND when it was moved or deleted since. */
  'packs.file': { ref: FileRef; name: string };
  'packs.get': PackSummary;
  /** In the order asked for; unknown ids are left out. */
  'packs.states': PackState[];
  'packs.items': Page<PackItem>;
  /** JPEG as base64. NOT_FOUND when the file is gone, FILE_UNREADABLE when it is not the one that was exported. */
  'packs.picture': { jpeg: string };
  'packs.mark': null;
  'packs.takeMarks': { id: number; marked: number; already: number };
  'packs.open': JobSnapshot;
  'packs.forget': null;
}
