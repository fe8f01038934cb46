import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { findBoundaries } from '../text/boundaries.ts';
import { createView, push } from '../text/view.ts';
import type { SequenceContext } from '../grammar/sequence.ts';
import { keyOfGram, visitEvidence } from './evidence-features.ts';
import { evidenceWindows, type EvidenceWindow } from './evidence-windows.ts';
import { addGrams } from './gram-sums.ts';
import { KeyTable } from './key-table.ts';
import { WindowSums } from './window-sums.ts';

const weights = {
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
  '。$': 31,
  '00': 37,
};

function tableOf(entries: Record<string, number>): KeyTable {
  const table = new KeyTable(Object.keys(entries).length);
  for (const [gram, weight] of Object.entries(entries)) table.setWeight(table.add(keyOfGram(gram)), weight);
  return table;
}

/** Windows never look at the words of a text. */
function contextOf(text: string): Omit<SequenceContext, 'table' | 'elements'> {
  const view = createView(text.length);
  for (let at = 0; at < text.length; at += 1) push(view, text.charCodeAt(at), at, at + 1, 0);
  return { boundaries: findBoundaries(view), units: view.units, length: view.length };
}

function plainSum(
  context: Omit<SequenceContext, 'table' | 'elements'>,
  window: EvidenceWindow,
  table: KeyTable,
): number {
  const keys = new Set<number>();
  visitEvidence(context as SequenceContext, window, [], (key) => keys.add(key | 0));
  return [...keys].reduce((sum, key) => sum + table.weightOf(table.find(key)), 0);
}

it('adds up the characters and pairs of every window, each once', () => {
  const table = tableOf(weights);
  let base = 1;
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
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80, size: 'max' }), (pieces) => {
      const context = contextOf(pieces.join(''));
      const windows = evidenceWindows(context);
      const sums = new WindowSums(windows, context.length);
      addGrams(context, windows, sums, { table, base, pairs: new Int32Array(context.length) });
      base += context.length;
      expect([...sums.total().subarray(0, windows.length)]).toEqual(
        windows.map((window) => plainSum(context, window, table)),
      );
    }),
    { numRuns: 2000 },
  );
});
