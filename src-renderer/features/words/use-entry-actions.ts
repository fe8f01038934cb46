import { useMemo } from 'react';
import type { AllowPhrase, UserWord } from '#domain/compliance/user/user-types';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useUndoNotice } from '../../ui/use-undo-notice.tsx';

/** What can be done to entries of the lists; each says what it did and can be taken back. */
export interface EntryActions {
  busy: boolean;
  saveWord(before: UserWord | null, after: UserWord, done: () => void): void;
  savePhrase(before: AllowPhrase | null, after: AllowPhrase, done: () => void): void;
  remove(words: readonly UserWord[], phrases: readonly AllowPhrase[], done: () => void): void;
}

export function useEntryActions(): EntryActions {
  const { transport } = useServices();
  const { t } = useTranslator();
  const { run, busy } = useAction();
  const notice = useUndoNotice();

  return useMemo(() => {
    const change = (work: () => Promise<{ changeId: number }>, said: string, done: () => void): void =>
      run(async () => {
        const { changeId } = await work();
        done();
        notice(said, () => transport.call('words.undo', { changeId }));
      });
    return {
      busy,
      saveWord(before, word, done) {
        const replaces = before && { kind: before.kind, text: before.text };
        change(() => transport.call('words.saveWord', { replaces, word }), t('words.saved', { text: word.text }), done);
      },
      savePhrase(before, phrase, done) {
        const replaces = before && { text: before.text, category: before.category };
        const call = () => transport.call('words.savePhrase', { replaces, phrase, falseAlarm: null });
        change(call, t('words.saved', { text: phrase.text }), done);
      },
      remove(words, phrases, done) {
        const keys = {
          words: words.map(({ kind, text }) => ({ kind, text })),
          phrases: phrases.map(({ text, category }) => ({ text, category })),
        };
        const all = [...words, ...phrases];
        const said =
          all.length === 1
            ? t('words.removed', { text: all[0]?.text ?? '' })
            : t('words.removedMany', { n: all.length });
        change(() => transport.call('words.remove', keys), said, done);
      },
    };
  }, [transport, t, run, busy, notice]);
}
