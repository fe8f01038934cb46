import { Button } from 'antd';
import type { ReactNode } from 'react';
import { categoryName } from '#contract/messages/compliance-names';
import type { ListAction, ListEvent } from '#contract/word-lists';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { useAction } from '../../ui/use-action.ts';

const shownEvents = 200;

const actionKeys = {
  'words.saved': 'words.action.saved',
  'words.removed': 'words.action.removed',
  'words.imported': 'words.action.imported',
  'words.undone': 'words.action.undone',
  'finding.allowed': 'words.action.allowed',
} as const satisfies Record<ListAction, string>;

function EventRow({ event, onUndo }: { event: ListEvent; onUndo(): void }): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { at, action, subject, added, changed, removed, undone, falseAlarm } = event;
  return (
    <li>
      <time dateTime={at} className="faint tabular">
        {new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })}
      </time>
      <ToneTag tone="neutral">{t(actionKeys[action])}</ToneTag>
      <span className="list-event">
        <strong>{subject}</strong>
        <span className="secondary">
          {falseAlarm === null
            ? t('words.counts', { added, changed, removed })
            : `${pick(categoryName(falseAlarm.category))} · ${falseAlarm.context}`}
        </span>
      </span>
      {undone ? (
        <span className="faint">{t('words.undone')}</span>
      ) : (
        <Button size="small" onClick={onUndo}>
          {t('common.undo')}
        </Button>
      )}
    </li>
  );
}

/** What was changed in the lists, newest first; each change can be taken back while nothing builds on it. */
export function ListHistory(): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { run } = useAction();
  const { data, error, reload } = useRemote('words.history', { limit: shownEvents });
  if (error) return <ErrorNotice error={error} onRetry={reload} />;
  if (data === null) return null;
  if (data.length === 0) return <EmptyState title={t('words.empty.history')} />;
  return (
    <ul className="list-history" aria-label={t('words.history')}>
      {data.map((event) => (
        <EventRow
          key={event.changeId}
          event={event}
          onUndo={() => run(() => transport.call('words.undo', { changeId: event.changeId }))}
        />
      ))}
    </ul>
  );
}
