import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createFileFolder, readFile } from './testing/read-file.ts';
import { buildXlsx } from './testing/xlsx-builder.ts';

const folder = await createFileFolder();
afterAll(() => folder.remove());

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** From the first comment on the parser reads everything, whatever it looks like. */
const allParsed = '<!-- -->';

const text = fc.constantFrom(
  '面膜',
  ' 面膜 ',
  'a&amp;b',
  '&amp;&amp;',
  'a&amp;amp;b',
  '&lt;&amp;',
  '&#20080;一',
  '',
  '😀',
  '\u0085',
  'x]]y',
  '_x000D_',
  '\r\n',
  'a>b',
);
const string = fc.oneof(
  { weight: 5, arbitrary: text.map((value) => `<si><t>${value}</t></si>`) },
  text.map((value) => `<si><t xml:space="preserve">${value}</t></si>`),
  text.map((value) => `<si><r><t>${value}</t></r><r><t>膜</t></r><rPh sb="0" eb="1"><t>よみ</t></rPh></si>`),
  text.map((value) => `<si><t><![CDATA[${value.replaceAll('&', '')}<si><t>假</t></si>]]></t></si>`),
  fc.constantFrom('<si><t/></si>', '<si/>', ' <si> <t>隔</t> </si>\n', '<!-- <si><t>假</t></si> -->'),
);
const reference = fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'AA', ''), fc.integer({ min: 2, max: 9 }));
const cell = fc.tuple(reference, fc.integer({ min: 0, max: 9 }), text).chain(([[column, row], number, value]) => {
  const at = column === '' ? '' : ` r="${column}${row}"`;
  return fc.constantFrom(
    `<c${at} t="s"><v>${number}</v></c>`,
    `<c${at} s="1" t="s"><v>${number}</v></c>`,
    `<c${at} t="s" s="1"><v>${number}</v></c>`,
    `<c${at}><v>${number}.5</v></c>`,
    `<c${at} s="1"><v>4${number}327</v></c>`,
    `<c${at} t="b"><v>1</v></c>`,
    `<c${at} t="e"><v>#N/A</v></c>`,
    `<c${at} s="1"/>`,
    `<c${at} t="inlineStr"><is><t>${value}</t></is></c>`,
    `<c${at} t="str"><f>"满"</f><v>${value}</v></c>`,
    `\n  <c${at} t="str"><v>${value}</v></c>\n`,
    `<x:c${at} t="str"><x:v>${value}</x:v></x:c>`,
    `<!-- <c${at} t="str"><v>假</v></c> -->`,
    `<?tool <c${at} t="str"><v>假</v></c> ?>`,
    `<c${at} t="str"><v><![CDATA[<c r="A1"><v>1</v></c>]]></v></c>`,
  );
});

function workbook(strings: readonly string[], rows: readonly (readonly string[])[], front: string) {
  const head = `<?xml version="1.0" encoding="UTF-8"?>${front}`;
  const headers = ['商品id', '商品名称', '价格', '佣金'].map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`);
  const lines = rows.map((cells, index) => `<row r="${index + 2}">${cells.join('')}</row>`);
  const data = `<sheetData><row r="1">${headers.join('')}</row>${lines.join('')}</sheetData>`;
  return buildXlsx({
    sheets: [
      { name: 'Page1', whole: true, xml: `${head}<worksheet xmlns="${main}" xmlns:x="${main}">${data}</worksheet>` },
    ],
    extraParts: [{ name: 'xl/sharedStrings.xml', data: `${head}<sst xmlns="${main}">${strings.join('')}</sst>` }],
    styles: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  });
}

describe('cells and strings that are read past the parser', () => {
  test('are those the parser would have read', async () => {
    let run = 0;
    const source = fc.tuple(
      fc.array(string, { maxLength: 8 }),
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(source, async ([strings, rows]) => {
        run += 1;
        const [past, parsed] = await Promise.all(
          ['', allParsed].map(async (front) =>
            readFile(await folder.write(`${run}-${front.length}.xlsx`, await workbook(strings, rows, front))),
          ),
        );
        expect(past?.rows).toEqual(parsed?.rows);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['a comment', '<!--', '-->'],
    ['an instruction', '<?tool', '?>'],
    ['CDATA', '<c r="F2" t="str"><v><![CDATA[', ']]></v></c>'],
  ])('are none in %s', async (_, begin, end) => {
    const hidden = `${begin} <c r="B2" t="str"><v>假</v></c> ${end}`;
    const cells = ['<c r="A2"><v>557662690000</v></c>', '<c r="B2" t="str"><v>真</v></c>', hidden];
    const { rows } = await readFile(await folder.write('hidden.xlsx', await workbook([], [cells], '')));
    expect(rows[0]?.product).toMatchObject({ itemId: '557662690000', title: '真' });
  });

  test('and blanks between them do not add up to a text without end', async () => {
    const strings = Array.from({ length: 90 }, (_, index) => `<si><t>第${index}款</t></si>${'\n '.repeat(30_000)}`);
    const cells = ['<c r="A2"><v>557662690000</v></c>', '<c r="B2" t="s"><v>89</v></c>'];
    const { rows } = await readFile(await folder.write('blanks.xlsx', await workbook(strings, [cells], '')));
    expect(rows[0]?.product).toMatchObject({ title: '第89款' });
  });

  test('wherever the text of a part is cut into pieces', async () => {
    const strings = Array.from({ length: 9_000 }, (_, index) =>
      index % 7 === 0 ? `<si><r><t>第${index}</t></r><r><t>款</t></r></si>` : `<si><t>第${index}款</t></si>`,
    );
    const rows = Array.from({ length: 3_000 }, (_, index) => [
      `<c r="A${index + 2}"><v>${557_662_690_000 + index}</v></c>`,
      `<c r="B${index + 2}" t="s"><v>${index * 3}</v></c>`,
      `<c r="C${index + 2}"><v>${index}.25</v></c>`,
    ]);
    const { rows: read } = await readFile(await folder.write('long.xlsx', await workbook(strings, rows, '')));
    expect(read).toHaveLength(3_000);
    read.forEach(({ product }, index) => {
      expect(product).toMatchObject({ itemId: String(557_662_690_000 + index), title: `第${index * 3}款` });
    });
  });
});
