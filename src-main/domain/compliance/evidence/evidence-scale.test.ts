import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastOf } from '../../shared/last-of.ts';
import { Atoms, standings } from '../grammar/atoms.ts';
import { ClassRuns } from '../grammar/class-runs.ts';
import type { SequenceContext } from '../grammar/sequence.ts';
import { findBoundaries } from '../text/boundaries.ts';
import { ownArrays } from '../text/memory.ts';
import { createView, push } from '../text/view.ts';
import { gramOfKey, visitEvidence } from './evidence-features.ts';
import { EvidenceScale } from './evidence-scale.ts';
import type { EvidenceWindow } from './evidence-windows.ts';

const weights: Record<string, number> = {
  分: 3,
  享: -2,
  0: 7,
  _: -5,
  分享: 11,
  享分: 13,
  分0: -17,
  '0_': 19,
  _分: 23,
  '^0': 29,
  '^分': -41,
  '。分': 43,
  '。$': 31,
  '00': 37,
  '#SHARE': 47,
  '#GIFT': -53,
};
const classIds = new Map([
  ['SHARE', 0],
  ['GIFT', 1],
  ['OTHER', 2],
]);
const classRuns = new ClassRuns();
for (const id of classIds.values()) classRuns.define(id);
const runs = [classRuns.of([]), classRuns.of([0]), classRuns.of([2, 1, 0]), classRuns.of([2])];
const scale = lastOf(
  EvidenceScale.steps(
    {
      kind: 'evidence',
      id: 'test-scale',
      bias: -1,
      unit: 1,
      threshold: 0,
      alone: 0,
      harmless: -2,
      outweighs: '',
      weights: Object.entries(weights).map(([grams, w]) => ({ w, grams })),
      groups: [],
    },
    { classIds, classRuns },
  ),
);

type ScaleContext = Pick<SequenceContext, 'boundaries' | 'units' | 'length'> & { table: { atoms: Atoms } };

/** A text with a word of some classes at each of the places. */
function contextOf(text: string, words: readonly (readonly [number, number])[]): SequenceContext {
  const view = createView(text.length);
  for (let at = 0; at < text.length; at += 1) push(view, text.charCodeAt(at), at, at + 1, 0);
  const atoms = new Atoms(4, ownArrays);
  for (const [place, run] of words) {
    const start = place % Math.max(text.length, 1);
    const facts = { classes: runs[run] ?? 0, value: 0, exact: 1, fuzzy: 0, standing: standings.alone, parts: [] };
    atoms.add(start, start + 1, facts);
  }
  const context: ScaleContext = {
    table: { atoms },
    boundaries: findBoundaries(view),
    units: view.units,
    length: view.length,
  };
  // The scale looks at no more of a view.
  return context as SequenceContext;
}

function weightOfKey(key: number): number {
  const gram = key >>> 16 === 3 ? `#${[...classIds.keys()][key & 0xffff] ?? ''}` : gramOfKey(key);
  return gram === null ? 0 : (weights[gram] ?? 0);
}

function plainSum(context: SequenceContext, window: EvidenceWindow): number {
  let sum = 0;
  visitEvidence(context, window, classRuns.ids, (key) => {
    sum += weightOfKey(key);
  });
  return sum;
}

// Blanks and digits are rare enough that some windows hold only those they begin with.
const piece = fc.constantFrom(
  '分享享分分享分',
  '享a分分享享a分享',
  '分分分',
  '。',
  '，',
  '， ',
  '\n\n',
  '。 \n',
  '07',
  '0，7',
);
const words = fc.array(fc.tuple(fc.nat(400), fc.nat(runs.length - 1)), { maxLength: 40 });

it('adds up what is in every window, each as often as it is there', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80, size: 'max' }), words, (pieces, places) => {
      const context = contextOf(pieces.join(''), places);
      const { windows, sentences } = scale.weigh(context);
      for (const window of [...windows, ...sentences]) {
        const expected = scale.weightOf(plainSum(context, window), window.to - window.from);
        expect(window.weight).toBeCloseTo(expected, 9);
      }
    }),
    { numRuns: 1000 },
  );
});

it('tells what a part of a window adds', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 80, size: 'max' }),
      words,
      fc.nat(),
      (pieces, places, cut) => {
        const context = contextOf(pieces.join(''), places);
        const weighed = scale.weigh(context);
        const at = cut % context.length;
        const whole = scale.sumOf(weighed, 0, context.length);
        expect(scale.sumOf(weighed, 0, at) + scale.sumOf(weighed, at, context.length)).toBeCloseTo(whole, 9);
      },
    ),
  );
});
