import type { CatalogFilter } from '#contract/catalog';
import { categoryName } from '#contract/messages/compliance-names';
import { outcomeNames } from '#contract/messages/openability-messages';
import type { Translator } from '../../i18n/locale.tsx';
import { listInWords } from '../../ui/list-in-words.ts';

/** One part of a filter in words. */
export interface FilterPart {
  key: keyof CatalogFilter;
  label: string;
}

type Range = { min?: number | undefined; max?: number | undefined };
type Describe<Value> = (value: Value, translator: Translator) => string;

function range({ min, max }: Range, write: (value: number) => string): string {
  if (min === undefined) return `≤ ${write(max ?? 0)}`;
  if (max === undefined) return `≥ ${write(min)}`;
  return `${write(min)} – ${write(max)}`;
}

const yuan = (fen: number): string => `¥${fen / 100}`;
const percent = (bp: number): string => `${bp / 100}%`;

/** Every part but the search words, which stand in their box. In the order of the chips. */
const describers: { [Key in Exclude<keyof CatalogFilter, 'search'>]-?: Describe<NonNullable<CatalogFilter[Key]>> } = {
  ids: (ids, { t }) => t('catalog.filter.ids', { n: ids.length }),
  batchId: (batch, { t }) => t('catalog.filter.batch', { batch }),
  platforms: (values, translator) =>
    listInWords(
      values.map((value) => translator.t(`platform.${value}`)),
      translator,
    ),
  categories: (values, translator) => listInWords(values, translator),
  shops: (values, translator) => listInWords(values, translator),
  finalPriceFen: (value, { t }) => `${t('catalog.column.price')} ${range(value, yuan)}`,
  commissionFen: (value, { t }) => `${t('catalog.column.commission')} ${range(value, yuan)}`,
  commissionRateBp: (value, { t }) => `${t('catalog.column.rate')} ${range(value, percent)}`,
  monthlySales: (value, { t, locale }) =>
    `${t('catalog.column.sales')} ${range(value, (n) => n.toLocaleString(locale))}`,
  coupon: (values, translator) =>
    `${translator.t('catalog.column.coupon')}: ${listInWords(
      values.map((value) => translator.t(`catalog.couponState.${value}`)),
      translator,
    )}`,
  couponEnds: (days, { t }) => t('catalog.filter.couponEnds', days),
  endsBetween: (days, { t }) => t('catalog.filter.endsBetween', days),
  link: ({ surface, outcomes }, translator) =>
    `${translator.t(`surface.${surface}`)}: ${listInWords(
      outcomes.map((outcome) => translator.pick(outcomeNames[outcome])),
      translator,
    )}`,
  noUsableLinkOn: (surface, { t }) => t('catalog.filter.noUsableLink', { surface: t(`surface.${surface}`) }),
  earning: (values, translator) =>
    listInWords(
      values.map((value) => translator.t(earningKeys[value])),
      translator,
    ),
  findings: (values, translator) =>
    `${translator.t('catalog.column.finding')}: ${listInWords(
      values.map((value) => translator.t(`severity.${value}`)),
      translator,
    )}`,
  findingCategories: (values, translator) =>
    listInWords(
      values.map((value) => translator.pick(categoryName(value))),
      translator,
    ),
};

export const earningKeys = {
  own: 'earning.own',
  other: 'earning.other',
  unknown: 'earning.ownerUnknown',
  none: 'earning.no',
} as const;

/** The parts of a filter in words, each of which can be taken away. */
export function filterParts(filter: CatalogFilter, translator: Translator): FilterPart[] {
  return (Object.keys(describers) as (keyof typeof describers)[]).flatMap((key) => {
    const value = filter[key];
    if (value === undefined) return [];
    const describe = describers[key] as Describe<typeof value>;
    return [{ key, label: describe(value, translator) }];
  });
}

/** The filter without one of its parts. */
export function withoutPart(filter: CatalogFilter, key: keyof CatalogFilter): CatalogFilter {
  const { [key]: _gone, ...rest } = filter;
  return rest;
}
