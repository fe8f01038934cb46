import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { RowScroll } from './row-scroll.ts';
import type { RowWindow } from './scroll-space.ts';

interface RowWindowHandle {
  scroller: RefObject<HTMLDivElement | null>;
  shown: RowWindow;
  scroll: RowScroll;
}

/** Which rows of a list exist while it is scrolled: only those in view and a few around them. */
export function useRowWindow(count: number, rowHeight: number, headHeight: number): RowWindowHandle {
  const scroller = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<RowWindow>({ first: 0, last: -1, shift: 0, height: 0, places: 1 });
  const [scroll] = useState(
    () =>
      new RowScroll((next, inScroll) => {
        if (inScroll) flushSync(() => setShown(next));
        else setShown(next);
      }),
  );
  useEffect(() => (scroller.current ? scroll.follow(scroller.current) : undefined), [scroll]);
  useLayoutEffect(() => scroll.setList({ count, rowHeight, headHeight }), [scroll, count, rowHeight, headHeight]);
  return { scroller, shown, scroll };
}
