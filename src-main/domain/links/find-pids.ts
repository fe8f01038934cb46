const pid = /mm_\d{1,12}_\d{1,12}_\d{1,14}(?!\d)/g;

/** The distinct pids (`mm_<member>_<site>_<adzone>`) in a text, in order: typed, copied with words, or inside links. */
export function findPids(text: string): string[] {
  return [...new Set(text.match(pid))];
}
