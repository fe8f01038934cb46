import { basename } from 'node:path';
import { userListsFromCsv, userListsToCsv } from '#domain/compliance/user/list-csv';
import { userListsFromJsonText, userListsToJson } from '#domain/compliance/user/list-json';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { exportText } from '#infra/files/export-text';
import { readTextFile } from '#infra/files/read-text-file';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';
import { afterRuleChange } from './after-rule-change.ts';

type WordListMethods = Extract<keyof Handlers, `words.${string}`>;

/** Ten thousand entries with long notes stay below this. */
const largestList = 10_000_000;

export function wordListHandlers(engine: Engine): Pick<Handlers, WordListMethods> {
  const { wordLists, complianceStore, files, settings } = engine;

  const changed = afterRuleChange(engine);

  return {
    'words.list': () => {
      const { words, phrases } = wordLists.all();
      return { words: [...words], phrases: [...phrases] };
    },
    'words.saveWord': async ({ replaces, word }) => changed({ changeId: await wordLists.saveWord(replaces, word) }),
    'words.savePhrase': async ({ replaces, phrase, falseAlarm }) =>
      changed({ changeId: await wordLists.savePhrase(replaces, phrase, falseAlarm) }),
    'words.remove': async ({ words, phrases }) => changed({ changeId: await wordLists.remove(words, phrases) }),
    'words.import': async ({ file, dryRun }) => {
      const { path, name } = files.resolve(file, 'read');
      const text = await readTextFile(path, name, largestList);
      const read = /^[\uFEFF\s]*[{[]/.test(text) ? userListsFromJsonText(text) : userListsFromCsv(text);
      const result = await wordLists.import(name, read, dryRun);
      return result.changeId === null ? result : changed(result);
    },
    'words.export': async ({ format }) => {
      const { language } = settings.get();
      const name = `${language === 'en' ? 'words' : '词表'} ${shanghaiDay(engine.now())}`;
      // Without the mark Excel takes a UTF-8 CSV for GBK.
      const csv = (): string => `\uFEFF${userListsToCsv(wordLists.all(), language === 'en' ? 'en' : 'zh')}`;
      const text = format === 'csv' ? csv() : userListsToJson(wordLists.all());
      const path = await exportText(engine.paths.exports, name, `.${format}`, text);
      return files.register(path, basename(path), 'read');
    },
    'words.history': ({ limit }) => complianceStore.history(limit),
    'words.undo': async ({ changeId }) => changed((await wordLists.undo(changeId), null)),
  };
}
