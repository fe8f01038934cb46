import { z } from 'zod';
import { catalogFilter, catalogSort } from './catalog.ts';
import { catalogColumnKeys } from './catalog-choices.ts';
import { isoDay, nothing, surface } from './common.ts';

export const pidPattern = /^mm_\d{1,12}_\d{1,12}_\d{1,14}$/;

/** A way of looking at the catalog that the user wants to come back to. */
export const savedView = z
  .object({ name: z.string().min(1).max(60), filter: catalogFilter, sort: catalogSort })
  .strict();
export type SavedView = z.infer<typeof savedView>;

export const mostSavedViews = 50;

/** How requests leave this computer. */
export const proxySetting = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('none') }).strict(),
  z.object({ mode: z.literal('system') }).strict(),
  z.object({ mode: z.literal('manual'), url: z.string().max(500) }).strict(),
]);

export const settingsShape = z
  .object({
    language: z.enum(['zh-CN', 'en']),
    theme: z.enum(['system', 'light', 'dark']),
    /** How much room rows and controls take. */
    density: z.enum(['comfortable', 'compact']),
    /** 按此日期判断; null = today. */
    asOf: isoDay.nullable(),
    /** The surface the app opens on. */
    surface,
    /** 自己的 pid; whose commission a link carries is judged against these. */
    ownPids: z
      .array(z.object({ pid: z.string().regex(pidPattern, 'pid 应形如 mm_1_2_3'), name: z.string().max(60) }).strict())
      .max(200),
    /** 自己的渠道关系 id (relation_id). */
    ownRelationIds: z.array(z.string().regex(/^\d{3,14}$/, 'relation_id 应为 3–14 位数字')).max(200),
    /** The product files that are imported were exported by the user's own account. */
    ownFiles: z.boolean(),
    proxy: proxySetting,
    /** 【广告】 mark on purchase-linked copy (《互联网广告管理办法》第九条); on by default. */
    adMark: z.boolean(),
    /** Looks for links in the clipboard's text whenever the window comes to the front; off by default. */
    watchClipboard: z.boolean(),
    /** Columns of the catalog, in the user's order. */
    catalogColumns: z.array(z.enum(catalogColumnKeys)).max(catalogColumnKeys.length),
    catalogViews: z.array(savedView).max(mostSavedViews),
    /** The tour of the first start was finished or skipped. */
    tourSeen: z.boolean(),
  })
  .strict();

export type Settings = z.infer<typeof settingsShape>;

export const settingsInputs = {
  'settings.get': nothing,
  'settings.update': settingsShape.partial(),
};

export interface SettingsOutputs {
  'settings.get': Settings;
  'settings.update': Settings;
}
