import { scriptTokens } from './script-tokens.ts';

const han = /\p{Script=Han}/u;
const maxScriptWords = 20_000;

const wordAttributes = ['alt', 'title', 'aria-label', 'placeholder', 'data-share-title', 'data-share-desc'];
/** `og:title`, `description`, `twitter:description`, `itemprop=name`: what a share card shows. Keywords are no sentence. */
const cardMeta = /(?:^|[:_-])(?:title|name|desc|description)$|^share/i;

/** Chinese words an element carries without showing them at once: what stands for a picture, a hint, the share card. */
export function attributeWords(name: string, attributes: ReadonlyMap<string, string>): string[] {
  if (attributes.size === 0) return [];
  const words = name === 'meta' ? [cardWords(attributes)] : wordAttributes.map((key) => attributes.get(key) ?? '');
  return words.filter((text) => han.test(text));
}

function cardWords(attributes: ReadonlyMap<string, string>): string {
  const key = attributes.get('property') ?? attributes.get('itemprop') ?? attributes.get('name') ?? '';
  return cardMeta.test(key) ? (attributes.get('content') ?? '') : '';
}

/** Chinese texts that scripts and data blocks hold ready: share titles, dialogues, layers. One a line, each once. */
export function scriptWords(scripts: readonly string[]): string {
  const words = new Set<string>();
  let units = 0;
  for (const script of scripts) {
    for (const { kind, value } of scriptTokens(script)) {
      if (kind !== 'string' || !han.test(value) || units > maxScriptWords) continue;
      const text = value
        .replace(/<[^<>]{0,500}>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      words.add(text);
      units += text.length;
    }
  }
  return [...words].join('\n').slice(0, maxScriptWords);
}
