import { expect, it } from 'vitest';
import { skippedBecause } from './skipped-because.ts';

const answer = (probe: 'wapredirect' | 'direct' | 'resolve', changes: object = {}) => ({
  probe,
  skipped: false,
  outcome: null,
  reason: 'page-opened' as const,
  ...changes,
});
const unreachable = answer('direct', { skipped: true, reason: 'proxy-refused' });

it('nothing was learned when every probe was skipped; the visit says why', () => {
  const gateway = answer('wapredirect', { skipped: true, reason: 'gateway-unavailable' });
  expect(skippedBecause([gateway, unreachable])).toBe('proxy-refused');
});

it('“no block found” beside a visit that could not be made is no answer', () => {
  expect(skippedBecause([answer('wapredirect', { reason: 'no-block-found' }), unreachable])).toBe('proxy-refused');
});

it('a block is an answer, whether or not the link could be visited', () => {
  const block = answer('wapredirect', { reason: 'wechat-blocked', outcome: 'blocked' });
  expect(skippedBecause([block, unreachable])).toBeNull();
});

it('a visit is an answer, whether or not the gateway gave one', () => {
  const gateway = answer('wapredirect', { skipped: true, reason: 'gateway-busy' });
  expect(skippedBecause([gateway, answer('direct')])).toBeNull();
});
