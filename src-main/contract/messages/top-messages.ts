import { fillMessage, type Locale, type MessageParams } from './format-message.ts';
import { topBusinessReasons } from './top-business-messages.ts';
import { topPlatformReasons } from './top-platform-messages.ts';

/** Why a call to the Taobao Open Platform brought nothing, each with what to do. */
export const topReasons = { ...topPlatformReasons, ...topBusinessReasons } as const;

export type TopReason = keyof typeof topReasons;

/** What a user reads about a refused call. Places without a value are left empty. */
export function describeTopReason(reason: TopReason, params: MessageParams, locale: Locale): string {
  return fillMessage(topReasons[reason], { detail: '', requestId: '-', ...params }, locale);
}
