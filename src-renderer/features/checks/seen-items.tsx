import type { ReactNode } from 'react';
import { fillMessage } from '#contract/messages/format-message';
import { type ProbeDifference, probeDifferenceMessages } from '#contract/messages/probe-messages';
import type { ProbeEvidence } from '#domain/probing/probe-facts';
import { type TextKey, texts } from '../../i18n/catalogue.ts';
import { useTranslator, type Translator } from '../../i18n/locale.tsx';
import { DataList } from '../../ui/data-list.tsx';

/** `text.wechat` and `text.browser` are the two sides of one difference; other names have a text of their own. */
function nameOf(name: string, { t, locale }: Translator): string {
  const [difference = '', side] = name.split('.');
  if (Object.hasOwn(probeDifferenceMessages, difference) && (side === 'wechat' || side === 'browser')) {
    const what = fillMessage(probeDifferenceMessages[difference as ProbeDifference], {}, locale);
    return `${t(side === 'wechat' ? 'evidence.wechatSees' : 'evidence.browserSees')} · ${what}`;
  }
  const key = `evidence.item.${name}`;
  return Object.hasOwn(texts, key) ? t(key as TextKey) : name;
}

/** The words and values an answer was read from, as they stood on the page. */
export function SeenItems({ evidence }: { evidence: readonly ProbeEvidence[] }): ReactNode {
  const translator = useTranslator();
  if (evidence.length === 0) return null;
  return (
    <DataList
      rows={evidence.map(({ name, value }) => [
        nameOf(name, translator),
        <q key={name} className="seen-words">
          {value}
        </q>,
      ])}
    />
  );
}
