import type { Outcome } from '#domain/openability/outcomes';

/** Where in WeChat a link is posted. Ids as in the openability pack; names live there and in the UI catalogue. */
export const surfaceIds = [
  'chat_1v1',
  'group',
  'moments',
  'oa_article',
  'oa_article_readmore',
  'oa_menu',
  'oa_mass_message',
  'channels',
  'mini_program',
  'scan_qr',
  'pc_client',
  'wecom',
] as const;

export type SurfaceId = (typeof surfaceIds)[number];

/** Surfaces people post campaigns to; the others are ways a link is reached. */
export const campaignSurfaceIds = [
  'chat_1v1',
  'group',
  'moments',
  'oa_article',
  'channels',
  'wecom',
] as const satisfies readonly SurfaceId[];

/** What happens when a link is tapped on a surface. */
export const outcomes = [
  'opens',
  'confirm',
  'copy-to-browser',
  'copy-to-app',
  'not-clickable',
  'blocked',
  'dead',
  'unknown',
] as const satisfies readonly Outcome[];

/** Outcomes with which nobody gets to the product. */
export const closedOutcomes = ['blocked', 'not-clickable', 'dead'] as const satisfies readonly Outcome[];

export type { Outcome };
