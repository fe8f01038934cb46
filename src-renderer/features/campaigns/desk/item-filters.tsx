import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignSurface } from '#contract/campaigns';
import { type ItemState, itemStates } from '#contract/item-states';
import { useTranslator } from '../../../i18n/locale.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import type { DeskView } from '../campaign-view.ts';

interface ItemFiltersProps {
  place: CampaignSurface;
  view: DeskView;
  onChange(part: Partial<DeskView>): void;
}

/** How many items stand where; each number shows exactly its items. */
export function ItemFilters({ place: { counts, leftOut }, view, onChange }: ItemFiltersProps): ReactNode {
  const { t } = useTranslator();
  const total = itemStates.reduce((sum, state) => sum + counts[state], 0);
  const toggle = (state: ItemState): void => {
    const on = view.states.includes(state);
    onChange({
      leftOut: false,
      states: on ? view.states.filter((each) => each !== state) : [...(view.leftOut ? [] : view.states), state],
    });
  };
  return (
    <div className="toolbar" role="group" aria-label={t('campaigns.filters')}>
      <button
        type="button"
        className="state-filter"
        aria-pressed={view.states.length === 0 && !view.leftOut}
        onClick={() => onChange({ states: [], leftOut: false })}
      >
        {t('common.all')} <span className="tabular">{total}</span>
      </button>
      {itemStates.map((state) => (
        <button
          key={state}
          type="button"
          className="state-filter"
          aria-pressed={!view.leftOut && view.states.includes(state)}
          disabled={counts[state] === 0 && !view.states.includes(state)}
          onClick={() => toggle(state)}
        >
          <StateTag state={state} count={counts[state]} />
        </button>
      ))}
      {leftOut > 0 || view.leftOut ? (
        <button
          type="button"
          className="state-filter"
          aria-pressed={view.leftOut}
          onClick={() => onChange({ leftOut: !view.leftOut, states: [] })}
        >
          {t('campaigns.leftOut')} <span className="tabular">{leftOut}</span>
        </button>
      ) : null}
      <span className="toolbar-space" />
      <Input.Search
        className="campaign-search"
        allowClear
        aria-label={t('campaigns.searchItems')}
        placeholder={t('campaigns.searchItems')}
        value={view.search}
        onChange={({ target }) => onChange({ search: target.value })}
      />
    </div>
  );
}
