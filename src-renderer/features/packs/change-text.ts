import { fillMessage, type Locale } from '#contract/messages/format-message';
import { outcomeNames } from '#contract/messages/openability-messages';
import { packMessages } from '#contract/messages/pack-messages';
import type { PackItem } from '#contract/packs';

type Change = PackItem['changes'][number];

/** A change in words: prices as money, outcomes by their names. */
export function changeText({ code, params }: Change, locale: Locale): string {
  const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(value, locale)]));
  return fillMessage(packMessages.changes[code], shown, locale);
}

function inWords(value: string | number, locale: Locale): string {
  if (typeof value === 'number') return (value / 100).toLocaleString(locale, { style: 'currency', currency: 'CNY' });
  const outcome = Object.entries(outcomeNames).find(([name]) => name === value)?.[1];
  return outcome ? fillMessage(outcome, {}, locale) : value;
}
