import { html, SafeHtml } from './html.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';

/** Hashes of {@link pageStyle} and {@link pageScript}; a test recomputes them. */
const styleHash = 'sha256-QJlfy0nSsY7VHZtzuBRfkVr1+pXH2NQVIR9cVWquvwo=';
const scriptHash = 'sha256-LoF78+J4ROUayC/eeXL0QVeU08+/Vn7WXeVQl4X+IY0=';

/**
 * Only the page's own style and script may run and only pictures beside it may load. `file:` and `content:` are named
 * because for a page opened from disk or from an Android file manager `self` matches nothing.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "img-src 'self' file: content:",
  `style-src '${styleHash}'`,
  `script-src '${scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

interface Shell {
  /** Plain text of the browser's title. */
  title: string;
  /** Tells this pack's posted marks from those of others in the same browser. */
  packKey: string;
  header: SafeHtml;
  body: SafeHtml;
}

/** A whole page: one file, no outside resources, both languages inside. */
export function renderPage({ title, packKey, header, body }: Shell): string {
  return html`<!doctype html>
<html lang="zh-CN" data-pack="${packKey}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<style>${new SafeHtml(pageStyle)}</style>
</head>
<body>
<header><div class="bar">${header}</div></header>
${body}
<div id="say" role="status" aria-live="polite"></div>
<script>${new SafeHtml(pageScript)}</script>
</body>
</html>
`.markup;
}
