import { expandWord } from '#domain/compliance/grammar/expand-words';
import type { CompliancePack, LexiconTablesPack, WordClassData } from '#domain/compliance/packs/pack-types';
import type { FoldSources } from './fold-sources.ts';

const han = /^[\u4E00-\u9FA5]+$/u;
const commonWord = 150;
/** Words of the dictionary up to here are hardly ever written. */
const rareWord = 3;
const maxWeight = 19;

/** Writes out the templates of all classes that `wanted` accepts. */
function wordsOf(packs: readonly CompliancePack[], wanted: (entry: WordClassData) => boolean): string[] {
  const classes = packs.flatMap((pack) => (pack.kind === 'words' ? pack.classes : [])).filter(wanted);
  const templates = classes.flatMap((entry) => entry.words).flatMap((line) => line.split(/\s+/));
  return templates.filter((template) => template !== '').flatMap(expandWord);
}

function fuzzyWords(packs: readonly CompliancePack[]): Set<string> {
  const isSensitive = (word: string): boolean => han.test(word) && word.length >= 2 && word.length <= 6;
  return new Set(wordsOf(packs, (entry) => entry.fuzzy === true).filter(isSensitive));
}

/** Every 汉字 word of the vocabulary up to four characters. */
function allWords(packs: readonly CompliancePack[]): Set<string> {
  return new Set(wordsOf(packs, () => true).filter((word) => han.test(word) && word.length <= 4));
}

function foldSyllable(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
}

function soundOf(word: string, sources: FoldSources): string {
  return Array.from(word)
    .map((character) => foldSyllable(sources.wordReading(character)[0] ?? ''))
    .join(' ');
}

function weightOf(frequency: number): number {
  return Math.min(maxWeight, Math.max(1, Math.round(Math.log2(frequency + 1))));
}

function dictionary(sources: FoldSources, fuzzy: ReadonlySet<string>): string[] {
  const heads = new Set([...fuzzy].map((word) => word[0] ?? ''));
  const tails = new Set([...fuzzy].map((word) => word.at(-1) ?? ''));
  const byWeight: string[][] = Array.from({ length: maxWeight + 1 }, () => []);
  for (const [word, frequency] of sources.words) {
    if (!han.test(word) || word.length > 4) continue;
    const touches = word.length === 2 && (heads.has(word[1] ?? '') || tails.has(word[0] ?? ''));
    const isWanted = word.length === 1 ? frequency >= 30 : frequency >= (touches ? 60 : commonWord);
    if (isWanted) byWeight[weightOf(frequency)]?.push(word);
  }
  return byWeight.map((words) => words.sort().join(' '));
}

function homophones(sources: FoldSources, fuzzy: ReadonlySet<string>): string {
  const sounds = new Set([...fuzzy].filter((word) => word.length <= 3).map((word) => soundOf(word, sources)));
  const out: string[] = [];
  for (const [word, frequency] of sources.words) {
    if (frequency < 20 || !han.test(word) || word.length > 3 || word.length < 2 || fuzzy.has(word)) continue;
    if (sounds.has(soundOf(word, sources))) out.push(word);
  }
  return out.sort().join(' ');
}

const radicalForms: Record<string, string[]> = {
  亻: ['人', '亻'],
  氵: ['氵', '水'],
  扌: ['扌', '才', '手'],
  纟: ['纟', '糸', '丝'],
  讠: ['讠', '言'],
  钅: ['钅', '金'],
  饣: ['饣', '食'],
  礻: ['礻', '示'],
  忄: ['忄'],
  刂: ['刂', '刀'],
  辶: ['辶'],
  艹: ['艹', '草'],
  彳: ['彳'],
  犭: ['犭'],
  阝: ['阝'],
};

/** Splits that are words or everyday neighbours of their own. */
const ordinaryPairs = new Set(
  (
    '女子 日月 人言 人也 人本 木木 言午 金钱 口口 一人 二人 十口 人一 不口 小大 一大 大口 一口 一日 一白 自大 人人 大小 八刀 人王 一十 十一 二小 ' +
    '十十 日日 月月 土土 火火 口十 王一 工口 小土 小小 日一 人九 天口 手分 才分 才那 公页 非一 走取 走干 走户 走见 才发 才参 才止 才工 才困 才难 ' +
    '才劳 人支 人申 人至 人衣 人古 人吕 手发 手止 手难 手劳 手秋 水白 水山 水各 月工 白完 半反 女老 女良 比死 山令 火虫 火旱 牛高 口天 目害 木甘 ' +
    '止月 比白'
  ).split(' '),
);

/** Components that people also write beside what they enclose (走召 for 超); others stand beside their other half. */
const opened = new Set('走辶廴疒');

/** Whether a character falls into two halves that can be written one behind the other. */
function fallsApart({ operator, parts }: { operator: string; parts: string[] }): boolean {
  if (parts.length !== 2) return false;
  return /^[ad]$/.test(operator) || (/^s[bt]l$/.test(operator) && opened.has(parts[0] ?? ''));
}

function splits(sources: FoldSources, characters: ReadonlySet<string>): string {
  let out = '';
  for (const character of [...characters].sort()) {
    const found = sources.components.get(character);
    if (found === undefined || !fallsApart(found)) continue;
    const [left = '', right = ''] = found.parts;
    if (Array.from(left).length !== 1 || Array.from(right).length !== 1) continue;
    for (const form of radicalForms[left] ?? [left]) {
      const pair = form + right;
      const isWord = (sources.words.get(pair) ?? 0) > (opened.has(left) ? rareWord : 0);
      if (pair.length === 2 && !isWord && !ordinaryPairs.has(pair)) out += pair + character;
    }
  }
  return out;
}

/** Components too common to point at one word. */
const commonComponents = new Set(
  '口女力大又子人手水火土木日月士厂石几刀工不中心文见上下小一二三到金言车门马贝页米立生白方目田',
);

/** Pairs that are alike to the eye without sharing a component (Unicode lists no confusables for most 汉字). */
const alikeToTheEye =
  '徽微嶶微亨享劵券弮券囗口冋回仝同囘回巿市汩泪苿茉荭红笣包菿到' +
  '冶治冤免丄上丅下圑团旳的髙高亇个囬回圎圆亓元幵开囯国夲本囻国臸到笫第苐第竝立呌叫旡无兂无岀出冩写宻密靣面毉医祘算尐少囍喜伩信蕞最朂最樶最';

function lookAlikes(sources: FoldSources, characters: ReadonlySet<string>): string {
  const traditional = new Map<string, string>();
  for (const [from, to] of sources.simplified) if (characters.has(to)) traditional.set(from, to);
  let out = alikeToTheEye;
  for (const [character, { operator, parts }] of sources.components) {
    if (
      !/^[\u4E00-\u9FA5]$/u.test(character) ||
      !/^[adsw]/.test(operator) ||
      (sources.rank.get(character) ?? 99_999) < 3000
    )
      continue;
    if (sources.simplified.has(character)) continue;
    const base = parts
      .filter((part) => part.length === 1)
      .map((part) => (characters.has(part) ? part : traditional.get(part)));
    const known = base.filter((part) => part !== undefined && !commonComponents.has(part));
    if (known.length === 1 && !characters.has(character)) out += character + known[0];
  }
  return out;
}

/** Derives the tables that depend on the vocabulary: word breaks, ordinary homophones, split and look-alike characters. */
export function buildLexiconTable(sources: FoldSources, packs: readonly CompliancePack[]): LexiconTablesPack {
  const fuzzy = fuzzyWords(packs);
  const characters = new Set([...fuzzy].flatMap((word) => Array.from(word)));
  return {
    kind: 'lexicon-tables',
    id: 'lexicon-tables',
    dictionary: dictionary(sources, fuzzy),
    homophones: homophones(sources, fuzzy),
    splits: splits(sources, new Set([...allWords(packs)].flatMap((word) => Array.from(word)))),
    lookAlikes: lookAlikes(sources, characters),
  };
}
