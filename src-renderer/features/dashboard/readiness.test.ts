import { expect, test } from 'vitest';
import type { CampaignSummary } from '#contract/campaigns';
import { readiness } from './readiness.ts';

type Surfaces = CampaignSummary['surfaces'];

const counts = { fix: 4, todo: 1, ready: 2, exported: 20, posted: 3 };
const surfaces = [
  { surface: 'group', counts },
  { surface: 'moments', counts },
] as unknown as Surfaces;

test('what is to be fixed today is told from what waits in campaigns of days to come', () => {
  const campaigns = ['2026-11-28', '2026-11-29', null].map((scheduledOn) => ({ scheduledOn, surfaces }));
  expect(readiness(campaigns, '2026-11-28')).toEqual({ due: 2, ready: 88, toFix: 20, toFixLater: 10 });
  expect(readiness(campaigns.slice(1, 2), '2026-11-28')).toEqual({ due: 0, ready: 0, toFix: 0, toFixLater: 10 });
});
