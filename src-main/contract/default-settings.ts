import type { Settings } from './settings.ts';

export const defaultSettings: Settings = {
  language: 'zh-CN',
  theme: 'system',
  density: 'comfortable',
  asOf: null,
  surface: 'group',
  ownPids: [],
  ownRelationIds: [],
  ownFiles: false,
  proxy: { mode: 'system' },
  adMark: true,
  watchClipboard: false,
  catalogColumns: ['price', 'coupon', 'commission', 'sales', 'outcome', 'earning', 'finding'],
  catalogViews: [],
  tourSeen: false,
};
