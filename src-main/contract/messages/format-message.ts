/** One user-facing sentence in both languages; `{name}` marks a parameter. */
export interface MessageText {
  zh: string;
  en: string;
}

export type Locale = 'zh-CN' | 'en';

export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * Fills a sentence's `{name}` places. Unknown places stay visible, so a missing parameter is seen in review instead of
 * vanishing. Parameters are inserted as plain text; nothing in them is interpreted.
 */
export function fillMessage(text: MessageText, params: MessageParams, locale: Locale): string {
  const template = locale === 'en' ? text.en : text.zh;
  return template.replace(/\{([a-zA-Z]+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}
