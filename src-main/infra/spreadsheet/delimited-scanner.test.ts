import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawRow } from '#domain/import/raw-row';
import { DelimitedScanner } from './delimited-scanner.ts';
import { readingLimits } from './reading-limits.ts';

function scan(text: string, options: { delimiter?: string; columns?: number; pieces?: number[] } = {}): RawRow[] {
  const scanner = new DelimitedScanner(options.delimiter ?? ',', options.columns);
  const rows: RawRow[] = [];
  let from = 0;
  for (const to of [...(options.pieces ?? []), text.length]) {
    rows.push(...scanner.push(text.slice(from, to)));
    from = Math.max(from, to);
  }
  return [...rows, ...scanner.finish()];
}

function cellsOf(text: string, columns?: number): string[][] {
  return scan(text, columns === undefined ? {} : { columns }).map(({ cells }) => cells);
}

test.each([
  [
    'plain',
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'no line break at the end',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'mixed line breaks',
    'a,b\r\nc,d\re,f\ng,h\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ],
  ],
  [
    'quotes, doubled quotes, delimiter and line break inside',
    '"a,1","b""c","d\r\ne"\nf,g,h',
    [
      ['a,1', 'b"c', 'd\r\ne'],
      ['f', 'g', 'h'],
    ],
  ],
  ['empty quoted cell', '"",b\n', [['', 'b']]],
  [
    'text after a closing quote',
    '"5寸"蛋糕,1\nb,2\nc,"3"',
    [
      ['"5寸"蛋糕', '1'],
      ['b', '2'],
      ['c', '3'],
    ],
  ],
  [
    'quotes that were not doubled',
    '"他说"你好"",1\nb,2',
    [
      ['他说"你好"', '1'],
      ['b', '2'],
    ],
  ],
  [
    'a quote inside a cell',
    '5"屏,1\nb,2',
    [
      ['5"屏', '1'],
      ['b', '2'],
    ],
  ],
  [
    'an unclosed quote',
    'a,"b\nc,d\ne,f',
    [
      ['a', '"b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
  ],
  [
    'a stray quote before a row with quotes',
    '"5寸,1\n"b,2",3\n',
    [
      ['"5寸', '1'],
      ['b,2', '3'],
    ],
  ],
  ['spaces after a closing quote', '"a" ,b\n', [['a', 'b']]],
  [
    'spaces before a quote',
    'a, "b,1",  "c""c"\n "d" , "e\ne", f\n',
    [
      ['a', 'b,1', 'c"c'],
      ['d', 'e\ne', ' f'],
    ],
  ],
  [
    'spaces before a quote that closes nowhere',
    'a, "b,c\nd, e"f,g',
    [
      ['a', ' "b', 'c'],
      ['d', ' e"f', 'g'],
    ],
  ],
] as [string, string, string[][]][])('%s', (_, text, rows) => {
  expect(cellsOf(text)).toEqual(rows);
});

test('two stray quotes in one column do not make two rows one', () => {
  const text = '1,"5寸,3,4,5\n6,7寸",8,9,0\n';
  expect(cellsOf(text, 5)).toEqual([
    ['1', '"5寸', '3', '4', '5'],
    ['6', '7寸"', '8', '9', '0'],
  ]);
});

test('rows are numbered as Excel shows them: line breaks in cells do not count, blank rows do', () => {
  const rows = scan('a,b\n\n"c\nc",d\n,,\ne,f\n');
  expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
});

const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '中', ' ', ';'), maxLength: 8 });
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });

function write(rows: string[][]): string {
  return rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}

test('what a well-behaved program writes reads back exactly', () => {
  fc.assert(
    fc.property(table, (rows) => {
      expect(cellsOf(write(rows))).toEqual(rows.filter((cells) => cells.some((text) => text.trim() !== '')));
    }),
    { numRuns: 1000 },
  );
});

test('rows do not depend on where the pieces of a file end', () => {
  const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '中'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 0, max: 60 })), fc.constantFrom(0, 5), (content, cuts, columns) => {
      const pieces = cuts.filter((cut) => cut <= content.length).toSorted((a, b) => a - b);
      expect(scan(content, { pieces, columns })).toEqual(scan(content, { columns }));
    }),
    { numRuns: 3000, examples: [['""\r\n"', [3], 0]] },
  );
});

test('a stray quote costs no other row', () => {
  const word = fc.stringMatching(/^[a-z中文0-9]{1,6}$/);
  const grid = fc.array(fc.array(word, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(grid, fc.nat(), fc.nat({ max: 5 }), (rows, pick, column) => {
      const broken = pick % rows.length;
      const damaged = rows.map((cells, row) =>
        cells.map((text, at) => (row === broken && at === column ? `"${text}` : text)),
      );
      const text = damaged.map((cells) => cells.join(',')).join('\n');
      expect(cellsOf(text, 6)).toEqual(damaged);
    }),
    { numRuns: 500 },
  );
});

test('NUL characters and undecodable bytes are marked with their cells', () => {
  expect(scan('a\0b,c\nd,e\ufffd\n')).toEqual([
    { line: 1, cells: ['ab', 'c'], flaws: [{ column: 0, kind: 'nul' }] },
    { line: 2, cells: ['d', 'e\ufffd'], flaws: [{ column: 1, kind: 'undecodable' }] },
  ]);
});

test.each([
  ['quoted', (text: string) => `"${text}"`],
  ['plain', (text: string) => text],
])('a %s cell of 1 MB is cut and marked, its neighbours are read', (_, write) => {
  const rows = scan(`a,b\n1,${write('长'.repeat(1024 * 1024))},2\n3,4\n`, { pieces: [100_000, 500_000] });
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 3]);
  expect(rows[1]?.flaws).toEqual([{ column: 1, kind: 'too-long' }]);
  expect(rows[1]?.cells.map(({ length }) => length)).toEqual([1, readingLimits.cellCharacters, 1]);
});

test('a cell over the limit is found wherever the pieces end', () => {
  const text = `1,${'x'.repeat(40_000)}\n`;
  for (const cut of [10_000, 32_760, 39_000]) {
    expect(scan(text, { pieces: [cut] })[0]?.flaws).toEqual([{ column: 1, kind: 'too-long' }]);
  }
});

test('too many cells are cut and marked', () => {
  const [row] = scan(`${'x,'.repeat(5000)}x\n`);
  expect(row?.cells).toHaveLength(readingLimits.columns);
  expect(row?.flaws).toEqual([{ column: -1, kind: 'too-many-cells' }]);
});

test('a row without end is a failure, not a memory problem', () => {
  const scanner = new DelimitedScanner(',');
  const piece = 'x'.repeat(1024 * 1024);
  expect(() => {
    for (let times = 0; times < 20; times += 1) scanner.push(piece);
  }).toThrow(expect.objectContaining({ params: expect.objectContaining({ reason: 'row-too-long', line: 1 }) }));
});

test('a file full of stray quotes stays a table', () => {
  const lines = Array.from({ length: 5000 }, (_, at) => `${at},"标题${at},3`);
  const rows = scan(lines.join('\n'), { columns: 3, pieces: [1000, 20_000, 60_000] });
  expect(rows).toHaveLength(5000);
  expect(rows[4999]?.cells).toEqual(['4999', '"标题4999', '3']);
});

test('NULs after the last row, as a crash or a full disk leaves them, are no row', () => {
  expect(scan('1,2\n3,4\n\0\0\0\0').map(({ cells }) => cells)).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
});
