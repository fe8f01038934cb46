import type { SurfaceId } from '#contract/surfaces';
import { linkForm } from '../links/link-kinds.ts';
import type { PackLink } from './pack-input.ts';

/**
 * The link of a copy as it may be posted or sent by itself on a surface; null where there is none, or where it would be
 * hidden (a 口令 on Moments).
 */
export function postableLink(link: PackLink | null, surface: SurfaceId): string | null {
  const value = link?.value.trim() ?? '';
  if (!link || value === '') return null;
  return surface === 'moments' && linkForm(link.kind) === 'token' ? null : value;
}
