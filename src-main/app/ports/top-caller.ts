import type { TopCall, TopResult } from '#domain/top/top-call';

/**
 * Makes calls with one app's keys: signed, paced, repeated where that helps. Never throws for what the platform or the
 * network does; a cancelled call throws the signal's reason.
 */
export interface TopCaller {
  call<Answer>(call: TopCall<Answer>, signal?: AbortSignal): Promise<TopResult<Answer>>;
}
