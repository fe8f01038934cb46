import type { Settings } from '#contract/settings';
import type { OwnIdentity } from './derive-links.ts';

/** Whose links count as the user's own, as the settings say. */
export function ownIdentity(settings: Pick<Settings, 'ownPids' | 'ownRelationIds'>): OwnIdentity {
  return { ownPids: settings.ownPids.map(({ pid }) => pid), ownRelationIds: settings.ownRelationIds };
}
