import type { Settings } from '#contract/settings';
import type { OwnIdentity } from './derive-links.ts';

type IdentitySettings = Pick<Settings, 'ownPids' | 'ownRelationIds' | 'ownFiles'>;

/** Whose links count as the user's own, as the settings say. */
export function ownIdentity({ ownPids, ownRelationIds, ownFiles }: IdentitySettings): OwnIdentity {
  return { ownPids: ownPids.map(({ pid }) => pid), ownRelationIds, ownFiles };
}

/** Whether links may have to be told apart anew. Names do not matter, nor does the order. */
export function changesIdentity(before: IdentitySettings, after: IdentitySettings): boolean {
  const key = (settings: IdentitySettings): string => {
    const { ownPids, ownRelationIds, ownFiles } = ownIdentity(settings);
    return JSON.stringify([[...ownPids].sort(), [...ownRelationIds].sort(), ownFiles]);
  };
  return key(before) !== key(after);
}
