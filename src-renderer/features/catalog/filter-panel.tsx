import { Checkbox, DatePicker, Select, type SelectProps } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { CatalogFilter, Facet } from '#contract/catalog';
import { couponStates } from '#contract/catalog-choices';
import { outcomeNames } from '#contract/messages/openability-messages';
import { type Outcome, outcomes, type SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useSettings } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { FilterField } from '../../ui/filter-field.tsx';
import { SurfaceSelect } from '../../ui/surface-select.tsx';
import { earningKeys } from './filter-parts.ts';
import { RangeField } from './range-field.tsx';

interface FilterPanelProps {
  filter: CatalogFilter;
  onChange(filter: CatalogFilter): void;
}

interface FacetSelectProps {
  label: string;
  facets: readonly Facet[] | undefined;
  value: string[] | undefined;
  onChange(values: string[]): void;
}

interface FacetOption {
  value: string;
  label: string;
  products: string;
}

const facetOption: NonNullable<SelectProps<string[], FacetOption>['optionRender']> = ({ data }) => (
  <span className="facet-option">
    <span className="one-line">{data.label}</span>
    <span className="faint tabular">{data.products}</span>
  </span>
);

/** Values the catalog holds, the most frequent first; more than are listed can be typed. */
function FacetSelect({ label, facets, value, onChange }: FacetSelectProps): ReactNode {
  const { t, locale } = useTranslator();
  return (
    <Select
      mode="tags"
      aria-label={label}
      placeholder={t('filter.any')}
      value={value ?? []}
      onChange={onChange}
      maxTagCount="responsive"
      options={(facets ?? []).map((facet) => ({
        value: facet.value,
        label: facet.value,
        products: facet.products.toLocaleString(locale),
      }))}
      optionRender={facetOption}
    />
  );
}

/** Outcomes of a product's links in one place. */
function LinkField({ filter, onChange }: FilterPanelProps): ReactNode {
  const { t, pick } = useTranslator();
  const { surface: usual } = useSettings();
  const { link } = filter;
  const surface = link?.surface ?? usual;
  const change = (place: SurfaceId, chosen: Outcome[]): void => {
    const { link: _before, ...rest } = filter;
    onChange(chosen.length === 0 ? rest : { ...rest, link: { surface: place, outcomes: chosen } });
  };
  return (
    <div className="link-field">
      <SurfaceSelect value={surface} onChange={(place) => change(place, link?.outcomes ?? [])} />
      <Select
        mode="multiple"
        aria-label={t('catalog.filter.outcome')}
        placeholder={t('filter.any')}
        value={link?.outcomes ?? []}
        onChange={(chosen: Outcome[]) => change(surface, chosen)}
        options={outcomes.map((value) => ({ value, label: pick(outcomeNames[value]) }))}
      />
    </div>
  );
}

/** Everything the list can be narrowed down by; takes effect at once. */
export function FilterPanel({ filter, onChange }: FilterPanelProps): ReactNode {
  const { t } = useTranslator();
  const { data: facets } = useRemote('catalog.facets', {});
  const change = (part: Partial<CatalogFilter>): void => onChange({ ...filter, ...part });
  const ends = filter.couponEnds;
  const name = (key: 'price' | 'commission' | 'rate' | 'sales' | 'coupon' | 'category' | 'shop' | 'finding'): string =>
    t(`catalog.column.${key}`);
  return (
    <div className="filter-panel">
      <FilterField label={name('category')}>
        <FacetSelect
          label={name('category')}
          facets={facets?.categories}
          value={filter.categories}
          onChange={(categories) => change({ categories })}
        />
      </FilterField>
      <FilterField label={name('shop')}>
        <FacetSelect
          label={name('shop')}
          facets={facets?.shops}
          value={filter.shops}
          onChange={(shops) => change({ shops })}
        />
      </FilterField>
      <FilterField label={t('catalog.column.platform')}>
        <Checkbox.Group
          options={(['taobao', 'tmall', 'jd', 'pdd', 'douyin'] as const).map((value) => ({
            value,
            label: t(`platform.${value}`),
          }))}
          value={filter.platforms ?? []}
          onChange={(platforms) => change({ platforms })}
        />
      </FilterField>
      <FilterField label={name('coupon')}>
        <Checkbox.Group
          options={couponStates.map((value) => ({ value, label: t(`catalog.couponState.${value}`) }))}
          value={filter.coupon ?? []}
          onChange={(coupon) => change({ coupon })}
        />
      </FilterField>
      <FilterField label={name('price')}>
        <RangeField
          label={name('price')}
          scale={100}
          unit={t('catalog.unit.yuan')}
          value={filter.finalPriceFen}
          onChange={(finalPriceFen) => change({ finalPriceFen })}
        />
      </FilterField>
      <FilterField label={t('catalog.filter.couponDays')}>
        <DatePicker.RangePicker
          aria-label={t('catalog.filter.couponDays')}
          value={ends ? [dayjs(ends.from), dayjs(ends.to)] : null}
          onChange={(_days, [from, to]) => {
            const { couponEnds: _before, ...rest } = filter;
            onChange(from && to ? { ...rest, couponEnds: { from, to } } : rest);
          }}
        />
      </FilterField>
      <FilterField label={name('commission')}>
        <RangeField
          label={name('commission')}
          scale={100}
          unit={t('catalog.unit.yuan')}
          value={filter.commissionFen}
          onChange={(commissionFen) => change({ commissionFen })}
        />
      </FilterField>
      <FilterField label={name('rate')}>
        <RangeField
          label={name('rate')}
          scale={100}
          unit="%"
          value={filter.commissionRateBp}
          onChange={(commissionRateBp) => change({ commissionRateBp })}
        />
      </FilterField>
      <FilterField label={name('sales')}>
        <RangeField
          label={name('sales')}
          scale={1}
          value={filter.monthlySales}
          onChange={(monthlySales) => change({ monthlySales })}
        />
      </FilterField>
      <FilterField label={name('finding')}>
        <Checkbox.Group
          options={(['block', 'warn'] as const).map((value) => ({ value, label: t(`severity.${value}`) }))}
          value={filter.findings ?? []}
          onChange={(findings) => change({ findings })}
        />
      </FilterField>
      <FilterField label={t('catalog.filter.link')} wide>
        <LinkField filter={filter} onChange={onChange} />
      </FilterField>
      <FilterField label={t('catalog.column.earning')} wide>
        <Checkbox.Group
          options={(['own', 'other', 'unknown', 'none'] as const).map((value) => ({
            value,
            label: t(earningKeys[value]),
          }))}
          value={filter.earning ?? []}
          onChange={(earning) => change({ earning })}
        />
      </FilterField>
    </div>
  );
}
