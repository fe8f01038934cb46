import { linkKindName } from '#contract/messages/link-messages';
import type { Translator } from '../../i18n/locale.tsx';
import type { MatrixRow } from '#domain/openability/matrix-rows';

/** What a line of the table is called. */
export function rowName({ kinds, situation }: MatrixRow, { t, pick }: Translator): string {
  if (situation !== null) return pick(situation);
  return kinds.map((kind) => pick(linkKindName(kind))).join(t('common.listComma'));
}
