/** Bytes as file managers show them: `14 B`, `640 KB`, `12.3 MB`. */
export function fileSize(bytes: number, locale: string): string {
  if (bytes < 1_000) return `${bytes} B`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toLocaleString(locale, { maximumFractionDigits: value < 100 ? 1 : 0 })} ${unit}`;
}
