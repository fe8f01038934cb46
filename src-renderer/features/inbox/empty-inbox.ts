import type { TextKey } from '../../i18n/catalogue.ts';
import type { InboxView } from './inbox-view.ts';

/**
 * What an inbox that lists nothing says: that there is nothing only where everything was looked at.
 * @param unscanned products within the filter whose own texts were not judged yet
 */
export function emptyInbox(
  { filter, snoozed }: InboxView,
  unscanned: number,
): { title: TextKey; text: TextKey | null } {
  if (unscanned > 0 && !snoozed) return { title: 'inbox.empty.soFar', text: 'inbox.unscanned' };
  if (Object.keys(filter).length > 0) return { title: 'inbox.empty.filtered', text: null };
  if (snoozed) return { title: 'inbox.empty.snoozed', text: null };
  return { title: 'inbox.empty.title', text: 'inbox.empty.text' };
}
