import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { contentSecurityPolicy, stylesNoncePlace } from '#contract/content-security-policy';

export interface BuiltFile {
  headers: Record<string, string>;
  body: Buffer;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/**
 * The built page as a list made once: a request is looked up, never turned into a path, so there is nothing to
 * traverse. `/` answers index.html with the Content-Security-Policy and a fresh style nonce.
 */
export function createBuiltPage(folder: string): (pathname: string) => BuiltFile | null {
  const known = new Map(listFiles(folder).map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]));

  return (pathname) => {
    const path = known.get(pathname === '/' ? '/index.html' : pathname);
    if (!path) return null;
    const headers: Record<string, string> = {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    };
    if (!path.endsWith('index.html')) {
      return {
        headers: { ...headers, 'cache-control': 'public, max-age=31536000, immutable' },
        body: readFileSync(path),
      };
    }
    const nonce = randomBytes(16).toString('base64');
    return {
      headers: { ...headers, 'cache-control': 'no-store', 'content-security-policy': contentSecurityPolicy(nonce) },
      body: Buffer.from(readFileSync(path, 'utf8').replaceAll(stylesNoncePlace, nonce)),
    };
  };
}
