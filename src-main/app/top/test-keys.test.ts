import { expect, test } from 'vitest';
import type { TopReason } from '#contract/messages/top-messages';
import { refusal } from '#domain/top/top-refusal';
import { testKeys } from './test-keys.ts';

const keys = { appKey: '1', secret: 's', pid: 'mm_1_2_3', relationId: null, signMethod: 'md5' } as const;

const firstStep = async (reason: TopReason) =>
  (await testKeys({ call: () => Promise.resolve({ ok: false, refusal: refusal(reason) }) }, keys))[0];

test.each(['network', 'network-proxy', 'network-offline', 'network-timeout'] as const)(
  'keys are not tested, and not refused, where there is no way to the platform: %s',
  async (reason) => {
    expect(await firstStep(reason)).toMatchObject({ state: 'not-tested', refusal: { reason } });
  },
);

test('keys the platform does not take are refused', async () => {
  expect(await firstStep('invalid-signature')).toMatchObject({ state: 'refused' });
});
