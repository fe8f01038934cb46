import { Button, Skeleton } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { InboxOutputs } from '#contract/inbox';
import { useTranslator } from '../../i18n/locale.tsx';
import { useSettings } from '../../state/services.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ReturnFocus } from '../../ui/return-focus.tsx';
import { joinSentences } from '../../ui/join-sentences.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { NoProducts } from '../catalog/no-products.tsx';
import { emptyInbox } from './empty-inbox.ts';
import { FixBar } from './fix-bar.tsx';
import { InboxDetail } from './inbox-detail.tsx';
import { commandOf } from './inbox-keys.ts';
import { lineAt } from './inbox-layout.ts';
import { InboxList, type InboxListHandle } from './inbox-list.tsx';
import { InboxToolbar } from './inbox-toolbar.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useFixCommands } from './use-fix-commands.ts';
import { useFixScope } from './use-fix-scope.ts';
import { type Inbox, useInbox } from './use-inbox.ts';
import { useInboxCommands } from './use-inbox-commands.ts';
import { useInboxFixes } from './use-inbox-fixes.tsx';
import { useInboxMoves } from './use-inbox-moves.ts';
import './inbox.css';

/** Everything that would be blocked or banned, by cause, with fixes for many at once. */
export function InboxPage(): ReactNode {
  const { t } = useTranslator();
  const inbox = useInbox();
  const { data, error, reload } = inbox.groups;
  if (data === null) {
    return (
      <>
        <PageHeader title={t('nav.inbox')} />
        {error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton active paragraph={{ rows: 10 }} />}
      </>
    );
  }
  return <LoadedInbox inbox={inbox} data={data} />;
}

const lineHeights = { comfortable: 60, compact: 48 };
/** Elsewhere keys are for what has the focus. */
const ownKeys = 'button, a, input, textarea, select, summary, [contenteditable]';

function LoadedInbox({ inbox, data }: { inbox: Inbox; data: InboxOutputs['inbox.groups'] }): ReactNode {
  const { t, locale } = useTranslator();
  const { density } = useSettings();
  const list = useRef<InboxListHandle>(null);
  const { view, layout, rows, ticks, current, line, row } = inbox;
  const scope = useFixScope(inbox);
  const { apply, busy, dialogs } = useInboxFixes(ticks.clear);
  const [helping, setHelping] = useState(false);
  const moves = useInboxMoves(inbox, list);
  const fixes = useFixCommands(inbox, scope, apply);
  const run = useInboxCommands(inbox, moves, fixes, () => setHelping(true));
  const isEmpty = layout.lines === 0;
  useEffect(() => list.current?.focus(), [isEmpty]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || (event.target instanceof Element && event.target.closest(ownKeys))) return;
    const command = commandOf(event, view.snoozed);
    if (command === null) return;
    event.preventDefault();
    run(command);
  }

  return (
    <div className="page-fill">
      <PageHeader
        title={t('nav.inbox')}
        note={joinSentences(
          [
            t('inbox.note', {
              blocked: data.blocked.toLocaleString(locale),
              products: data.products.toLocaleString(locale),
            }),
            data.unscanned > 0 ? t('inbox.note.unscanned', { n: data.unscanned.toLocaleString(locale) }) : '',
          ],
          locale,
        )}
        actions={
          <Button onClick={() => setHelping(true)}>
            {t('inbox.keys')}
            <kbd aria-hidden="true">?</kbd>
          </Button>
        }
      />
      <InboxToolbar view={view} data={data} onView={inbox.show} />
      {inbox.groups.error ? <ErrorNotice error={inbox.groups.error} onRetry={inbox.groups.reload} /> : null}
      {rows.error ? <ErrorNotice error={rows.error} onRetry={rows.reload} /> : null}
      {isEmpty ? (
        <NothingToDo inbox={inbox} data={data} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the list, also while its details are being read
        <div className="inbox-body" onKeyDown={onKeyDown}>
          <InboxList
            layout={layout}
            snoozed={view.snoozed}
            rowAt={rows.rowAt}
            onRange={rows.onRange}
            current={current}
            ticks={ticks.ticks}
            lineHeight={lineHeights[density]}
            handle={list}
            events={{
              onClick: (index, event) => moves.goTo(index, event.shiftKey),
              onTick: (index, event) => moves.tick(index, event.shiftKey),
              onOpen: (index) => {
                const listed = lineAt(layout, index)?.listed;
                if (listed) inbox.setOpen(listed.group, !listed.isOpen);
              },
              onBest: (index) => {
                const listed = lineAt(layout, index)?.listed;
                if (listed) fixes.fixGroup({ ...listed.group, rows: listed.rows });
              },
            }}
          />
          <InboxDetail line={line} row={row} onFix={fixes.fix} />
        </div>
      )}
      {isEmpty ? null : (
        <FixBar
          of={scope.of}
          count={scope.count}
          possible={scope.possible}
          busy={busy}
          onFix={fixes.fix}
          onClear={ticks.clear}
          onUndo={() => run({ do: 'undo' })}
        />
      )}
      {dialogs}
      {helping ? (
        <ReturnFocus>
          <ShortcutsDialog onClose={() => setHelping(false)} />
        </ReturnFocus>
      ) : null}
    </div>
  );
}

function NothingToDo({ inbox: { view, show }, data }: { inbox: Inbox; data: InboxOutputs['inbox.groups'] }): ReactNode {
  const { t, locale } = useTranslator();
  const { filter, snoozed } = view;
  const { unscanned } = data;
  if (!data.hasProducts) return <NoProducts />;
  const { title, text } = emptyInbox(view, unscanned);
  const actions =
    Object.keys(filter).length === 0 ? null : (
      <Button onClick={() => show({ filter: {}, snoozed })}>{t('inbox.empty.showAll')}</Button>
    );
  return (
    <EmptyState title={t(title)} actions={actions}>
      {text === null ? null : t(text, { n: unscanned.toLocaleString(locale) })}
    </EmptyState>
  );
}
