import { inSteps } from '../../shared/in-steps.ts';
import { isLetter } from '../text/unit-kinds.ts';
import { foldBits, markFolds, textOf, type View } from '../text/view.ts';
import { standings, type Atoms } from './atoms.ts';
import type { CompiledWord } from './compile-words.ts';
import { mostSounds, SoundIndex } from './sound-index.ts';
import { Spellings } from './spellings.ts';

const firstHan = 0x4e00;
const space = 32;
const longestWord = 8;
const longestSpelling = 40;
/** How far from a spelled syllable the rest of its word may stand, in units: spaces beside letters stand for no sound. */
const spelledReach = longestWord + 2;
/** Words taken up in one step. */
const wordsPerStep = 2_500;

interface SoundTables {
  syllables: string;
  readings: string;
  ordinary: ReadonlySet<string>;
}

/** zh/z, ch/c, sh/s and -ng/-n count as the same sound. */
function foldSyllable(name: string): string {
  return name.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
}

/** Inverse of {@link foldSyllable}: all spellings that fold to `key`. */
function spellingsOf(key: string): string[] {
  const starts = /^[zcs](?!h)/.test(key) ? [key, `${key[0]}h${key.slice(1)}`] : [key];
  return key.endsWith('n') ? starts.flatMap((start) => [start, `${start}g`]) : starts;
}

/** Where the letters around `at` begin, or `at`. */
function startOfLetters({ units }: Pick<View, 'units'>, at: number): number {
  let start = at;
  while (start > 0 && isLetter(units[start - 1] ?? 0)) start -= 1;
  return start;
}

/** Where the letters from `at` on end. */
function endOfLetters({ units, length }: Pick<View, 'units' | 'length'>, at: number): number {
  let end = at;
  while (end < length && isLetter(units[end] ?? 0)) end += 1;
  return end;
}

function hasLetter(view: View, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isLetter(view.units[at] ?? 0)) return true;
  return false;
}

function isWritten({ units }: View, start: number, end: number, text: string): boolean {
  if (text.length !== end - start) return false;
  for (let at = 0; at < text.length; at += 1) if (units[start + at] !== text.charCodeAt(at)) return false;
  return true;
}

function isOneOf(view: View, start: number, end: number, words: readonly CompiledWord[]): boolean {
  for (const { text } of words) if (isWritten(view, start, end, text)) return true;
  return false;
}

/** The sounds of a stretch of a view, each with the units it stands for. */
interface Sounds {
  ids: Uint16Array;
  from: Int32Array;
  to: Int32Array;
  length: number;
}

function addSound(sounds: Sounds, id: number, from: number, to: number): void {
  const at = sounds.length;
  sounds.ids[at] = id;
  sounds.from[at] = from;
  sounds.to[at] = to;
  sounds.length = at + 1;
}

/** Marks a stretch that sounds like `words`, and adds them where atoms are wanted. */
function note(
  view: View,
  { start, end, bit }: { start: number; end: number; bit: number },
  words: readonly CompiledWord[],
  out: Atoms | null,
): void {
  if (words.length > 0) markFolds(view, start, end, bit);
  if (out === null) return;
  for (const { run, text } of words) {
    const fuzzy = text.length >= 3 ? 2 : 1;
    out.add(start, end, { classes: run, value: 0, exact: 0, fuzzy, standing: standings.alone, parts: [] });
  }
}

/** Finds words of the vocabulary that are written with other characters, or letters, of the same sound. */
export class Homophones {
  private readonly idOfSyllable = new Map<string, number>();
  private readonly spellings = new Spellings(longestSpelling);
  /** Of every unit its sound, 0 for none. What letters and spaces sound like depends on what is around them. */
  private readonly soundOf = new Uint16Array(0x10000);
  /** Words looked for in other characters of the same sound. */
  private sensitive = new SoundIndex([]);
  private readonly bySound = new Map<string, CompiledWord[]>();
  private allWords: SoundIndex | null = null;
  private readonly ordinary: ReadonlySet<string>;

  private constructor({ syllables, readings, ordinary }: SoundTables) {
    this.ordinary = ordinary;
    const folded = syllables.split(' ').map((name) => this.register(name));
    for (let at = 0; at < readings.length; at += 1) {
      this.soundOf[firstHan + at] = folded[readings.charCodeAt(at) - firstHan] ?? 0;
    }
  }

  /** Prepared for the words of a vocabulary, in steps, for whoever has others to answer in between. */
  static *steps(tables: SoundTables, words: readonly CompiledWord[]): Generator<void, Homophones> {
    const homophones = new Homophones(tables);
    yield;
    yield* inSteps(words, wordsPerStep, (word) => homophones.learn(word));
    yield;
    const sensitive = [...homophones.bySound].filter(([, entries]) => entries.some((word) => word.fuzzy));
    homophones.sensitive = new SoundIndex(
      sensitive.map(([sound, entries]) => [sound, entries.filter((word) => word.fuzzy)]),
    );
    return homophones;
  }

  private learn(word: CompiledWord): void {
    if (word.text.length < 2 || word.text.length > longestWord) return;
    const sound = this.soundOfText(word.text);
    if (sound === null) return;
    const same = this.bySound.get(sound);
    if (same === undefined) this.bySound.set(sound, [word]);
    else same.push(word);
  }

  /**
   * All words: letters are meant to be read aloud, so any word may hide there. Built when letters are first met that
   * may be a syllable.
   */
  private get all(): SoundIndex {
    return (this.allWords ??= new SoundIndex([...this.bySound]));
  }

  private register(name: string): number {
    if (name === '') return 0;
    const key = foldSyllable(name);
    const id = this.idOfSyllable.get(key) ?? this.idOfSyllable.size + 1;
    if (id > mostSounds) throw new RangeError(`over ${mostSounds} syllables`);
    this.idOfSyllable.set(key, id);
    for (const spelling of spellingsOf(key)) this.spellings.learn(spelling, id);
    return id;
  }

  private soundOfText(text: string): string | null {
    let out = '';
    for (let at = 0; at < text.length; at += 1) {
      const id = this.soundOf[text.charCodeAt(at)] ?? 0;
      if (id === 0) return null;
      out += String.fromCharCode(id);
    }
    return out;
  }

  /** For each unit its sound, 0 for none. */
  private soundsByUnit({ units, length, memory }: View): Uint16Array {
    const { soundOf } = this;
    const out = memory.uint16(length);
    for (let at = 0; at < length; at += 1) out[at] = soundOf[units[at] ?? 0] ?? 0;
    return out;
  }

  /** The sounds of units `[from, to)`, neither end of which lies among letters. */
  private soundsIn(view: View, from: number, to: number): Sounds {
    const { units, memory } = view;
    const size = to - from;
    const sounds: Sounds = {
      ids: memory.uint16(size),
      from: memory.int32(size),
      to: memory.int32(size),
      length: 0,
    };
    for (let at = from; at < to; ) {
      const unit = units[at] ?? 0;
      if (unit === space || isLetter(unit)) at = this.addUnsettled(view, at, sounds);
      else {
        addSound(sounds, this.soundOf[unit] ?? 0, at, at + 1);
        at += 1;
      }
    }
    return sounds;
  }

  /** Adds what a space or the letters from `at` on sound like; returns where they end. */
  private addUnsettled(view: Pick<View, 'units' | 'length'>, at: number, sounds: Sounds): number {
    const { units } = view;
    if (isLetter(units[at] ?? 0)) return this.addLetters(view, at, sounds);
    // A space between spelled syllables separates them, it is no silence.
    if (!isLetter(units[at - 1] ?? 0) && !isLetter(units[at + 1] ?? 0)) addSound(sounds, 0, at, at + 1);
    return at + 1;
  }

  /** Whether letters `[from, to)` are pinyin; their syllables are then asked of `spellings`. */
  private isSpelling({ units }: Pick<View, 'units'>, from: number, to: number): boolean {
    return to - from >= 2 && to - from <= longestSpelling && this.spellings.split(units, from, to);
  }

  /** Adds the syllables of a run of letters, or one silence when it is no pinyin; returns where the run ends. */
  private addLetters(view: Pick<View, 'units' | 'length'>, from: number, sounds: Sounds): number {
    const to = endOfLetters(view, from);
    if (!this.isSpelling(view, from, to)) {
      addSound(sounds, 0, from, to);
      return to;
    }
    for (let at = from; at < to; ) {
      const size = this.spellings.sizeAt(at - from);
      addSound(sounds, this.spellings.soundAt(at - from), at, at + size);
      at += size;
    }
    return to;
  }

  /**
   * Stretches of a view around syllables of several letters, in units: wide enough for any word that takes part of
   * them, with the spaces between them.
   */
  private spelledStretches(view: View): [number, number][] {
    const { units, length } = view;
    const out: [number, number][] = [];
    for (let at = 0; at < length; at += 1) {
      if (!isLetter(units[at] ?? 0)) continue;
      const end = endOfLetters(view, at);
      if (this.isSpelling(view, at, end) && this.spellings.hasLongSyllable(end - at)) {
        const from = startOfLetters(view, Math.max(0, at - spelledReach));
        const to = endOfLetters(view, Math.min(length, end + spelledReach));
        const last = out.at(-1);
        if (last !== undefined && from <= last[1]) last[1] = to;
        else out.push([from, to]);
      }
      at = end;
    }
    return out;
  }

  /**
   * Marks what only sounds like the vocabulary and adds the words to `out`, if given; `accepts` decides whether a
   * stretch stands on its own.
   */
  find(view: View, accepts: (start: number, end: number) => boolean, out: Atoms | null): void {
    this.sensitive.scan(this.soundsByUnit(view), view.length, (start, end, words) => {
      // Most of what sounds like a word is that word.
      const isWord = isOneOf(view, start, end, words);
      if (isWord && words.length === 1) return;
      const written = textOf(view, start, end);
      if (this.ordinary.has(written) || !accepts(start, end)) return;
      const others = isWord ? words.filter((word) => word.text !== written) : words;
      note(view, { start, end, bit: foldBits.homophone }, others, out);
    });
    for (const [from, to] of this.spelledStretches(view)) {
      const sounds = this.soundsIn(view, from, to);
      this.all.scan(sounds.ids, sounds.length, (first, last, words) => {
        const start = sounds.from[first] ?? 0;
        const end = sounds.to[last - 1] ?? 0;
        if (hasLetter(view, start, end)) note(view, { start, end, bit: foldBits.pinyin }, words, out);
      });
    }
  }
}
