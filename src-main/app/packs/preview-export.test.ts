import { expect, test } from 'vitest';
import { packFileName } from './preview-export.ts';

const now = new Date('2026-11-28T02:00:00Z');

test('a pack is named after its campaign, surface and day', () => {
  expect(packFileName('周末好价', 'group', now)).toBe('周末好价 微信群 2026-11-28');
  expect(packFileName('🎉', 'moments', now)).toBe('文案包 朋友圈 2026-11-28');
});

test('of a long campaign name the end is cut, never the surface or the day', () => {
  const name = packFileName('双十二返场🎉超长活动名称'.repeat(10), 'group', now);
  expect(name).toMatch(/^双十二返场.+ 微信群 2026-11-28$/);
  expect(name.length).toBeLessThanOrEqual(80);
});
