import { isContent, isHan } from './unit-kinds.ts';
import { copyUnits, createView, foldBits, push, type View } from './view.ts';

/** Pairs of neighbours in the sensitive vocabulary, as `unit * 65536 + unit`. */
type Pairs = ReadonlySet<number>;

/** What emoji stand for in disguised wording, by their code points. */
const emojiWords = new Map<number, string>([
  [0x1f9e7, '红包'],
  [0x1f465, '群'],
  [0x1f193, '免费'],
  [0x1f501, '转发'],
  [0x1f504, '转发'],
  [0x2795, '加'],
  [0x1f4b0, '现金'],
  [0x1f4b5, '现金'],
  [0x1f4b4, '现金'],
  [0x1f381, '礼品'],
  [0x1f44d, '赞'],
  [0x1f52a, '砍'],
  [0x1f4f2, '下载'],
  [0x1f39f, '券'],
  [0x1f3ab, '券'],
  [0x1f4b2, '钱'],
  [0x1f517, '链接'],
  [0x24cb, 'v'],
  [0x2b55, '圈'],
  [0x1f4e5, '下载'],
  [0x2b07, '下载'],
  [0x1f46b, '好友'],
  [0x1f46d, '好友'],
  [0x1f46c, '好友'],
  [0x1f3b0, '抽奖'],
  [0x1f351, '淘'],
  [0x1f431, '猫'],
  [0x1f51d, '顶'],
  [0x1f947, '第一'],
  [0x1f250, '得'],
  [0x1f236, '有'],
  [0x1f4af, '100%'],
  [0x1f3c6, '冠军'],
  [0x1f4f1, '手机'],
  [0x1f4b3, '卡'],
  [0x21aa, '转发'],
  [0x2197, '转发'],
  [0x1f40e, '码'],
  [0x1f434, '码'],
  [0x1f437, '注'],
  [0x1f310, '网'],
  [0x1f578, '网'],
  [0x1f21a, '无'],
  [0x1f235, '满'],
  [0x1f251, '可'],
  [0x1f239, '折'],
  [0x1f195, '新'],
  [0x1f48a, '药'],
  [0x1f50d, '搜'],
  [0x1f50e, '搜'],
  [0x1f4b8, '钱'],
  [0x1f349, '瓜'],
  [0x1f30d, '球'],
  [0x1f30e, '球'],
  [0x1f30f, '球'],
]);

function codePointAt(view: View, at: number): number {
  const high = view.units[at] ?? 0;
  const low = view.units[at + 1] ?? 0;
  const isPair = high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
  return isPair ? (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000 : high;
}

/** 1 for the first units of the emoji above. */
const emojiLeads = new Uint8Array(0x10000);
for (const code of emojiWords.keys()) emojiLeads[String.fromCodePoint(code).charCodeAt(0)] = 1;

/** The first unit from `from` on that may begin one of the emoji above; else the length. */
function nextEmoji({ units, length }: View, from: number): number {
  for (let at = from; at < length; at += 1) {
    const unit = units[at] ?? 0;
    if (!isHan(unit) && emojiLeads[unit] !== 0) return at;
  }
  return length;
}

/** Words whose emoji mostly adorn what is said before them. */
const adornments = new Set(Array.from('赞顶新猫淘瓜钱球'));
/** What stands before a thing that is counted or asked for: 集38个👍. */
const asking = new Set(Array.from('0123456789个张点求要送给', (unit) => unit.charCodeAt(0)));
/** What ends a clause, beside the end of the text. */
const ends = new Set(Array.from('\n。，,！!？?；;、', (unit) => unit.charCodeAt(0)));
/** How far behind an emoji the rest of its clause is looked for. */
const lookAhead = 8;
const space = 32;

/** Whether nothing that words are made of follows from `from` on in a clause. */
function endsClause({ units, length }: View, from: number): boolean {
  const to = Math.min(length, from + lookAhead);
  for (let at = from; at < to; at += 1) {
    const unit = units[at] ?? 0;
    if (ends.has(unit)) return true;
    if (isContent(unit)) return false;
  }
  return true;
}

/**
 * Whether an emoji closes a clause that it adds nothing to (更划算👍): what is before makes no word of the vocabulary with
 * it, and neither counts it nor asks for it.
 */
function isDecoration(view: View, at: number, { word, width }: { word: string; width: number }, pairs: Pairs): boolean {
  if (!adornments.has(word) || !endsClause(view, at + width)) return false;
  const isSpaced = at > 1 && view.units[at - 1] === space;
  const before = view.units[isSpaced ? at - 2 : at - 1] ?? 0;
  return !asking.has(before) && !pairs.has(before * 0x10000 + word.charCodeAt(0));
}

/** Emoji that stand for a word become the word; other emoji stay. The view itself when it has none. */
export function replaceEmoji(view: View, pairs: Pairs): View {
  let out: View | null = null;
  let copied = 0;
  for (let at = nextEmoji(view, 0); at < view.length; at = nextEmoji(view, at + 1)) {
    const code = codePointAt(view, at);
    const word = emojiWords.get(code);
    if (word === undefined) continue;
    const width = code > 0xffff ? 2 : 1;
    if (isDecoration(view, at, { word, width }, pairs)) continue;
    out ??= createView(view.length, view.memory);
    copyUnits(view, copied, at, out);
    const start = view.start[at] ?? 0;
    const end = view.end[at + width - 1] ?? start + width;
    for (let index = 0; index < word.length; index += 1) push(out, word.charCodeAt(index), start, end, foldBits.emoji);
    copied = at + width;
    at = copied - 1;
  }
  if (out === null) return view;
  copyUnits(view, copied, view.length, out);
  return out;
}
