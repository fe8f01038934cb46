// oxlint-disable-next-line no-restricted-imports -- the test reads the pack as it is shipped
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diffPacks } from './diff-packs.ts';
import { impact, type ImpactLink } from './impact.ts';
import { compileJudge } from './judge.ts';
import type { OpenabilityPack } from './pack-shape.ts';
import { parsePack } from './read-pack.ts';

const text = readFileSync(
  new URL('../../../resources/rulepacks/openability/wechat-openability@2026-11-23.json', import.meta.url),
  'utf8',
);
function load(change: (pack: OpenabilityPack) => void = () => undefined): OpenabilityPack {
  const value = JSON.parse(text) as OpenabilityPack;
  change(value);
  const reading = parsePack(JSON.stringify(value));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.pack;
}
const pack = load();

const links: ImpactLink[] = [
  { id: 'a', link: { kind: 'tb_item_pc', host: 'item.taobao.com' } },
  { id: 'b', link: { kind: 'tmall_item_pc', host: 'detail.tmall.com' } },
  { id: 'c', link: { kind: 'tkl_symbol_pair', host: null } },
  {
    id: 'd',
    link: { kind: 'tb_item_pc', host: 'item.taobao.com' },
    evidence: { lifecycle: [{ code: 'expired', deadFrom: '2000-01-01', knownOn: null }], probes: [], devices: [] },
  },
];
const scope = { links, surfaces: ['chat_1v1', 'group', 'moments'], listLimit: 100 };

describe('impact', () => {
  it('lists what another day changes, with complete counts', () => {
    const report = impact(compileJudge(pack, '2021-09-20'), compileJudge(pack, '2021-12-01'), scope);
    expect(report).toMatchObject({ compared: 12, changed: 4, linksChanged: 2 });
    expect(report.counts).toEqual([
      { surface: 'chat_1v1', from: 'confirm', to: 'opens', links: 2 },
      { surface: 'group', from: 'copy-to-browser', to: 'opens', links: 2 },
    ]);
    expect(report.changes[0]).toEqual({ linkId: 'a', surface: 'chat_1v1', from: 'confirm', to: 'opens' });
  });

  it('keeps counting when the list is full', () => {
    const report = impact(compileJudge(pack, '2021-09-20'), compileJudge(pack, '2021-12-01'), {
      ...scope,
      listLimit: 1,
    });
    expect(report.changes).toHaveLength(1);
    expect(report.changed).toBe(4);
  });

  it('of the same pack and day is nothing', () => {
    const judge = compileJudge(pack, '2026-11-23');
    expect(impact(judge, compileJudge(load(), '2026-11-23'), scope)).toMatchObject({
      changed: 0,
      linksChanged: 0,
      counts: [],
      changes: [],
    });
  });
});

describe('diffPacks', () => {
  const codes = (after: OpenabilityPack) => diffPacks(pack, after).map(({ code }) => code);

  it('finds nothing between equal packs, whatever the order of their rows', () => {
    expect(
      diffPacks(
        pack,
        load((value) => value.rows.reverse()),
      ),
    ).toEqual([]);
  });

  it('names rows that come, go and change, by what changed most', () => {
    const row = (value: OpenabilityPack) => value.rows.find(({ id }) => id === 'tb-item-moments-2022-01')!;
    expect(codes(load((value) => void (row(value).to = '2026-12-31')))).toEqual(['row-period']);
    expect(codes(load((value) => void (row(value).outcome = 'opens')))).toEqual(['row-outcome']);
    expect(codes(load((value) => void (row(value).confidence = 'high')))).toEqual(['row-confidence']);
    expect(codes(load((value) => void row(value).source.push('新来源')))).toEqual(['row-basis']);
    expect(
      codes(
        load(
          (value) =>
            void value.rows.push({
              ...row(value),
              id: 'new',
              to: '2021-01-01',
              from: '2021-01-01',
              linkClass: 'campaign_link',
            }),
        ),
      ),
    ).toEqual(['row-added']);
    expect(
      codes(
        load(
          (value) =>
            void value.rows.splice(
              value.rows.findIndex(({ id }) => id === 'ads-channels-2023-09'),
              1,
            ),
        ),
      ),
    ).toEqual(['row-removed']);
  });

  it('names changed kinds, lists and parameters', () => {
    expect(codes(load((value) => void value.linkClasses[0]!.kinds.pop()))).toEqual(['kinds-changed', 'list-changed']);
    expect(codes(load((value) => void value.phrases.pop()))).toEqual(['list-changed']);
    expect(codes(load((value) => void (value.parameters.probeFreshDays = 3)))).toEqual(['parameter-changed']);
  });
});
