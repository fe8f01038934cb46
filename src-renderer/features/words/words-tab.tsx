import { Segmented } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { AllowPhrase, UserWord } from '#domain/compliance/user/user-types';
import { useTranslator } from '../../i18n/locale.tsx';
import { useJudgingDay } from '../../state/use-judging-day.ts';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { phraseColumns, wordColumns } from './entry-columns.tsx';
import { ListHistory } from './list-history.tsx';
import { ListPage } from './list-page.tsx';
import { ListTransfer } from './list-transfer.tsx';
import { PhraseDialog } from './phrase-dialog.tsx';
import { useEntryActions } from './use-entry-actions.ts';
import { WordDialog } from './word-dialog.tsx';
import '../compliance/compliance.css';
import './words.css';

const views = ['own', 'allow', 'history'] as const;
type View = (typeof views)[number];

const nothing = (): void => undefined;
const wordKey = ({ kind, text }: UserWord): string => `${kind} ${text}`;
const wordFields = ({ text, note, category }: UserWord): string[] => [text, note, category];
const phraseKey = ({ category, text }: AllowPhrase): string => `${category ?? ''} ${text}`;
const phraseFields = ({ text, reason, proof }: AllowPhrase): string[] => [text, reason, proof];

function OwnWords({ words }: { words: readonly UserWord[] }): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const day = useJudgingDay();
  const actions = useEntryActions();
  const columns = useMemo(() => wordColumns(translator, day), [translator, day]);
  return (
    <ListPage
      texts={{
        label: t('words.own'),
        note: t('words.own.note'),
        add: t('words.add.word'),
        empty: t('words.empty'),
        emptyNote: t('words.empty.note'),
      }}
      entries={words}
      columns={columns}
      keyOf={wordKey}
      fieldsOf={wordFields}
      onRemove={(expired) => actions.remove(expired, [], nothing)}
      renderDialog={(word, close) => <WordDialog word={word} actions={actions} onClose={close} />}
      extra={<ListTransfer />}
    />
  );
}

function AllowList({ phrases }: { phrases: readonly AllowPhrase[] }): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const day = useJudgingDay();
  const actions = useEntryActions();
  const columns = useMemo(() => phraseColumns(translator, day), [translator, day]);
  return (
    <ListPage
      texts={{
        label: t('words.allow'),
        note: t('words.allow.note'),
        add: t('words.add.phrase'),
        empty: t('words.empty.allow'),
        emptyNote: t('words.empty.allow.note'),
      }}
      entries={phrases}
      columns={columns}
      keyOf={phraseKey}
      fieldsOf={phraseFields}
      onRemove={(expired) => actions.remove([], expired, nothing)}
      renderDialog={(phrase, close) => <PhraseDialog phrase={phrase} actions={actions} onClose={close} />}
      extra={<ListTransfer />}
    />
  );
}

/** The user's own words, the wording they vouch for, and what was changed in both. */
export function WordsTab(): ReactNode {
  const { t } = useTranslator();
  const { data, error, reload } = useRemote('words.list', {});
  const [view, setView] = useState<View>('own');
  if (error) return <ErrorNotice error={error} onRetry={reload} />;
  if (data === null) return null;
  const counts: Record<View, string> = {
    own: ` ${data.words.length}`,
    allow: ` ${data.phrases.length}`,
    history: '',
  };
  return (
    <div className="words-tab">
      <Segmented<View>
        aria-label={t('rules.tab.words')}
        value={view}
        onChange={setView}
        options={views.map((value) => ({ value, label: `${t(`words.${value}`)}${counts[value]}` }))}
      />
      {view === 'own' ? <OwnWords words={data.words} /> : null}
      {view === 'allow' ? <AllowList phrases={data.phrases} /> : null}
      {view === 'history' ? <ListHistory /> : null}
    </div>
  );
}
