/** Where a page goes on to by itself after a while. */
export interface Refresh {
  /** As written, perhaps relative. */
  url: string;
  delaySeconds: number;
}

const written = /^\s*(?=[\d.])(\d{0,6})(?:\.\d{0,6})?(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?["']?([^"']{1,4096})/i;

/** Reads `0; url=…`, of a `meta` element or a `Refresh` header alike (HTML standard, "shared declarative refresh steps"). */
export function readRefresh(content: string): Refresh | null {
  const match = written.exec(content);
  const url = match?.[2]?.trim() ?? '';
  return url === '' ? null : { url, delaySeconds: Number(match?.[1] ?? 0) };
}
