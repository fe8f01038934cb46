import { RE2JS, RE2JSException } from 're2js';
import { programSize } from './program-size.ts';
import { userLimits } from './user-types.ts';

/** A compiled user pattern: time linear in the text, whatever the pattern. */
export interface CustomPattern {
  /** Ranges of all matches, leftmost, not overlapping, at most 200. */
  find: (text: string) => { start: number; end: number }[];
}

/** Why a pattern is refused; the message catalogue has the sentences. */
export type PatternFault = 'too-long' | 'empty-match' | 'syntax' | 'too-large';

const maxMatches = 200;
const maxProgram = 2000;

/** Compiles a pattern for linear-time matching (RE2). Refuses what is too long, too large or matches the empty text. */
export function compileCustomPattern(source: string): CustomPattern | PatternFault {
  if (source.length > userLimits.patternLength) return 'too-long';
  if (programSize(source) > maxProgram) return 'too-large';
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    if (error instanceof RE2JSException) return 'syntax';
    throw error;
  }
  if (compiled.matcher('').find()) return 'empty-match';
  return {
    find: (text) => {
      const matcher = compiled.matcher(text);
      const out: { start: number; end: number }[] = [];
      while (out.length < maxMatches && matcher.find()) {
        if (matcher.end() > matcher.start()) out.push({ start: matcher.start(), end: matcher.end() });
      }
      return out;
    },
  };
}
