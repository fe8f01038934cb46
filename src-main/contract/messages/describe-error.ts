import type { ErrorCode } from '../errors.ts';
import { campaignFailures } from './campaign-messages.ts';
import { errorMessages } from './error-messages.ts';
import { fillMessage, type Locale, type MessageParams } from './format-message.ts';
import { importFileMessages } from './import-file-messages.ts';
import { packFailures } from './pack-failures.ts';
import { secretReasons } from './secret-messages.ts';
import { watchFailures } from './watch-messages.ts';
import { englishDetail } from './error-details.ts';
import { describeTopReason, type TopReason, topReasons } from './top-messages.ts';

/** An error on either side of the wire. */
export interface DescribedError {
  code: ErrorCode;
  params?: MessageParams | undefined;
}

/**
 * What a user reads for a failure. `params.reason` names a sentence that says more than the code: one of a pack, a
 * campaign, a watched folder, stored keys or the Taobao Open Platform stands for itself, one of a table file completes the code's own.
 */
export function describeError({ code, params }: DescribedError, locale: Locale): string {
  return describe(code, params ?? {}, locale);
}

function describe(code: ErrorCode, params: MessageParams, locale: Locale): string {
  const reason = String(params['reason'] ?? '');
  const whole = { ...packFailures, ...campaignFailures, ...secretReasons, ...watchFailures };
  const itself = Object.entries(whole).find(([name]) => name === reason)?.[1];
  if (itself) return fillMessage(itself, params, locale);
  if (Object.hasOwn(topReasons, reason)) return describeTopReason(reason as TopReason, params, locale);
  const ofFile = Object.entries(importFileMessages).find(([name]) => name === reason)?.[1];
  const detail = ofFile ? fillMessage(ofFile, params, locale) : locale === 'en' ? englishDetail(params) : undefined;
  return fillMessage(errorMessages[code], { ...params, ...(detail === undefined ? {} : { detail }) }, locale);
}
