import {
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { InboxRow } from '#contract/inbox';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRowWindow } from '../../ui/use-row-window.ts';
import { type InboxLayout, lineAt } from './inbox-layout.ts';
import { InboxHead, InboxLine, type LineEvents } from './inbox-lines.tsx';
import { countTicks, tickKey, tickOf, type Ticks } from './inbox-ticks.ts';

export interface InboxListHandle {
  focus(): void;
  /** Scrolls as far as needed to show a line. */
  reveal(index: number): void;
  linesInView(): number;
}

interface InboxListProps {
  layout: InboxLayout;
  snoozed: boolean;
  rowAt(cause: string, index: number): InboxRow | undefined;
  onRange(first: number, last: number): void;
  current: number;
  ticks: Ticks;
  lineHeight: number;
  events: LineEvents;
  handle: RefObject<InboxListHandle | null>;
}

/** Groups and their rows as one list of any length: only the lines in view exist. The page around handles the keys. */
export function InboxList(props: InboxListProps): ReactNode {
  const { layout, snoozed, rowAt, onRange, current, ticks, lineHeight, handle } = props;
  const { t } = useTranslator();
  const { scroller, shown, scroll } = useRowWindow(layout.lines, lineHeight, 0);
  const id = useId();
  const last = Math.min(shown.last, layout.lines - 1);
  useEffect(() => onRange(shown.first, last), [shown.first, last, onRange]);
  useImperativeHandle(handle, () => ({
    focus: () => scroller.current?.focus({ preventScroll: true }),
    reveal: (index) => scroll.reveal(index),
    linesInView: () => scroll.rowsInView(),
  }));
  const events = useSameEvents(props.events);

  const indexes = Array.from({ length: Math.max(0, last - shown.first + 1) }, (_, at) => shown.first + at);
  return (
    <div
      className="inbox-list"
      role="treegrid"
      aria-label={t(snoozed ? 'inbox.snoozed' : 'nav.inbox')}
      aria-rowcount={layout.lines}
      aria-multiselectable
      aria-activedescendant={current >= shown.first && current <= last ? `${id}${current}` : undefined}
      tabIndex={0}
      ref={scroller}
    >
      <div role="rowgroup" className="virtual-body" style={{ height: shown.height }}>
        {indexes.map((index) => {
          const line = lineAt(layout, index);
          if (line === null) return null;
          const { listed, row: at } = line;
          const { cause } = listed.group;
          const place = {
            index,
            id: `${id}${index}`,
            y: index * lineHeight - shown.shift,
            height: lineHeight,
            isCurrent: index === current,
            events,
            listed,
          };
          if (at === null) {
            const ticked = countTicks(ticks, cause);
            const tick = ticked === 0 ? 'none' : ticked < listed.rows ? 'some' : 'all';
            return <InboxHead key={cause} {...place} tick={tick} snoozed={snoozed} />;
          }
          const row = rowAt(cause, at);
          const isTicked = row !== undefined && ticks.has(tickKey(tickOf(cause, row)));
          return <InboxLine key={`${cause} ${at}`} {...place} row={row} tick={isTicked ? 'all' : 'none'} />;
        })}
      </div>
    </div>
  );
}

/** Handlers that stay the same while the page's own change, so that a line renders only when it changes. */
function useSameEvents(events: LineEvents): LineEvents {
  const latest = useRef(events);
  useLayoutEffect(() => {
    latest.current = events;
  });
  return useMemo(
    () => ({
      onClick: (index, event) => latest.current.onClick(index, event),
      onTick: (index, event) => latest.current.onTick(index, event),
      onOpen: (index) => latest.current.onOpen(index),
      onBest: (index) => latest.current.onBest(index),
    }),
    [],
  );
}
