import type { BuiltFile } from '#infra/built-page';
import { isAppUrl } from './app-origin.ts';

/** Answers `app://desk/…` requests from the built page. */
export function createAppProtocol(builtFile: (pathname: string) => BuiltFile | null): (request: Request) => Response {
  return (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    if (!isAppUrl(request.url)) return new Response(null, { status: 403 });
    const file = builtFile(new URL(request.url).pathname);
    if (!file) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(file.body), { headers: file.headers });
  };
}
