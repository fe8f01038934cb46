import { z } from 'zod';
import type { Finding } from '#domain/compliance/finding';
import { templateId } from './campaigns.ts';
import { name, nothing, surface } from './common.ts';
import type { SurfaceId } from './surfaces.ts';

const body = z.string().max(20_000);

export const templateInputs = {
  'templates.list': nothing,
  'templates.save': z.object({ id: templateId.nullable(), name, surface, body: body.min(1) }).strict(),
  'templates.delete': z.object({ id: templateId }).strict(),
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
  line: number;
  message: string;
}

export interface TemplateOutputs {
  'templates.list': CopyTemplate[];
  'templates.save': CopyTemplate;
  'templates.delete': null;
  'templates.preview': { text: string; problems: TemplateProblem[]; findings: Finding[] };
}
