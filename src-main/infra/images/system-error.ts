/** The code of an error of the operating system (`ENOSPC`, `ENOENT` …); '' for everything else. */
export function systemErrorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : '';
}
