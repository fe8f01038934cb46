import { scriptTokens } from './script-tokens.ts';

const han = /\p{Script=Han}/u;
const maxScriptWords = 20_000;

/** `分享失败，请重试`, `关注成功`, `已取消分享`: what a script reports afterwards asks for nothing. */
const report =
  /^(?:.{0,8}(?:失败|成功|取消|异常|超时|出错)了?(?:[，,！!。]?请?(?:稍后|稍候)?再?重?试(?:一?次|一下)?)?|[您你]?已?取消了?.{0,4})[！!。.]*$/u;
/** `分享到微信朋友圈`: the name of a share button, which most pages carry. */
const shareButton = /^(?:点击|一键|立即)?(?:分享|转发)[到给至]?(?:微信|朋友圈|好友|朋友|QQ|空间|新浪|微博|[、，\s])*$/u;
const isWording = (text: string): boolean => han.test(text) && !report.test(text) && !shareButton.test(text);

const wordAttributes = ['alt', 'title', 'aria-label', 'placeholder', 'data-share-title', 'data-share-desc'];
/** `og:title`, `description`, `twitter:description`, `itemprop=name`: what a share card shows. Keywords are no sentence. */
const cardMeta = /(?:^|[:_-])(?:title|name|desc|description)$|^share/i;

/** Chinese words an element carries without showing them at once: what stands for a picture, a hint, the share card. */
export function attributeWords(name: string, attributes: ReadonlyMap<string, string>): string[] {
  if (attributes.size === 0) return [];
  const words = name === 'meta' ? [cardWords(attributes)] : wordAttributes.map((key) => attributes.get(key) ?? '');
  return words.filter((text) => isWording(text.trim()));
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
      if (kind !== 'string' || units > maxScriptWords || !han.test(value)) continue;
      const text = value
        .replace(/<[^<>]{0,500}>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      if (!isWording(text)) continue;
      words.add(text);
      units += text.length;
    }
  }
  return [...words].join('\n').slice(0, maxScriptWords);
}
