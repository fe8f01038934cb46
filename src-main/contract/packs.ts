import { z } from 'zod';
import { nothing, rowId, surface } from './common.ts';
import { fileRef, type FileRef } from './files.ts';
import type { JobSnapshot } from './jobs.ts';
import type { SurfaceId } from './surfaces.ts';

/** Why an item is not in the pack. */
export interface RefusedItem {
  itemId: string;
  title: string;
  reasons: string[];
}

export interface PackSummary {
  id: number;
  campaignId: number | null;
  campaignName: string;
  surface: SurfaceId;
  fileName: string;
  items: number;
  exported: number;
  refused: RefusedItem[];
  overrideReason: string | null;
  manifestSha256: string;
  createdAt: string;
}

/** Result of an export job. */
export interface ExportResult extends PackSummary {
  /** Where it was written. */
  out: string;
  files: number;
}

export const posterStyles = ['clean', 'bold', 'dark'] as const;

export const packInputs = {
  /** Writes a pack as a job. Without a target it goes to the data folder and is offered as a download. */
  'packs.export': z
    .object({
      campaignId: rowId,
      surface,
      target: fileRef.nullable(),
      container: z.enum(['zip', 'folder']),
      posterStyle: z.enum(posterStyles),
      /** Written reason to include items that would be refused. */
      override: z.string().trim().min(2, '请写明理由').max(500).nullable(),
    })
    .strict(),
  'packs.list': nothing,
  'packs.file': z.object({ id: rowId }).strict(),
};

export interface PackOutputs {
  'packs.export': JobSnapshot;
  'packs.list': PackSummary[];
  /** A ref to the written pack; NOT_FOUND when it was moved or deleted since. */
  'packs.file': { ref: FileRef; name: string };
}
