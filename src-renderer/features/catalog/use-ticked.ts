import { App } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CatalogFilter, CatalogRow, CatalogSort } from '#contract/catalog';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { RowSelection } from '../../ui/virtual-table.tsx';
import { isTicked, mostTicked, nothingTicked, setTicked, type Ticked } from './ticked.ts';

interface TickedHandle {
  ticked: Ticked;
  clear(): void;
  selection: RowSelection<CatalogRow>;
}

/**
 * Ticking rows of the list. Single ticks outlive a change of the filter, so that a selection can be gathered from several
 * searches; "all" is meant of one filter and ends with it.
 */
export function useTicked(filter: CatalogFilter, sort: CatalogSort): TickedHandle {
  const { t } = useTranslator();
  const { message } = App.useApp();
  const { transport } = useServices();
  const { run } = useAction();
  const [ticked, setState] = useState<Ticked>(nothingTicked);
  const anchor = useRef<number | null>(null);

  useEffect(() => {
    anchor.current = null;
    setState((before) => (before.kind === 'all' ? nothingTicked : before));
  }, [filter]);
  const clear = useCallback(() => setState(nothingTicked), []);

  const tick = useCallback(
    (ids: readonly string[], on: boolean) => {
      const next = setTicked(ticked, ids, on);
      if (next) setState(next);
      else void message.warning(t('catalog.tooManyTicked', { n: mostTicked }));
    },
    [ticked, message, t],
  );

  const selection = useMemo<RowSelection<CatalogRow>>(
    () => ({
      isSelected: ({ id }) => isTicked(ticked, id),
      state: stateOf(ticked),
      labelAll: t('catalog.tickAll'),
      onToggleAll: () =>
        setState(stateOf(ticked) === 'none' ? { kind: 'all', filter, except: new Set() } : nothingTicked),
      onToggle: (row, index, range) => {
        const from = anchor.current ?? index;
        anchor.current = index;
        if (!range || from === index) return tick([row.id], !isTicked(ticked, row.id));
        const [first, last] = from < index ? [from, index] : [index, from];
        if (last - first >= mostTicked) {
          void message.warning(t('catalog.tooManyTicked', { n: mostTicked }));
          return;
        }
        run(async () => {
          const stretch = { filter, sort, offset: first, limit: last - first + 1 };
          tick(await transport.call('catalog.ids', stretch), true);
        });
      },
    }),
    [ticked, tick, filter, sort, transport, run, message, t],
  );
  return { ticked, clear, selection };
}

function stateOf(ticked: Ticked): 'none' | 'some' | 'all' {
  if (ticked.kind === 'all') return ticked.except.size === 0 ? 'all' : 'some';
  return ticked.ids.size === 0 ? 'none' : 'some';
}
