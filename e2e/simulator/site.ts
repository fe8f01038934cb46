import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** One request as a site of the simulated world sees it. */
export interface SimRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  /** The user agent says it is WeChat. */
  isWechat: boolean;
  body: Buffer;
  /** How many requests for this very address came before. */
  visits: number;
}

/** Answers a request; may also leave it hanging or break the connection, as bad servers do. */
export type Site = (request: SimRequest, response: ServerResponse) => void | Promise<void>;

/** Sites by host; `*.example.test` stands for every host below. */
export type Sites = Readonly<Record<string, Site>>;

export function html(response: ServerResponse, page: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

export function page(title: string, body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

export function redirect(response: ServerResponse, location: string, status = 302): void {
  // A header holds no characters beyond Latin-1; servers write them percent-encoded.
  const encoded = location.replace(/[^\x20-\x7e]/gu, encodeURIComponent);
  response.writeHead(status, { location: encoded, 'content-type': 'text/html' }).end('<a href="#">moved</a>');
}

export function notFound(response: ServerResponse): void {
  html(response, page('404', '<h1>404 Not Found</h1>'), 404);
}

/** Different answers by path; a path that ends in `*` stands for all that begin so. */
export function byPath(routes: Readonly<Record<string, Site>>): Site {
  return (request, response) => {
    const { pathname } = request.url;
    const exact = routes[pathname];
    const prefix = Object.keys(routes).find((path) => path.endsWith('*') && pathname.startsWith(path.slice(0, -1)));
    const site = exact ?? (prefix === undefined ? undefined : routes[prefix]);
    return site ? site(request, response) : notFound(response);
  };
}

/** The same page for everybody. */
export const fixed =
  (content: string, status = 200): Site =>
  (_request, response) =>
    html(response, content, status);

export const goTo =
  (location: string, status = 302): Site =>
  (_request, response) =>
    redirect(response, location, status);
