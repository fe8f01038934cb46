import type { ReactNode } from 'react';
import type { issueEffects } from '#contract/import';
import { describeImportIssue } from '#contract/messages/describe-import-issue';
import { type ImportIssueCode, importMessages } from '#contract/messages/import-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import type { Tone } from '../../theme/status-colors.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';

type Effect = (typeof issueEffects)[number];

/** Which remarks are shown; an absent part does not filter. */
export interface IssueChoice {
  code?: string;
  effect?: Effect;
}

const tones: Record<Effect, Tone> = {
  rejected: 'bad',
  dropped: 'warn',
  repaired: 'step',
  note: 'neutral',
  skipped: 'gone',
};

export function EffectTag({ effect }: { effect: Effect }): ReactNode {
  const { t } = useTranslator();
  return <ToneTag tone={tones[effect]}>{t(`imports.effect.${effect}`)}</ToneTag>;
}

export function isIssueCode(code: string): code is ImportIssueCode {
  return Object.hasOwn(importMessages, code);
}

/** The remarks by what they say, most serious first; choosing one shows its rows. */
export function IssueGroups({
  batchId,
  choice,
  onChoose,
}: {
  batchId: number;
  choice: IssueChoice;
  onChoose(choice: IssueChoice): void;
}): ReactNode {
  const { t, locale } = useTranslator();
  const { data, error, reload } = useRemote('import.issueGroups', { batchId });
  if (error) return <ErrorNotice error={error} onRetry={reload} />;
  const groups = data ?? [];
  const all = groups.reduce((sum, { issues }) => sum + issues, 0);
  // The group's sentence without what differs from row to row.
  const summarise = (code: ImportIssueCode, column: string): string =>
    describeImportIssue(code, column === '' ? {} : { column }, locale).message.replaceAll(/\{\w+\}/g, '…');
  const entry = (key: string, label: ReactNode, count: number, to: IssueChoice, current: boolean): ReactNode => (
    <li key={key}>
      <button type="button" aria-pressed={current} onClick={() => onChoose(to)}>
        {label}
        <span className="tabular">{count.toLocaleString(locale)}</span>
      </button>
    </li>
  );
  return (
    <ul className="issue-groups">
      {entry('all', <span>{t('common.all')}</span>, all, {}, choice.code === undefined)}
      {groups.map(({ code, effect, column, issues }) =>
        entry(
          `${code} ${effect} ${column}`,
          <span>
            <EffectTag effect={effect} /> {isIssueCode(code) ? summarise(code, column) : code}
          </span>,
          issues,
          { code, effect },
          choice.code === code && choice.effect === effect,
        ),
      )}
    </ul>
  );
}
