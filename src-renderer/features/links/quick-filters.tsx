import type { ReactNode } from 'react';
import type { EarningGroup, LinkFilter, LinkOverview } from '#contract/links';
import { type Translator, useTranslator } from '../../i18n/locale.tsx';
import { tidyFilter } from './links-view.ts';

type Narrowing = Omit<LinkFilter, 'surface' | 'search'>;

interface QuickFilter {
  key: string;
  label: string;
  count: number;
  /** What it narrows the list down to; parts it names are replaced, others stay. */
  filter: Narrowing;
}

const earningFilters: Record<EarningGroup, Pick<Narrowing, 'earns' | 'owner'>> = {
  own: { owner: ['own'], earns: ['yes', 'unknown'] },
  affiliate: { owner: ['unknown'], earns: ['yes'] },
  unknown: { owner: ['unknown'], earns: ['unknown'] },
  other: { owner: ['other'], earns: ['yes', 'unknown'] },
  none: { earns: ['no'] },
};

const groups: readonly EarningGroup[] = ['own', 'affiliate', 'unknown', 'other', 'none'];

function byEarning({ earning }: LinkOverview, { t }: Translator): QuickFilter[] {
  return groups
    .filter((group) => earning[group] > 0 || group === 'own')
    .map((group) => ({
      key: group,
      label: t(`links.quick.${group}`),
      count: earning[group],
      filter: earningFilters[group],
    }));
}

function byState(overview: LinkOverview, { t }: Translator): QuickFilter[] {
  const { soon, endingSoon, ended, noProduct, today } = overview;
  return [
    { key: 'soon', label: t('links.quick.soon'), count: endingSoon, filter: { endsBetween: soon } },
    { key: 'ended', label: t('links.quick.ended'), count: ended, filter: { endedBefore: today } },
    ...(noProduct === 0
      ? []
      : [
          {
            key: 'noProduct',
            label: t('links.quick.noProduct'),
            count: noProduct,
            filter: { noProduct: true as const },
          },
        ]),
  ];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

interface QuickFiltersProps {
  overview: LinkOverview;
  filter: LinkFilter;
  onChange(filter: LinkFilter): void;
}

/** What most people narrow the list down to, each with how many links it finds. */
export function QuickFilters({ overview, filter, onChange }: QuickFiltersProps): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const { surface, search, ...parts } = filter;
  const base: LinkFilter = search === undefined ? { surface } : { surface, search };
  const button = ({ key, label, count, filter: narrowing }: QuickFilter): ReactNode => {
    const pressed = same(tidyFilter({ surface, ...narrowing }), tidyFilter({ surface, ...sorted(parts, narrowing) }));
    return (
      <button
        key={key}
        type="button"
        className="quick-filter"
        aria-pressed={pressed}
        onClick={() => onChange(pressed && key !== 'all' ? base : { ...base, ...narrowing })}
      >
        {label} <span className="tabular">{count.toLocaleString(translator.locale)}</span>
      </button>
    );
  };
  return (
    <fieldset className="quick-filters" aria-label={t('links.quick')}>
      {button({ key: 'all', label: t('common.all'), count: overview.total, filter: {} })}
      <span className="quick-gap" />
      {byEarning(overview, translator).map(button)}
      <span className="quick-gap" />
      {byState(overview, translator).map(button)}
    </fieldset>
  );
}

/** `parts` with the keys they share with `like` in its order, so that both can be compared as text. */
const sorted = (parts: Narrowing, like: Narrowing): Narrowing => {
  const keys = Object.keys(like) as (keyof Narrowing)[];
  return Object.fromEntries([
    ...keys.filter((key) => key in parts).map((key) => [key, parts[key]]),
    ...Object.entries(parts).filter(([key]) => !keys.includes(key as keyof Narrowing)),
  ]);
};
