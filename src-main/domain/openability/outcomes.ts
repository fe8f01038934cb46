/**
 * What a person meets when a link is shared on a WeChat surface. Ids are stored, exported and printed by the CLI.
 * `copy-to-browser`: WeChat asks to copy the address into a browser; `copy-to-app`: copy the text, open the shop app.
 */
export const outcomes = [
  'opens',
  'confirm',
  'copy-to-browser',
  'copy-to-app',
  'not-clickable',
  'blocked',
  'dead',
  'unknown',
] as const;

export type Outcome = (typeof outcomes)[number];
