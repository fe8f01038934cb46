import type { MessageParams, MessageText } from '#contract/messages/format-message';

/** Markup that is known to be well-formed and escaped; the only thing {@link html} inserts as it is. */
export class SafeHtml {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Insert = SafeHtml | readonly SafeHtml[] | string | number | null;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// oxlint-disable-next-line no-control-regex -- HTML allows none of them, not even escaped
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/g;

/** Text as it may stand in an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

function render(value: Insert): string {
  if (value === null) return '';
  if (value instanceof SafeHtml) return value.markup;
  if (typeof value === 'object') return value.map(({ markup }) => markup).join('');
  return escapeHtml(String(value));
}

/** Markup with every inserted text escaped. Attributes must be quoted in the template. */
export function html(parts: TemplateStringsArray, ...values: Insert[]): SafeHtml {
  return new SafeHtml(parts.reduce((markup, part, index) => markup + render(values[index - 1] ?? null) + part));
}

type BothParams = Readonly<Record<string, MessageParams[string] | MessageText>>;

/** A sentence in both languages, of which the page shows one; params are plain text, or sentences in both languages. */
export function both(text: MessageText, params: BothParams = {}): SafeHtml {
  return html`<span lang="zh-CN">${fill(text.zh, params, 'zh')}</span><span lang="en">${fill(text.en, params, 'en')}</span>`;
}

const isList = (value: object): value is readonly string[] => Array.isArray(value);

/** Places are filled as the app does it, whose code the domain does not run. */
function fill(template: string, params: BothParams, language: 'zh' | 'en'): string {
  const place = /\{([a-zA-Z]+)(?:\|([^|{}]+)\|([^|{}]+))?\}/g;
  return template.replace(place, (whole, name: string, one?: string, many?: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return whole;
    if (typeof value === 'object') {
      return isList(value) ? value.join(language === 'en' ? ', ' : '、') : value[language];
    }
    if (one === undefined || many === undefined) return String(value);
    return String(value) === '1' ? one : many;
  });
}

/** A relative address of a file of the pack; every part is encoded, so `#`, `%` and spaces in names do no harm. */
export const fileAddress = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
