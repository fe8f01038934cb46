import type { ReactNode } from 'react';
import { describePackChange } from '#contract/messages/openability-pack-messages';
import type { PackChange } from '#domain/openability/diff-packs';
import { useTranslator } from '../../i18n/locale.tsx';

/** What one pack says otherwise than another, sentence by sentence. */
export function ChangeList({ changes }: { changes: readonly PackChange[] }): ReactNode {
  const { t, locale } = useTranslator();
  if (changes.length === 0) return <p className="secondary">{t('policy.load.noChange')}</p>;
  return (
    <ul className="policy-changes">
      {changes.map((change) => {
        const text = describePackChange(change, locale);
        return <li key={`${change.code} ${text}`}>{text}</li>;
      })}
    </ul>
  );
}
