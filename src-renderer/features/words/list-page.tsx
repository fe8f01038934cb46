import { Button, Input } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { isInForce } from '#domain/compliance/user/user-types';
import { useTranslator } from '../../i18n/locale.tsx';
import { useJudgingDay } from '../../state/use-judging-day.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { VirtualColumn } from '../../ui/virtual-table.tsx';
import { EntryTable } from './entry-table.tsx';

/** The words of one list's page. */
export interface ListTexts {
  label: string;
  note: string;
  add: string;
  empty: string;
  emptyNote: string;
}

interface ListPageProps<Entry> {
  texts: ListTexts;
  entries: readonly Entry[];
  columns: readonly VirtualColumn<Entry>[];
  keyOf(entry: Entry): string;
  /** What the search looks into. */
  fieldsOf(entry: Entry): readonly string[];
  onRemove(entries: readonly Entry[]): void;
  /** The dialog for an entry, or for a new one. */
  renderDialog(entry: Entry | null, close: () => void): ReactNode;
  /** Further buttons of the toolbar. */
  extra: ReactNode;
}

/** One of the user's lists: search, add, open, clear out what has expired. */
export function ListPage<Entry extends { expiresOn: string | null }>(props: ListPageProps<Entry>): ReactNode {
  const { texts, entries, columns, keyOf, fieldsOf, onRemove, renderDialog, extra } = props;
  const { t } = useTranslator();
  const day = useJudgingDay();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<{ entry: Entry | null } | null>(null);
  const shown = useMemo(() => {
    const wanted = search.toLowerCase();
    return entries.filter((entry) => fieldsOf(entry).some((field) => field.toLowerCase().includes(wanted)));
  }, [entries, fieldsOf, search]);
  const expired = entries.filter((entry) => !isInForce(entry, day));
  const add = (
    <Button type="primary" onClick={() => setOpen({ entry: null })}>
      {texts.add}
    </Button>
  );

  return (
    <>
      <div className="toolbar">
        <Input
          allowClear
          className="words-search"
          placeholder={t('words.search')}
          aria-label={t('words.search')}
          onChange={(event) => setSearch(event.target.value.trim())}
        />
        <span className="secondary toolbar-note">{texts.note}</span>
        {expired.length === 0 ? null : (
          <Button onClick={() => onRemove(expired)}>{t('words.clean', { n: expired.length })}</Button>
        )}
        {extra}
        {add}
      </div>
      {shown.length > 0 ? (
        <EntryTable
          label={texts.label}
          entries={shown}
          columns={columns}
          keyOf={keyOf}
          onOpen={(entry) => setOpen({ entry })}
        />
      ) : search === '' ? (
        <EmptyState title={texts.empty} actions={add}>
          {texts.emptyNote}
        </EmptyState>
      ) : (
        <EmptyState title={t('words.noneFound', { text: search })} />
      )}
      {open === null ? null : renderDialog(open.entry, () => setOpen(null))}
    </>
  );
}
