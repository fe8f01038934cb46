/** For so long after the last movement a table counts as being scrolled. */
const restMs = 100;

/**
 * Sets `data-scrolling` while a table is scrolled: rows that pass under the pointer then do not light up, which would have
 * each of them drawn twice.
 * @returns what stops it
 */
export function markScrolling(table: HTMLElement): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const onRest = (): void => {
    delete table.dataset['scrolling'];
  };
  const onScroll = (): void => {
    clearTimeout(rest);
    rest = setTimeout(onRest, restMs);
    table.dataset['scrolling'] = '';
  };
  table.addEventListener('scroll', onScroll, { passive: true });
  return () => {
    clearTimeout(rest);
    table.removeEventListener('scroll', onScroll);
  };
}
