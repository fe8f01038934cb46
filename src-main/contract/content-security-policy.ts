/**
 * The one Content-Security-Policy of the app's pages, sent as a header by both hosts. Styles need a nonce because the
 * component library writes style elements at run time; scripts only ever come from the app's own files.
 */
export function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Place in index.html that each host replaces with a fresh nonce. */
export const stylesNoncePlace = '__STYLE_NONCE__';
