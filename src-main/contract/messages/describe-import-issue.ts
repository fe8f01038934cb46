import { fillMessage, type Locale, type MessageParams } from './format-message.ts';
import { importAdvice } from './import-advice.ts';
import { type ImportIssueCode, importMessages } from './import-messages.ts';

/** What happened and what to do, as shown for one issue. `params` are the issue's own plus `column` and `value`. */
export function describeImportIssue(
  code: ImportIssueCode,
  params: MessageParams,
  locale: Locale,
): { message: string; advice: string } {
  return {
    message: fillMessage(importMessages[code], params, locale),
    advice: fillMessage(importAdvice[code], params, locale),
  };
}
