import { createContext, type ReactNode, use, useMemo } from 'react';
import { type DescribedError, describeError } from '#contract/messages/describe-error';
import { fillMessage, type Locale, type MessageParams, type MessageText } from '#contract/messages/format-message';
import { type TextKey, texts } from './catalogue.ts';

export interface Translator {
  locale: Locale;
  /** The text of a key in the user's language, with its `{places}` filled. */
  t(key: TextKey, params?: MessageParams): string;
  /** A text that carries both languages (rule packs, contract messages). */
  pick(text: MessageText, params?: MessageParams): string;
  /** What to show for a failure. */
  errorText(error: DescribedError): string;
}

const none: MessageParams = {};

export function createTranslator(locale: Locale): Translator {
  return {
    locale,
    t: (key, params = none) => fillMessage(texts[key], params, locale),
    pick: (text, params = none) => fillMessage(text, params, locale),
    errorText: (error) => describeError(error, locale),
  };
}

const LocaleContext = createContext<Translator>(createTranslator('zh-CN'));

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }): ReactNode {
  const translator = useMemo(() => createTranslator(locale), [locale]);
  return <LocaleContext value={translator}>{children}</LocaleContext>;
}

/** The translator of the current language. */
export function useTranslator(): Translator {
  return use(LocaleContext);
}
