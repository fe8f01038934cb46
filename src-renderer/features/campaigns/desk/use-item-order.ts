import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useServices } from '../../../state/services.tsx';
import type { RowReorder } from '../../../ui/virtual-table.tsx';
import { useCampaignChange } from '../use-campaign-change.ts';
import { type ItemMove, moveBefore, moveBy } from './move-order.ts';

interface ItemOrder {
  reorder: RowReorder;
  /** Moves items to one end. */
  toEnd(itemIds: readonly number[], end: 'first' | 'last'): void;
}

/**
 * Puts items of a campaign into another order. Keys may be pressed faster than the engine answers: each move is worked
 * out from the order after the moves before it.
 * @param ids all items of the surface in posting order
 * @param ticked a move of one of them takes all of them along
 * @param onMoved tells where the row moved by a key is now
 */
export function useItemOrder(
  campaignId: number,
  ids: readonly number[],
  ticked: readonly number[],
  onMoved: (index: number) => void,
): ItemOrder {
  const { transport } = useServices();
  const { change } = useCampaignChange();
  const order = useRef<readonly number[]>(ids);
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  useEffect(() => {
    if (waiting.current === 0) order.current = ids;
  }, [ids]);

  const make = useCallback(
    (move: ItemMove | null) => {
      if (move === null) return;
      order.current = move.order;
      waiting.current += 1;
      const { itemIds, before } = move;
      change(() => {
        const made = underWay.current.then(() =>
          transport.call('campaigns.moveItems', { id: campaignId, itemIds, before }),
        );
        underWay.current = made.catch(() => {
          order.current = ids;
        });
        return made.finally(() => {
          waiting.current -= 1;
        });
      });
    },
    [change, transport, campaignId, ids],
  );

  return useMemo(() => {
    const block = (id: number): ReadonlySet<number> => new Set(ticked.includes(id) ? ticked : [id]);
    return {
      reorder: {
        onMove: (index, by) => {
          const id = order.current[index];
          if (id === undefined) return;
          make(moveBy(order.current, block(id), by));
          onMoved(order.current.indexOf(id));
        },
        onDrop: (from, before) => {
          const id = order.current[from];
          if (id === undefined) return;
          make(moveBefore(order.current, block(id), before));
          onMoved(order.current.indexOf(id));
        },
      },
      toEnd: (itemIds, end) =>
        make(moveBefore(order.current, new Set(itemIds), end === 'first' ? 0 : order.current.length)),
    };
  }, [make, ticked, onMoved]);
}
