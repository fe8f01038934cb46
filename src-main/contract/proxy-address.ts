/**
 * Whether a text can be the address of a proxy: `http(s)://…`, or a host with a dot, a port or both. Other protocols
 * (socks5) are not spoken, and a bare word is a slip of the pen.
 */
export function isProxyAddress(written: string): boolean {
  const text = written.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined) return (scheme === 'http' || scheme === 'https') && URL.canParse(text);
  return /[.:]/.test(text) && !/\s/.test(text) && URL.canParse(`http://${text}`);
}
