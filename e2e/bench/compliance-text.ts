import type { CompliancePack, LexiconTablesPack } from '#domain/compliance/packs/pack-types';

/** Small deterministic generator (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

function lexiconOf(packs: readonly CompliancePack[]): LexiconTablesPack {
  const found = packs.find((pack): pack is LexiconTablesPack => pack.kind === 'lexicon-tables');
  if (found === undefined) throw new Error('no lexicon tables among the packs');
  return found;
}

/** Words in proportion to their frequency, with marks and line breaks, as documents of about 2,000 characters. */
export function composeDocuments(packs: readonly CompliancePack[], bytes: number): string[] {
  const next = random(20_261_123);
  const groups = lexiconOf(packs).dictionary.map((words) => words.split(' ').filter((word) => word !== ''));
  const weights = groups.map((words, weight) => words.length * 2 ** weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const word = (): string => {
    let rest = next() * total;
    const group = weights.findIndex((weight) => (rest -= weight) < 0);
    const words = groups[group] ?? ['的'];
    return words[Math.floor(next() * words.length)] ?? '的';
  };
  const documents: string[] = [];
  let written = 0;
  while (written < bytes) {
    let text = '';
    while (text.length < 2000) {
      const sentence = Array.from({ length: 6 + Math.floor(next() * 18) }, word).join('');
      text += `${sentence}${next() < 0.15 ? `，${Math.floor(next() * 900)}元` : ''}${next() < 0.2 ? '！\n' : '。'}`;
    }
    documents.push(text);
    written += Buffer.byteLength(text);
  }
  return documents;
}

/** `count` distinct patterns of two or more characters: vocabulary first, then rarer dictionary words. */
export function composePatterns(packs: readonly CompliancePack[], count: number): string[] {
  const plain = packs.flatMap((pack) => (pack.kind === 'words' ? pack.classes.flatMap((entry) => entry.words) : []));
  const vocabulary = plain.flatMap((line) => line.split(/\s+/)).filter((word) => /^[\u4E00-\u9FFF]{3,8}$/.test(word));
  const rare = lexiconOf(packs)
    .dictionary.slice(0, 11)
    .flatMap((words) => words.split(' '))
    .filter((word) => word.length >= 3);
  return [...new Set([...vocabulary.slice(0, 1500), ...rare])].slice(0, count);
}
