import type { UserListIssue } from '#domain/compliance/user/list-rows';
import { listIssueMessages, listRowMessage } from './compliance-messages.ts';
import { fillMessage, type Locale } from './format-message.ts';

/** Why an entry of the user's lists is refused. */
export function describeEntryFault(code: UserListIssue['code'], value: string, locale: Locale): string {
  return fillMessage(listIssueMessages[code], { value }, locale);
}

/** A problem of an imported list, with its row where it has one. */
export function describeListIssue({ line, code, value }: UserListIssue, locale: Locale): string {
  const problem = describeEntryFault(code, value, locale);
  return line === 0 ? problem : fillMessage(listRowMessage, { line, problem }, locale);
}
