import { expect, test } from 'vitest';
import type { CampaignSurface, StateCounts } from '#contract/campaigns';
import { campaignStep, totalCounts } from './campaign-progress.ts';

const none: StateCounts = { todo: 0, fix: 0, ready: 0, exported: 0, posted: 0 };
const on = (surface: CampaignSurface['surface'], counts: Partial<StateCounts>): CampaignSurface => ({
  surface,
  templateId: 't',
  counts: { ...none, ...counts },
  leftOut: 0,
});

test('counts of all surfaces are added up', () => {
  const surfaces = [on('group', { ready: 2, fix: 1 }), on('moments', { ready: 3 })];
  expect(totalCounts({ surfaces })).toEqual({ ...none, ready: 5, fix: 1 });
});

test('an empty campaign needs products', () => {
  expect(campaignStep({ items: 0, surfaces: [on('group', {})] })).toEqual({ kind: 'add-products' });
});

test('what stands in the way comes before exporting, on whichever surface it is', () => {
  const surfaces = [on('group', { ready: 4 }), on('moments', { todo: 1, fix: 2, ready: 1 })];
  expect(campaignStep({ items: 4, surfaces })).toEqual({
    kind: 'fix',
    surface: 'moments',
    states: ['todo', 'fix'],
    n: 3,
  });
});

test('then exporting, then posting, then nothing', () => {
  const step = (counts: Partial<StateCounts>) => campaignStep({ items: 1, surfaces: [on('group', counts)] });
  expect(step({ ready: 1, exported: 5 })).toMatchObject({ kind: 'export', n: 1 });
  expect(step({ exported: 5, posted: 1 })).toMatchObject({ kind: 'post', n: 5 });
  expect(step({ posted: 1 })).toEqual({ kind: 'done' });
});
