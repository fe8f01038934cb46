/**
 * One user-facing sentence in both languages; `{name}` marks a parameter, `{name|item|items}` a word that follows its
 * number.
 */
export interface MessageText {
  zh: string;
  en: string;
}

export type Locale = 'zh-CN' | 'en';

/** A list is written with the marks of the language it is read in: what names several things hands them over as a list. */
export type MessageParams = Readonly<Record<string, string | number | readonly string[]>>;

/** Several values as part of a sentence: 、 between them in Chinese, commas in English. */
export const joinList = (values: readonly string[], locale: Locale): string =>
  values.join(locale === 'en' ? ', ' : '、');

const place = /\{([a-zA-Z]+)(?:\|([^|{}]+)\|([^|{}]+))?\}/g;

/**
 * Fills a sentence's `{name}` places. Unknown places stay visible, so a missing parameter is seen in review instead of
 * vanishing. Parameters are inserted as plain text; nothing in them is interpreted.
 */
export function fillMessage(text: MessageText, params: MessageParams, locale: Locale): string {
  const template = locale === 'en' ? text.en : text.zh;
  return template.replace(place, (whole, name: string, one?: string, many?: string) => {
    if (!Object.hasOwn(params, name)) return whole;
    const given = params[name];
    const value = Array.isArray(given) ? joinList(given, locale) : String(given);
    if (one === undefined || many === undefined) return value;
    return value === '1' ? one : many;
  });
}
