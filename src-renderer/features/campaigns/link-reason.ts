import type { ChosenLink } from '#contract/campaigns';
import { choiceMessages, describeChoice } from '#contract/messages/link-messages';
import type { ChoiceReason } from '#domain/links/choose-link';
import type { Translator } from '../../i18n/locale.tsx';

const isChoice = (code: string): code is ChoiceReason => Object.hasOwn(choiceMessages, code);

/** Why an item is posted with its link, as one sentence. */
export function linkReason(
  { reason: { code, params }, pinned }: Pick<ChosenLink, 'reason' | 'pinned'>,
  { t, locale }: Pick<Translator, 't' | 'locale'>,
): string {
  if (pinned || !isChoice(code)) return t('campaigns.pinnedReason');
  return describeChoice({ reason: code, params }, locale);
}
