import type { PackIssue } from '#domain/compliance/packs/pack-issue';
import { packFileName, packIssueMessages } from './compliance-messages.ts';
import { fillMessage, type Locale } from './format-message.ts';

/** Why a compliance pack is refused, in one sentence. */
export function describePackIssue({ code, where, detail }: PackIssue, locale: Locale): string {
  const place = where === '' ? fillMessage(packFileName, {}, locale) : where;
  return fillMessage(packIssueMessages[code], { where: place, detail }, locale);
}
