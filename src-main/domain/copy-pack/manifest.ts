import { z } from 'zod';
import { linkKindIds } from '../links/link-kinds.ts';
import { outcomes } from '../openability/outcomes.ts';
import type { RefusalReason } from './pack-input.ts';
import { packKey, packKeyShape } from './pack-key.ts';
import { packLimits } from './pack-limits.ts';
import type { ImageOutcome } from './pages/index-page.ts';
import type { PackPlan, PlannedItem } from './plan-pack.ts';

export const manifestSchemaId = 'taoke-desk/copy-pack@1';
const manifestName = 'manifest.json';
const schemaFamily = /^taoke-desk\/copy-pack@(\d{1,6})$/;

/** A file of the pack as it was written. */
export interface WrittenFile {
  path: string;
  bytes: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

/** Paths inside a pack: relative, `/` between names, nothing that climbs, hides or means a device. */
export function isPackPath(path: string): boolean {
  const names = path.split('/');
  return (
    path.length <= 240 &&
    names.length <= 3 &&
    // oxlint-disable-next-line no-control-regex -- exactly what must not be in a path
    names.every((name) => name !== '' && !/^\.{1,2}$|[\\:\u0000-\u001f<>"|?*]|[. ]$/.test(name))
  );
}

const packPath = z.string().refine(isPackPath, 'path');
const shortText = z.string().max(2_000);
const reason = z
  .object({
    code: z.string().max(60),
    params: z.record(z.string().max(40), z.union([shortText, z.number(), z.array(shortText).max(100).readonly()])),
  })
  .strict();

const fen = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

const manifestItem = z
  .object({
    number: z.int().min(1).max(1_000_000),
    productId: z.string().min(1).max(120),
    itemId: z.string().max(120),
    title: shortText,
    folder: packPath,
    text: packPath,
    /** File with the link alone. */
    linkFile: packPath.nullable(),
    images: z.array(z.object({ path: packPath, role: z.enum(['poster', 'product']) }).strict()).max(100),
    missingImages: z.array(z.object({ path: packPath, reason: z.string().max(200) }).strict()).max(100),
    link: z
      .object({ kind: z.enum(linkKindIds), value: z.string().max(5_000) })
      .strict()
      .nullable(),
    /** What the poster's QR code holds. */
    qrUrl: z.string().max(5_000).nullable(),
    outcome: z.enum(outcomes).nullable(),
    /** Prices the copy was written with, 分. */
    priceFen: fen.nullable(),
    finalPriceFen: fen.nullable(),
    couponEndsOn: z.iso.date().nullable(),
    decision: z.enum(['block', 'warn', 'ok']),
    override: z
      .object({ reason: z.string().max(5_000), against: z.array(reason).max(50) })
      .strict()
      .nullable(),
  })
  .strict();

const manifestShape = z
  .object({
    schema: z.literal(manifestSchemaId),
    app: z.object({ name: z.literal('Taoke Desk'), version: z.string().max(60) }).strict(),
    /** Names this export; the pack's own page keeps its marks under it. */
    key: z.string().regex(packKeyShape),
    campaign: z.object({ id: z.int().nullable(), name: shortText }).strict(),
    surface: z.string().regex(/^[a-z0-9_]{1,40}$/),
    templateId: z.string().max(200).nullable(),
    exportedAt: z.iso.datetime({ offset: true }),
    asOf: z.iso.date(),
    rulePacks: z
      .array(z.object({ kind: z.string().max(40), id: z.string().max(200), version: z.string().max(200) }).strict())
      .max(100),
    items: z.array(manifestItem).max(packLimits.items),
    refused: z
      .array(
        z
          .object({
            productId: z.string().max(120),
            itemId: z.string().max(120),
            title: shortText,
            reasons: z.array(reason).max(50),
          })
          .strict(),
      )
      .max(100_000),
    files: z
      .array(
        z
          .object({
            path: packPath,
            bytes: z
              .int()
              .min(0)
              .max(2 ** 32),
            sha256: z.string().regex(/^[0-9a-f]{64}$/),
          })
          .strict(),
      )
      .max(packLimits.items * 20),
  })
  .strict();

export type PackManifest = z.infer<typeof manifestShape>;

/**
 * The text of manifest.json: every other file with its size and SHA-256, what each item is, and what was refused.
 * Byte for byte the same for the same pack.
 */
export function writeManifest(
  plan: PackPlan,
  images: ReadonlyMap<string, ImageOutcome>,
  files: readonly WrittenFile[],
): string {
  const { campaign, surface, templateId, exportedAt, asOf, rulePacks, appVersion } = plan.input;
  const manifest: PackManifest = {
    schema: manifestSchemaId,
    app: { name: 'Taoke Desk', version: appVersion },
    key: packKey(plan),
    campaign: { id: campaign.id, name: campaign.name.slice(0, 2_000) },
    surface,
    templateId,
    exportedAt,
    asOf,
    rulePacks: rulePacks.map(({ kind, id, version }) => ({ kind, id, version })),
    items: plan.items.map((item) => describeItem(item, images)),
    refused: plan.refused.map(({ productId, itemId, title, reasons }) => ({
      productId,
      itemId,
      title: title.slice(0, 2_000),
      reasons: reasons.map(plainReason),
    })),
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const plainReason = ({ code, params }: RefusalReason): z.infer<typeof reason> => ({
  code,
  params: Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 2_000) : value]),
  ),
});

function describeItem(item: PlannedItem, images: ReadonlyMap<string, ImageOutcome>): PackManifest['items'][number] {
  const { source, override, overridden } = item;
  const severities = new Set(source.findings.map(({ severity }) => severity));
  const missing = item.images.map(({ path }) => images.get(path)).filter((outcome) => outcome?.made === false);
  return {
    number: item.number,
    productId: source.productId,
    itemId: source.itemId,
    title: source.facts.title.slice(0, 2_000),
    folder: item.folder,
    text: item.textPath,
    linkFile: item.linkPath,
    images: item.images.filter(({ path }) => images.get(path)?.made).map(({ path, kind }) => ({ path, role: kind })),
    missingImages: missing.map((outcome) => ({
      path: outcome?.path ?? '',
      reason: (outcome?.reason ?? 'failed').slice(0, 200),
    })),
    link: source.link && { kind: source.link.kind, value: source.link.value.slice(0, 5_000) },
    qrUrl: item.images.find((job) => job.kind === 'poster')?.spec.qrUrl ?? null,
    outcome: item.outcome,
    priceFen: source.facts.priceFen,
    finalPriceFen: source.facts.finalPriceFen,
    couponEndsOn: source.facts.coupon?.endsOn ?? null,
    decision: severities.has('block') ? 'block' : severities.has('warn') ? 'warn' : 'ok',
    override:
      override === null
        ? null
        : {
            reason: override.slice(0, 5_000),
            against: overridden.map(plainReason),
          },
  };
}

export type ManifestResult =
  | { ok: true; manifest: PackManifest }
  | { ok: false; reason: 'not-a-pack' | 'pack-from-future' | 'pack-hostile'; detail: string };

/**
 * Reads a manifest that may come from anybody. Refuses unknown fields, paths that leave the pack, two entries for one
 * path, and entries that name files the list does not hold; nothing of a refused manifest is used.
 */
export function readManifest(text: string): ManifestResult {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, reason: 'not-a-pack', detail: 'JSON' };
  }
  const schema = (data as { schema?: unknown } | null)?.schema;
  const version = typeof schema === 'string' ? schemaFamily.exec(schema) : null;
  if (!version) return { ok: false, reason: 'not-a-pack', detail: 'schema' };
  if (schema !== manifestSchemaId) return { ok: false, reason: 'pack-from-future', detail: String(version[1]) };
  const read = manifestShape.safeParse(data);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { ok: false, reason: 'pack-hostile', detail: issue?.path.slice(0, 4).join('.') ?? 'schema' };
  }
  const contradiction = findContradiction(read.data);
  return contradiction === null
    ? { ok: true, manifest: read.data }
    : { ok: false, reason: 'pack-hostile', detail: contradiction };
}

function findContradiction({ files, items }: PackManifest): string | null {
  const listed = new Set(files.map(({ path }) => path));
  if (new Set([...listed].map((path) => path.toLowerCase())).size !== files.length) return 'files';
  if (listed.has(manifestName)) return manifestName;
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > packLimits.packBytes) return 'bytes';
  const numbers = new Set(items.map(({ number }) => number));
  if (numbers.size !== items.length) return 'items';
  const named = items.flatMap(({ text, linkFile, images }) => [
    text,
    ...(linkFile === null ? [] : [linkFile]),
    ...images.map(({ path }) => path),
  ]);
  return named.find((path) => !listed.has(path)) ?? null;
}
