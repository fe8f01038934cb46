import { referencePattern, referenceText } from '../../shared/character-references.ts';

const references = new RegExp(referencePattern, 'g');

/**
 * Replaces HTML character references; names that are not known stay as written. WeChat's block page writes `/` as
 * `&#x2f;`, Taobao's jump page `&` as `&amp;`.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(references, (whole, decimal?: string, hex?: string, name?: string) => {
    const character = referenceText(decimal, hex, name);
    return character === undefined ? whole : (character ?? '\ufffd');
  });
}
