import { Button, Checkbox, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { LinkFilter } from '#contract/links';
import { earnsNames, linkKindNames, ownerNames } from '#contract/messages/link-messages';
import { outcomeNames } from '#contract/messages/openability-messages';
import { outcomes } from '#contract/surfaces';
import { linkKindIds } from '#domain/links/link-kinds';
import { addDays } from '#domain/shared/shanghai-day';
import { useTranslator } from '../../i18n/locale.tsx';
import { useToday } from '../../state/use-today.ts';
import { FilterField } from '../../ui/filter-field.tsx';

interface LinkFilterPanelProps {
  filter: LinkFilter;
  onChange(filter: LinkFilter): void;
}

const windows = [3, 7, 15, 30] as const;

/** Everything the list of links can be narrowed down by; takes effect at once. */
export function LinkFilterPanel({ filter, onChange }: LinkFilterPanelProps): ReactNode {
  const { t, pick } = useTranslator();
  const change = (part: Partial<LinkFilter>): void => onChange({ ...filter, ...part });
  return (
    <div className="filter-panel">
      <FilterField label={t('links.column.earning')}>
        <Checkbox.Group
          options={(['yes', 'unknown', 'no'] as const).map((value) => ({ value, label: pick(earnsNames[value]) }))}
          value={filter.earns ?? []}
          onChange={(earns) => change({ earns })}
        />
      </FilterField>
      <FilterField label={t('links.filter.owner')}>
        <Checkbox.Group
          options={(['own', 'other', 'unknown'] as const).map((value) => ({ value, label: pick(ownerNames[value]) }))}
          value={filter.owner ?? []}
          onChange={(owner) => change({ owner })}
        />
      </FilterField>
      <FilterField label={t('links.filter.kinds')}>
        <Select
          mode="multiple"
          aria-label={t('links.filter.kinds')}
          placeholder={t('filter.any')}
          value={filter.kinds ?? []}
          onChange={(kinds) => change({ kinds })}
          optionFilterProp="label"
          maxTagCount="responsive"
          options={linkKindIds.map((value) => ({ value, label: pick(linkKindNames[value]) }))}
        />
      </FilterField>
      <FilterField label={t('links.filter.outcome', { surface: t(`surface.${filter.surface}`) })}>
        <Select
          mode="multiple"
          aria-label={t('links.filter.outcome', { surface: t(`surface.${filter.surface}`) })}
          placeholder={t('filter.any')}
          value={filter.outcomes ?? []}
          onChange={(chosen) => change({ outcomes: chosen })}
          options={outcomes.map((value) => ({ value, label: pick(outcomeNames[value]) }))}
        />
      </FilterField>
      <FilterField label={t('links.filter.ends')} wide>
        <EndField filter={filter} onChange={change} />
      </FilterField>
      <FilterField label={t('links.column.product')} wide>
        <Checkbox
          checked={filter.noProduct === true}
          onChange={({ target }) => change({ noProduct: target.checked ? true : undefined })}
        >
          {t('links.filter.noProduct')}
        </Checkbox>
      </FilterField>
    </div>
  );
}

/** When links end: the next days, any days, or already. */
function EndField({
  filter: { endsBetween, endedBefore },
  onChange,
}: {
  filter: LinkFilter;
  onChange(part: Partial<LinkFilter>): void;
}): ReactNode {
  const { t } = useTranslator();
  const today = useToday();
  const within = (days: number): LinkFilter['endsBetween'] => ({ from: today, to: addDays(today, days) });
  return (
    <div className="end-field">
      {windows.map((days) => {
        const chosen = endsBetween?.from === today && endsBetween.to === addDays(today, days);
        return (
          <Button
            key={days}
            size="small"
            type={chosen ? 'primary' : 'default'}
            aria-pressed={chosen}
            onClick={() => onChange({ endsBetween: chosen ? undefined : within(days), endedBefore: undefined })}
          >
            {t('links.filter.within', { n: days })}
          </Button>
        );
      })}
      <Button
        size="small"
        type={endedBefore === undefined ? 'default' : 'primary'}
        aria-pressed={endedBefore !== undefined}
        onClick={() => onChange({ endedBefore: endedBefore === undefined ? today : undefined, endsBetween: undefined })}
      >
        {t('links.filter.ended')}
      </Button>
      <DatePicker.RangePicker
        aria-label={t('links.filter.ends')}
        value={endsBetween ? [dayjs(endsBetween.from), dayjs(endsBetween.to)] : null}
        onChange={(days) =>
          onChange({
            endedBefore: undefined,
            endsBetween:
              days?.[0] && days[1]
                ? { from: days[0].format('YYYY-MM-DD'), to: days[1].format('YYYY-MM-DD') }
                : undefined,
          })
        }
      />
    </div>
  );
}
