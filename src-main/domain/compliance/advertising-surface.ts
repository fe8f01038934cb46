/** Positions inside what is posted that rules tell apart beside the surfaces. */
export const pagePositions = [
  'landing',
  'poster',
  'product-title',
  'button',
  'overlay',
  'share-title',
  'share-desc',
] as const;

const advertising: ReadonlySet<string> = new Set([
  'moments',
  'group',
  'channels',
  'wecom',
  'mini_program',
  ...pagePositions,
]);

/**
 * True for places where a shop shows nothing but its own advertising. An article or a text of unknown origin may as
 * well be news, a manual or a story, so there the text itself has to show that it advertises.
 */
export function isAdvertisingSurface(surface: string | undefined): boolean {
  return surface !== undefined && advertising.has(surface);
}
