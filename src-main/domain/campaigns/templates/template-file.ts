import { z } from 'zod';
import type { campaignSurfaceIds, SurfaceId } from '#contract/surfaces';
import { templateLimits } from './template-engine.ts';

/** A copy template as it is shipped, imported and exported. */
export interface CopyTemplate {
  /** Shipped ones start with `builtin:`. */
  id: string;
  surface: SurfaceId;
  name: { zh: string; en: string };
  description: { zh: string; en: string };
  body: string;
}

/** Surfaces a template can be for. */
const templateSurfaces = [
  'chat_1v1',
  'group',
  'moments',
  'oa_article',
  'channels',
  'wecom',
] as const satisfies typeof campaignSurfaceIds;

export const templateFileSchemaId = 'taoke-desk/copy-templates@1';

const bothLanguages = z.object({ zh: z.string().max(200), en: z.string().max(200) }).strict();

const templateFile = z
  .object({
    schema: z.literal(templateFileSchemaId),
    surface: z.enum(templateSurfaces),
    templates: z
      .array(
        z
          .object({
            id: z.string().regex(/^[a-z0-9:_-]{1,80}$/),
            name: bothLanguages,
            description: bothLanguages,
            /** When it is not the file's. */
            surface: z.enum(templateSurfaces).optional(),
            /** One string a line. */
            body: z.array(z.string().max(templateLimits.bodyUnits)).max(templateLimits.bodyUnits),
          })
          .strict(),
      )
      .min(1)
      .max(templateLimits.perFile),
  })
  .strict();

export type TemplateFileResult = { ok: true; templates: CopyTemplate[] } | { ok: false; detail: string };

/** Reads the text of a template file (shipped, or from somebody else). Bodies are not compiled here. */
export function readTemplateFile(text: string): TemplateFileResult {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
  const read = templateFile.safeParse(data);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { ok: false, detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
  }
  const { surface, templates } = read.data;
  return {
    ok: true,
    templates: templates.map((template) => ({
      ...template,
      surface: template.surface ?? surface,
      body: template.body.join('\n'),
    })),
  };
}

/** The text of a template file; readTemplateFile gives the templates back. At least one. */
export function writeTemplateFile(templates: readonly CopyTemplate[]): string {
  const surface = templates[0]?.surface;
  const data = {
    schema: templateFileSchemaId,
    surface,
    templates: templates.map((template) => ({
      id: template.id,
      name: template.name,
      description: template.description,
      ...(template.surface === surface ? {} : { surface: template.surface }),
      body: template.body.split('\n'),
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
