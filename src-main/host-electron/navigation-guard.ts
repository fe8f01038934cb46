import type { App, Session, WebContents } from 'electron';
import { isAppUrl } from './app-origin.ts';

function guardContents(contents: WebContents): void {
  const stay = (event: { preventDefault(): void; url: string }): void => {
    if (!isAppUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No page leaves the app's own origin, opens a window or embeds a webview, whatever it contains. */
export function guardNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/**
 * Nothing the app does needs a browser permission but writing to the clipboard, and reading its text where the user
 * turned that on.
 */
export function denyPermissions(session: Session): void {
  const allowed = (permission: string): boolean =>
    permission === 'clipboard-sanitized-write' || permission === 'clipboard-read';
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(allowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => allowed(permission));
}
