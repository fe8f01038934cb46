import { z } from 'zod';
import type { Finding } from '#domain/compliance/finding';
import { templateId } from './campaigns.ts';
import { name, nothing, surface } from './common.ts';
import type { FileRef } from './files.ts';
import type { SurfaceId } from './surfaces.ts';

const body = z.string().max(20_000);

export const templateInputs = {
  'templates.list': nothing,
  'templates.save': z.object({ id: templateId.nullable(), name, surface, body: body.min(1) }).strict(),
  'templates.delete': z.object({ id: templateId }).strict(),
  /** Writes a file with some templates, to be kept or given to others. */
  'templates.export': z.object({ ids: z.array(templateId).min(1).max(500) }).strict(),
  /** Takes over the templates of such a file; `text` is all of it. */
  'templates.import': z.object({ text: z.string().max(4_000_000) }).strict(),
  'templates.preview': z.object({ body, surface, productId: z.string().max(80).nullable() }).strict(),
};

export interface CopyTemplate {
  id: string;
  name: string;
  description: string;
  surface: SurfaceId;
  body: string;
  builtIn: boolean;
}

export interface TemplateProblem {
  /** `error`: it cannot be used; `warning`: it can, but the copy may not be what was meant. */
  severity: 'error' | 'warning';
  /** From 1; null when the template as a whole is meant. */
  line: number | null;
  message: string;
}

/** What became of the templates of a file. */
export interface ImportedTemplates {
  added: CopyTemplate[];
  /** Here word for word before. */
  already: number;
  refused: { name: string; reasons: string[] }[];
}

export interface TemplateOutputs {
  'templates.list': CopyTemplate[];
  'templates.save': CopyTemplate;
  'templates.delete': null;
  'templates.export': { ref: FileRef; name: string };
  'templates.import': ImportedTemplates;
  'templates.preview': { text: string; problems: TemplateProblem[]; findings: Finding[] };
}
