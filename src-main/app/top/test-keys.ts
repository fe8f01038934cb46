import type { TopCaller } from '#app/ports/top-caller';
import type { TopTestStep } from '#contract/top';
import { itemInfo } from '#domain/top/item-info';
import { convertItems } from '#domain/top/link-convert';
import { materialSearch } from '#domain/top/material-search';
import { pidCheck } from '#domain/top/pid-check';
import { pidParts } from '#domain/top/pid-parts';
import { shortLinks } from '#domain/top/short-links';
import { tokenCreate } from '#domain/top/token-create';
import type { TopCall } from '#domain/top/top-call';
import { isUnreached, refusal, type TopRefusal } from '#domain/top/top-refusal';
import { isAffiliateAddress } from '#domain/top/affiliate-address';
import { shownRefusal } from './shown-refusal.ts';
import type { TopKeys } from './top-key-ring.ts';

/** Any word finds something. */
const sampleWord = '女装';

/**
 * Tries the calls the app makes with the keys, one of each, on a product the search itself finds. Nothing is stored, here
 * or there, but the links the platform makes for it. Once the platform refuses the keys the rest is not tried. Where the
 * network does not lead there the keys are not refused, but not tested.
 */
export async function testKeys(caller: TopCaller, keys: TopKeys, signal?: AbortSignal): Promise<TopTestStep[]> {
  const adzoneId = pidParts(keys.pid)?.adzoneId ?? '';
  const steps: TopTestStep[] = [];

  /** @returns the answer; null when it was refused */
  async function attempt<Answer>(
    capability: TopTestStep['capability'],
    call: TopCall<Answer>,
    objection: (answer: Answer) => TopRefusal | null = () => null,
  ): Promise<Answer | null> {
    const result = await caller.call(call, signal);
    const refused = result.ok ? objection(result.answer) : result.refusal;
    const state = refused === null ? 'works' : isUnreached(refused) ? 'not-tested' : 'refused';
    steps.push({ capability, state, refusal: refused && shownRefusal(refused) });
    return result.ok && !refused ? result.answer : null;
  }

  const known = await attempt('pid', pidCheck(keys.pid), (right) => (right ? null : refusal('pid-wrong')));
  const keysRefused = known === null && steps[0]?.refusal?.reason !== 'pid-wrong' && !isPermission(steps[0]);
  if (!keysRefused) {
    const search = materialSearch({ adzoneId, q: sampleWord, page: 1, pageSize: 1 });
    const item = (await attempt('search', search, ({ items }) => (items[0] ? null : refusal('no-results'))))?.items[0];
    if (item) {
      await attempt('items', itemInfo([item.itemId]));
      const promotion = { adzoneId, relationId: keys.relationId };
      await attempt('convert', convertItems(promotion, [item.itemId]), ([one]) =>
        one?.ok ? null : (one?.refusal ?? null),
      );
      const url = item.affiliateUrl;
      if (url !== null && isAffiliateAddress(url)) {
        await attempt('shorten', shortLinks([url]), ([one]) => (one?.ok ? null : (one?.refusal ?? null)));
        await attempt('token', tokenCreate(url));
      }
    }
  }
  return capabilities.map(
    (capability) =>
      steps.find((step) => step.capability === capability) ?? { capability, state: 'not-tested', refusal: null },
  );
}

const capabilities = ['pid', 'search', 'items', 'convert', 'shorten', 'token'] as const;

/** The keys are right, only this call is not open to the app. */
const isPermission = (step: TopTestStep | undefined): boolean => step?.refusal?.reason === 'no-permission';
