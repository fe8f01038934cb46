/** The app's own pages live on a scheme of their own: `file://` would give them the whole disk. */
export const appScheme = 'app';
export const appOrigin = 'app://desk';
export const appUrl = `${appOrigin}/`;

/** Whether an address is one of our own pages: scheme and host exactly, nothing that merely starts like it. */
export function isAppUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${appScheme}:` && url.host === 'desk';
}
