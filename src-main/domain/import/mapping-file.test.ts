import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyMappingFile, checkMappingFile, type MappingFile, toMappingFile } from './mapping-file.ts';
import { headerSignature } from './header-name.ts';
import { suggestMapping } from './suggest-mapping.ts';

const headers = ['货号', '品名', '卖价', '返', '返', '店铺名称'];
const rows = [['557662696505', '面膜', '100', '400', '4.00', '小店']];

function file(fields: MappingFile['fields']): MappingFile {
  return { kind: 'taoke-desk-mapping', version: 1, name: '我的表', fields };
}

function apply(mapping: MappingFile) {
  return applyMappingFile(mapping, headers, rows, suggestMapping(headers, rows));
}

test('fields are found by header, by its second occurrence and by column number; the rest is mapped by name', () => {
  const { mapping, problems } = apply(
    file({
      itemId: { header: '货号' },
      title: { column: 2 },
      price: { header: '卖 价', unit: 'yuan' },
      commissionRate: { header: '返', unit: 'hundredths' },
      commission: { header: '返', occurrence: 2 },
    }),
  );
  expect(problems).toEqual([]);
  expect(mapping.columns).toEqual({ itemId: 0, title: 1, price: 2, commissionRate: 3, commission: 4, shop: 5 });
  expect(mapping.units).toEqual({ commissionRate: 'hundredths' });
});

test('null leaves a field out', () => {
  const { mapping } = apply(file({ itemId: { header: '货号' }, title: { header: '品名' }, shop: null }));
  expect(mapping.columns).toEqual({ itemId: 0, title: 1 });
});

test('every fault is named', () => {
  expect(
    apply(file({ itemId: { header: '没有' }, title: { column: 9 }, price: { column: 3 }, finalPrice: { column: 3 } }))
      .problems,
  ).toEqual([
    { code: 'mapping-header-missing', params: { field: 'itemId', header: '没有' } },
    { code: 'mapping-column-missing', params: { field: 'title', column: 9 } },
    { code: 'mapping-column-twice', params: { field: 'finalPrice', other: 'price' } },
    { code: 'mapping-required-missing', params: { field: 'itemId' } },
    { code: 'mapping-required-missing', params: { field: 'title' } },
  ]);
});

test('required fields are never filled by a guess from values', () => {
  expect(apply(file({ title: { header: '品名' } })).problems).toEqual([
    { code: 'mapping-required-missing', params: { field: 'itemId' } },
  ]);
});

test.each([
  [null, 'mapping-not-a-mapping'],
  [[], 'mapping-not-a-mapping'],
  [{ kind: 'other', version: 1, fields: {} }, 'mapping-not-a-mapping'],
  [{ kind: 'taoke-desk-mapping', version: 2, fields: {} }, 'mapping-too-new'],
  [{ kind: 'taoke-desk-mapping', version: 1, fields: { nonsense: { column: 1 } } }, 'mapping-unknown-field'],
  [
    JSON.parse('{"kind":"taoke-desk-mapping","version":1,"fields":{"__proto__":{"column":1}}}'),
    'mapping-unknown-field',
  ],
  [{ kind: 'taoke-desk-mapping', version: 1, fields: { title: { column: 0 } } }, 'mapping-bad-place'],
  [{ kind: 'taoke-desk-mapping', version: 1, fields: { title: 'B' } }, 'mapping-bad-place'],
  [{ kind: 'taoke-desk-mapping', version: 1, fields: { title: { header: 'x', occurrence: -1 } } }, 'mapping-bad-place'],
  [{ kind: 'taoke-desk-mapping', version: 1, fields: { price: { column: 1, unit: 'percent' } } }, 'mapping-bad-unit'],
  [{ kind: 'taoke-desk-mapping', version: 1, fields: { title: { column: 1, unit: 'yuan' } } }, 'mapping-bad-unit'],
])('%j is refused with %s', (json, code) => {
  expect(checkMappingFile(json)).toMatchObject({ problems: [{ code }] });
});

test('any JSON is judged without throwing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const result = checkMappingFile({ kind: 'taoke-desk-mapping', version: 1, fields: value });
      expect('file' in result || result.problems.length > 0).toBe(true);
    }),
  );
});

test('a saved mapping gives the same mapping back, and is found by its headers', () => {
  const mapping = {
    columns: { itemId: 0, title: 1, price: 2, commissionRate: 3, commission: 4 },
    units: { price: 'fen', commissionRate: 'fraction' },
  } as const;
  const saved = checkMappingFile(JSON.parse(JSON.stringify(toMappingFile(mapping, headers, '我的表'))));
  if (!('file' in saved)) throw new Error('the saved mapping is not accepted');
  expect(apply(saved.file)).toEqual({ mapping, problems: [] });
  expect(saved.file.headers && headerSignature(saved.file.headers)).toBe(headerSignature(headers));
});
