import { placeAt, type RowWindow, type ScrollPlace, type ScrollShape, scrolledTo, windowAt } from './scroll-space.ts';

/** Elements higher than 2^25 device pixels are cut off by browsers; some room is left for zooming. */
const deepest = 30_000_000;

/** What is scrolled. */
export interface RowList {
  count: number;
  rowHeight: number;
  /** Height of what stays above the rows. */
  headHeight: number;
}

const sameWindow = (a: RowWindow, b: RowWindow): boolean =>
  a.first === b.first && a.last === b.last && a.shift === b.shift && a.height === b.height && a.places === b.places;

/** Follows one scrolling element and says which rows of its list have to exist. */
export class RowScroll {
  readonly #onShow: (shown: RowWindow, inScroll: boolean) => void;
  #element: HTMLElement | null = null;
  #list: RowList = { count: 0, rowHeight: 1, headHeight: 0 };
  #place: ScrollPlace = { scrollTop: 0, top: 0 };
  #shown: RowWindow = { first: 0, last: -1, shift: 0, height: 0, places: 1 };

  /** @param onShow called when other rows have to exist; `inScroll`: at once, in the frame that scrolls to them */
  constructor(onShow: (shown: RowWindow, inScroll: boolean) => void) {
    this.#onShow = onShow;
  }

  /** @returns what stops following */
  follow(element: HTMLElement): () => void {
    this.#element = element;
    const onScroll = (): void => this.#show(scrolledTo(this.#shape(), this.#place, element.scrollTop), true);
    const onScrollEnd = (): void => {
      // Far down a huge list the scroll bar is set anew, so that both ends stay within reach of it.
      if (this.#place.top !== this.#place.scrollTop) this.goTo(this.#place.top);
    };
    const sizes = new ResizeObserver(() => this.#show(this.#place, false));
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('scrollend', onScrollEnd);
    sizes.observe(element);
    return () => {
      this.#element = null;
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('scrollend', onScrollEnd);
      sizes.disconnect();
    };
  }

  setList(list: RowList): void {
    this.#list = list;
    const scrollTop = this.#element?.scrollTop ?? 0;
    this.#show(scrolledTo(this.#shape(), this.#place, scrollTop), false);
  }

  /** Puts a pixel of the list at the top. */
  goTo(top: number): void {
    if (!this.#element) return;
    const next = placeAt(this.#shape(), top);
    this.#element.scrollTop = next.scrollTop;
    // Browsers round.
    this.#show({ top: next.top, scrollTop: this.#element.scrollTop }, false);
  }

  /** Scrolls as far as needed to show a whole row. */
  reveal(index: number): void {
    const { view } = this.#shape();
    const { rowHeight } = this.#list;
    const from = index * rowHeight;
    if (from < this.#place.top) this.goTo(from);
    else if (from + rowHeight > this.#place.top + view) this.goTo(from + rowHeight - view);
  }

  /** How many rows are seen at once. */
  rowsInView(): number {
    return Math.max(1, Math.floor(this.#shape().view / this.#list.rowHeight));
  }

  #shape(): ScrollShape {
    const { count, rowHeight, headHeight } = this.#list;
    const view = Math.max(rowHeight, (this.#element?.clientHeight ?? 0) - headHeight);
    return { total: count * rowHeight, view, limit: Math.floor(deepest / Math.max(1, devicePixelRatio)) };
  }

  #show(place: ScrollPlace, inScroll: boolean): void {
    this.#place = place;
    const wanted = windowAt(this.#shape(), place, this.#list.rowHeight);
    if (sameWindow(wanted, this.#shown)) return;
    this.#shown = wanted;
    this.#onShow(wanted, inScroll);
  }
}
