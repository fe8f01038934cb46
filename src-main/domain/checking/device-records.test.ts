// oxlint-disable-next-line no-restricted-imports -- the test reads the pack as it is shipped
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileJudge } from '../openability/judge.ts';
import { parsePack } from '../openability/read-pack.ts';
import { deviceEvidenceFor, type DeviceRecord, kindOutcomes, type LinkGroup, planTour } from './device-records.ts';

const file = new URL('../../../resources/rulepacks/openability/wechat-openability@2026-11-23.json', import.meta.url);
const reading = parsePack(readFileSync(file, 'utf8'));
if (!reading.ok) throw new Error('the built-in pack cannot be read');
const judge = compileJudge(reading.pack, '2026-11-25');

const record = (changes: Partial<DeviceRecord> = {}): DeviceRecord => ({
  id: 1,
  linkHash: 11,
  kind: 'web_link',
  host: 'shop.example.com',
  value: 'https://shop.example.com/',
  surface: 'group',
  outcome: 'opens',
  reach: 'host',
  device: 'Mi 13',
  wechatVersion: '8.0.63',
  note: '',
  recordedAt: '2026-11-24T02:00:00Z',
  ...changes,
});
const other = { linkHash: 22, kind: 'web_link', host: 'other.example.com' } as const;
const sibling = { linkHash: 33, kind: 'web_link', host: 'shop.example.com' } as const;

describe('what a record stands for', () => {
  it.each([
    ['link', 0, 0],
    ['host', 1, 0],
    ['kind', 1, 1],
  ] as const)('%s', (reach, forSibling, forOther) => {
    const records = [record({ reach })];
    expect(deviceEvidenceFor({ ...sibling, linkHash: 11 }, records)).toMatchObject([{ scope: 'link' }]);
    expect(deviceEvidenceFor(sibling, records)).toHaveLength(forSibling);
    expect(deviceEvidenceFor(other, records)).toHaveLength(forOther);
  });

  it('is its own link alone when the page was gone', () => {
    expect(deviceEvidenceFor(sibling, [record({ outcome: 'dead', reach: 'kind' })])).toEqual([]);
  });

  it('ends when it is no longer fresh', () => {
    expect(kindOutcomes([record()], judge)).toEqual([
      { kind: 'web_link', host: 'shop.example.com', surface: 'group', outcome: 'opens' },
    ]);
    expect(kindOutcomes([record({ recordedAt: '2025-11-24T02:00:00Z' })], judge)).toEqual([]);
  });
});

describe('planTour', () => {
  const group = (kind: LinkGroup['kind'], host: string, links: number): LinkGroup => ({
    kind,
    host,
    links,
    linkId: links,
    value: host,
  });
  const groups = [
    group('tb_short_m', 'm.tb.cn', 50),
    group('tb_item_pc', 'item.taobao.com', 30),
    group('tb_item_pc', 'item.tmall.com', 20),
    group('web_link', 'shop.example.com', 10),
    group('web_link', 'other.example.com', 5),
  ];

  it('asks once for a platform’s kind, once for each domain of other people’s pages, the largest first', () => {
    const { tries, links, fresh } = planTour(groups, ['group'], [], judge);
    expect(tries.map(({ kind, host, links: covered, reach }) => [kind, host, covered, reach])).toEqual([
      ['tb_item_pc', 'item.taobao.com', 50, 'kind'],
      ['tb_short_m', 'm.tb.cn', 50, 'host'],
      ['web_link', 'shop.example.com', 10, 'host'],
      ['web_link', 'other.example.com', 5, 'host'],
    ]);
    expect([links, fresh]).toEqual([115, 0]);
  });

  it('leaves out what a fresh record covers, on its surface only', () => {
    const { tries, fresh } = planTour(groups, ['group', 'moments'], [record()], judge);
    expect(fresh).toBe(10);
    expect(tries.filter(({ host }) => host === 'shop.example.com').map(({ surface }) => surface)).toEqual(['moments']);
  });
});
