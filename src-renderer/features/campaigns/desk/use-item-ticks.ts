import { useCallback, useMemo, useRef, useState } from 'react';
import type { CampaignItem } from '#contract/campaigns';
import { useTranslator } from '../../../i18n/locale.tsx';
import type { RowSelection } from '../../../ui/virtual-table.tsx';

interface ItemTicks {
  /** In posting order; only items that are on the list now. */
  ticked: readonly number[];
  clear(): void;
  selection: RowSelection<CampaignItem>;
}

const none: ReadonlySet<number> = new Set();

/** Ticking items for something to be done with many. @param ids the list, in its order */
export function useItemTicks(ids: readonly number[]): ItemTicks {
  const { t } = useTranslator();
  const [chosen, setChosen] = useState(none);
  const anchor = useRef<number | null>(null);
  const ticked = useMemo(() => ids.filter((id) => chosen.has(id)), [ids, chosen]);
  const clear = useCallback(() => setChosen(none), []);
  const selection = useMemo<RowSelection<CampaignItem>>(
    () => ({
      isSelected: ({ itemId }) => chosen.has(itemId),
      state: ticked.length === 0 ? 'none' : ticked.length === ids.length ? 'all' : 'some',
      labelAll: t('campaigns.tickAll'),
      onToggleAll: () => setChosen(ticked.length === 0 ? new Set(ids) : none),
      onToggle: ({ itemId }, index, range) => {
        const from = range ? (anchor.current ?? index) : index;
        anchor.current = index;
        setChosen((before) => {
          const next = new Set(before);
          if (from === index) {
            if (!next.delete(itemId)) next.add(itemId);
            return next;
          }
          for (const id of ids.slice(Math.min(from, index), Math.max(from, index) + 1)) next.add(id);
          return next;
        });
      },
    }),
    [chosen, ticked, ids, t],
  );
  return { ticked, clear, selection };
}
