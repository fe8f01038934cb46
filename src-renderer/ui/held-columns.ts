/**
 * Keeps a table's first columns in view while it is scrolled sideways; the styles do it, by what `data-sideways` says.
 * Sticky cells follow without delay, but the browser draws each as a layer of its own and all that lies between them as
 * others: a hundred layers, which every turn of the wheel would pay for. So they are sticky only while they move; at
 * rest they are moved once by `--held`.
 * @returns what stops following
 */
export function holdColumns(table: HTMLElement): () => void {
  let left = 0;
  const onScroll = (): void => {
    if (table.scrollLeft === left) return;
    left = table.scrollLeft;
    table.dataset['sideways'] = 'moving';
  };
  const onScrollEnd = (): void => {
    if (table.dataset['sideways'] !== 'moving') return;
    if (left === 0) {
      delete table.dataset['sideways'];
      return;
    }
    table.style.setProperty('--held', `${left}px`);
    table.dataset['sideways'] = 'held';
  };
  // Captured, to be asked before other rows are drawn: where the table is would have to be laid out anew after that.
  table.addEventListener('scroll', onScroll, { passive: true, capture: true });
  table.addEventListener('scrollend', onScrollEnd);
  return () => {
    table.removeEventListener('scroll', onScroll, { capture: true });
    table.removeEventListener('scrollend', onScrollEnd);
  };
}
