import type { LinkFilter } from '#contract/links';
import { earnsNames, linkKindName, ownerNames } from '#contract/messages/link-messages';
import { outcomeNames } from '#contract/messages/openability-messages';
import type { Translator } from '../../i18n/locale.tsx';
import { listInWords } from '../../ui/list-in-words.ts';

type PartKey = Exclude<keyof LinkFilter, 'surface' | 'search'>;

/** One part of a filter in words. */
export interface LinkFilterPart {
  key: PartKey;
  label: string;
}

type Describe<Key extends PartKey> = (value: NonNullable<LinkFilter[Key]>, all: LinkFilter, t: Translator) => string;

/** Every part but the search words, which stand in their box. In the order of the chips. */
const describers: { [Key in PartKey]-?: Describe<Key> } = {
  productId: (id, _all, { t }) => t('links.filter.product', { id: id.slice(id.indexOf(':') + 1) }),
  noProduct: (_value, _all, { t }) => t('links.filter.noProduct'),
  kinds: (kinds, _all, translator) =>
    listInWords(
      kinds.map((kind) => translator.pick(linkKindName(kind))),
      translator,
    ),
  earns: (values, _all, translator) =>
    listInWords(
      values.map((value) => translator.pick(earnsNames[value])),
      translator,
    ),
  owner: (values, _all, translator) =>
    listInWords(
      values.map((value) => translator.pick(ownerNames[value])),
      translator,
    ),
  outcomes: (values, { surface }, translator) =>
    `${translator.t(`surface.${surface}`)}: ${listInWords(
      values.map((value) => translator.pick(outcomeNames[value])),
      translator,
    )}`,
  endsBetween: ({ from, to }, _all, { t }) =>
    from === to ? t('links.filter.endsOn', { day: from }) : t('links.filter.endsBetween', { from, to }),
  endedBefore: (_day, _all, { t }) => t('links.filter.ended'),
};

/** The parts of a filter in words, each of which can be taken away. */
export function linkFilterParts(filter: LinkFilter, translator: Translator): LinkFilterPart[] {
  return (Object.keys(describers) as PartKey[]).flatMap((key) => {
    const value = filter[key];
    if (value === undefined) return [];
    const describe = describers[key] as (value: unknown, all: LinkFilter, translator: Translator) => string;
    return [{ key, label: describe(value, filter, translator) }];
  });
}

/** The filter without one of its parts. */
export function withoutLinkPart(filter: LinkFilter, key: PartKey): LinkFilter {
  const { [key]: _gone, ...rest } = filter;
  return rest;
}
