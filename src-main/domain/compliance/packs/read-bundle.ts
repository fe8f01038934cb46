import type { PackIssue } from './pack-issue.ts';
import type { CompliancePack } from './pack-types.ts';
import { largestPack, readPack } from './read-pack.ts';

const mostPacks = 20;

export type BundleResult = { ok: true; packs: CompliancePack[] } | { ok: false; issues: PackIssue[] };

/** Reads a file of the user's: one pack, or several that belong together as `{"packs": […]}`. */
export function readBundleText(source: string): BundleResult {
  if (source.length > largestPack)
    return { ok: false, issues: [{ code: 'too-large', where: '', detail: String(source.length) }] };
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return { ok: false, issues: [{ code: 'not-json', where: '', detail: detail.slice(0, 100) }] };
  }
  const isBundle = typeof value === 'object' && value !== null && Object.hasOwn(value, 'packs');
  const listed: unknown = isBundle ? Reflect.get(value as object, 'packs') : [value];
  if (!Array.isArray(listed) || listed.length === 0)
    return { ok: false, issues: [{ code: 'type', where: 'packs', detail: typeof listed }] };
  if (listed.length > mostPacks)
    return { ok: false, issues: [{ code: 'too-large', where: 'packs', detail: String(listed.length) }] };
  const readings = listed.map(readPack);
  const issues = readings.flatMap((reading) => (reading.ok ? [] : reading.issues));
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, packs: readings.flatMap((reading) => (reading.ok ? [reading.pack] : [])) };
}
