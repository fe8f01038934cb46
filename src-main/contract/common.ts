import { z } from 'zod';
import { limits } from './limits.ts';
import { surfaceIds } from './surfaces.ts';

export const offsetLimit = { offset: z.int().min(0).max(10_000_000), limit: z.int().min(1).max(limits.pageRows) };

/** `YYYY-MM-DD`, a day in Asia/Shanghai. */
export const isoDay = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期应为 YYYY-MM-DD');

export const surface = z.enum(surfaceIds);

/** Public id of a product: `<market>:<item key>`. Stable across undo and re-import. */
export const productId = z.string().regex(/^(taobao|jd|pdd|douyin):[0-9A-Za-z_-]{1,64}$/, '商品编号无效');

export const rowId = z.int().min(1);
export const name = z.string().trim().min(1).max(limits.nameUnits);
export const nothing = z.object({}).strict();

export interface Page<Row> {
  /** Null while the exact count is still being made. */
  total: number | null;
  items: Row[];
}
