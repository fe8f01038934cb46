import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CompiledWord } from './compile-words.ts';
import { mostSounds, SoundIndex } from './sound-index.ts';

const sound = fc.constantFrom(1, 2, 31, 32, 33, mostSounds);

function wordOf(text: string): CompiledWord {
  return { text, classes: [0], run: 1, fuzzy: true, checked: false, noun: false, initials: false };
}

it('finds every stretch that sounds like a word, silences among them or not', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.array(sound, { minLength: 2, maxLength: 4 }).map((ids) => String.fromCharCode(...ids)),
        { maxLength: 12 },
      ),
      fc.array(fc.oneof(sound, fc.constant(0)), { maxLength: 40 }),
      (sounds, ids) => {
        const index = new SoundIndex(sounds.map((text) => [text, [wordOf(text)]]));
        const found: string[] = [];
        index.scan(Uint16Array.from(ids), ids.length, (first, end, words) => {
          found.push(`${first}-${end} ${words.map((word) => word.text).join()}`);
        });
        const text = String.fromCharCode(...ids);
        const expected = sounds.flatMap((word) =>
          ids.flatMap((_, at) => (text.startsWith(word, at) ? [`${at}-${at + word.length} ${word}`] : [])),
        );
        expect(found.sort()).toEqual(expected.sort());
      },
    ),
  );
});
