import { joinList } from '#contract/messages/format-message';
import { linkKindName } from '#contract/messages/link-messages';
import type { Translator } from '../../i18n/locale.tsx';
import type { MatrixRow } from '#domain/openability/matrix-rows';

/** What a line of the table is called. */
export function rowName({ kinds, situation }: MatrixRow, { pick, locale }: Translator): string {
  if (situation !== null) return pick(situation);
  return joinList(
    kinds.map((kind) => pick(linkKindName(kind))),
    locale,
  );
}
