import { z } from 'zod';
import type { MappingFile } from '#domain/import/mapping-file';
import { nothing, rowId } from './common.ts';

/** What the columns of tables with these headers mean, as the user settled it. */
export interface SavedMapping {
  id: number;
  headers: string[];
  mapping: MappingFile;
  updatedAt: string;
}

export const savedMappingInputs = {
  'mappings.list': nothing,
  /** The mapping is checked for its meaning by domain/import/mapping-file. */
  'mappings.update': z.object({ id: rowId, mapping: z.record(z.string().max(60), z.unknown()) }).strict(),
  'mappings.remove': z.object({ id: rowId }).strict(),
};

export interface SavedMappingOutputs {
  /** Newest first. */
  'mappings.list': SavedMapping[];
  'mappings.update': SavedMapping[];
  'mappings.remove': SavedMapping[];
}
