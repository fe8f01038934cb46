// oxlint-disable-next-line no-restricted-imports -- the test reads the pack as it is shipped
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays } from '../shared/shanghai-day.ts';
import { classifyText } from '../links/classify.ts';
import { linkKindIds } from '../links/link-kinds.ts';
import { compileJudge, policyTable } from './judge.ts';
import type { Outcome } from './outcomes.ts';
import { packJsonSchema, type PolicyRow } from './pack-shape.ts';
import { parsePack } from './read-pack.ts';

const folder = new URL('../../../resources/rulepacks/openability/', import.meta.url);
const reading = parsePack(readFileSync(new URL('wechat-openability@2026-11-23.json', folder), 'utf8'));
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const { pack, warnings } = reading;
const surfaces = pack.surfaces.map(({ id }) => id);

function verdict(text: string, surface: string, asOf: string) {
  const link = classifyText(text)[0];
  if (!link) throw new Error(`no link in ${text}`);
  return compileJudge(pack, asOf).judge(link, surface);
}

const item = 'https://item.taobao.com/item.htm?id=557662696505';
const token = '￥SIH6XbwRfyt￥';
const video = 'https://v.douyin.com/kB9dI20w7vk/';
const alipay = 'https://qr.alipay.com/fkx00123';
const click = 'https://s.click.taobao.com/CvHjOPu';
const article = 'https://mp.weixin.qq.com/s/RdUcz5tZeNfSWYuizdprTQ';
const channels = 'https://weixin.qq.com/sph/A1ri7B';
const notice = 'https://weixin110.qq.com/cgi-bin/mmspamsupport-bin/newredirectconfirmcgi?main_type=2&evil_type=20';
const today = '2026-11-23';

describe('the built-in pack', () => {
  it('is read without a remark', () => expect(warnings).toEqual([]));

  it('writes when something happened in figures, which both languages read', () => {
    const steps = [...pack.timeline, ...pack.stories.flatMap((story) => story.steps)];
    expect(steps.map(({ when }) => when).filter((when) => !/^\d{4}[-/\d]*$/.test(when))).toEqual([]);
  });

  it('agrees with the published JSON Schema file', () => {
    const written: unknown = JSON.parse(readFileSync(new URL('schema/openability-pack.schema.json', folder), 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(packJsonSchema())));
  });

  it('names a source for every row that is more than a gap', () => {
    const unsourced = pack.rows.filter(({ outcome, source }) => outcome !== 'unknown' && source.length === 0);
    expect(unsourced).toEqual([]);
  });

  it('tells the five classic cases over time, each step sourced and in order', () => {
    expect(pack.stories.map(({ id }) => id)).toEqual([
      'taobao-item-links',
      'douyin-video',
      'alipay-pay',
      'taobao-mini-programs',
      'taokouling',
    ]);
    for (const { steps } of pack.stories) {
      expect(steps.map(({ on }) => on)).toEqual(steps.map(({ on }) => on).sort());
      for (const step of steps) expect(step.source.length).toBeGreaterThan(0);
    }
    expect(pack.timeline.map(({ on }) => on)).toEqual(pack.timeline.map(({ on }) => on).sort());
  });
});

describe('verdicts that must hold', () => {
  const cases: [string, string, string, Outcome][] = [
    [item, 'chat_1v1', '2013-11-30', 'blocked'],
    [item, 'chat_1v1', '2021-09-13', 'copy-to-browser'],
    [item, 'chat_1v1', '2021-09-16', 'copy-to-browser'],
    [item, 'chat_1v1', '2021-09-17', 'confirm'],
    [item, 'chat_1v1', '2021-09-20', 'confirm'],
    [item, 'chat_1v1', '2021-11-28', 'confirm'],
    [item, 'chat_1v1', '2021-11-29', 'opens'],
    [item, 'chat_1v1', '2021-12-01', 'opens'],
    [item, 'chat_1v1', today, 'opens'],
    [item, 'group', '2021-09-13', 'copy-to-browser'],
    [item, 'group', '2021-09-20', 'copy-to-browser'],
    [item, 'group', '2021-11-28', 'copy-to-browser'],
    [item, 'group', '2021-11-29', 'unknown'],
    [item, 'group', '2021-11-30', 'opens'],
    [item, 'group', '2021-12-01', 'opens'],
    [item, 'moments', '2021-09-20', 'copy-to-browser'],
    [item, 'moments', '2021-12-01', 'copy-to-browser'],
    [item, 'moments', '2022-02-01', 'copy-to-browser'],
    [item, 'moments', today, 'copy-to-browser'],
    ['https://detail.tmall.com/item.htm?id=881280651752', 'group', today, 'opens'],
    [token, 'moments', '2018-05-28', 'unknown'],
    [token, 'moments', '2018-05-29', 'blocked'],
    [token, 'moments', today, 'blocked'],
    [token, 'chat_1v1', '2018-01-01', 'copy-to-app'],
    [token, 'chat_1v1', '2021-12-15', 'copy-to-app'],
    [token, 'chat_1v1', '2026-02-05', 'copy-to-app'],
    [token, 'chat_1v1', '2026-02-06', 'copy-to-app'],
    [token, 'group', today, 'copy-to-app'],
    ['京东复制！AbCd1234Ef！', 'moments', today, 'blocked'],
    ['京东复制！AbCd1234Ef！', 'chat_1v1', today, 'unknown'],
    [video, 'chat_1v1', '2021-09-16', 'unknown'],
    [video, 'chat_1v1', '2021-09-17', 'confirm'],
    [video, 'chat_1v1', '2021-12-01', 'opens'],
    [video, 'group', '2021-12-01', 'copy-to-browser'],
    [video, 'group', today, 'copy-to-browser'],
    ['https://haohuo.jinritemai.com/views/product/item2?id=3375241637788821075', 'group', '2022-01-27', 'opens'],
    [alipay, 'chat_1v1', '2021-09-20', 'copy-to-browser'],
    [alipay, 'chat_1v1', today, 'copy-to-browser'],
    [alipay, 'moments', today, 'blocked'],
    ['https://m.tb.cn/h.UQ4ceEC', 'group', '2022-01-26', 'unknown'],
    ['https://m.tb.cn/h.UQ4ceEC', 'group', '2022-01-27', 'opens'],
    ['https://e.tb.cn/h.SQ6rjlgiow5ob5s?tk=MJN9f2bd29s', 'chat_1v1', today, 'opens'],
    ['https://m.tb.cn/h.UQ4ceEC', 'moments', today, 'copy-to-browser'],
    [click, 'chat_1v1', '2021-11-28', 'unknown'],
    [click, 'chat_1v1', '2021-11-29', 'opens'],
    [click, 'group', today, 'unknown'],
    [click, 'moments', today, 'unknown'],
    ['https://uland.taobao.com/coupon/edetail?e=AbC', 'group', today, 'unknown'],
    [
      'tbopen://m.taobao.com/tbopen/index.html?h5Url=https%3A%2F%2Fs.click.taobao.com%2FCvHjOPu',
      'chat_1v1',
      today,
      'not-clickable',
    ],
    ['weixin://dl/business/?t=TICKET', 'group', today, 'not-clickable'],
    ['#小程序://老黄历/35B5dLQIuMbBuhC', 'group', today, 'opens'],
    ['#小程序://老黄历/35B5dLQIuMbBuhC', 'moments', today, 'unknown'],
    ['https://wxaurl.cn/jJh2iE8xOjt', 'chat_1v1', today, 'opens'],
    [article, 'chat_1v1', today, 'opens'],
    [article, 'group', today, 'opens'],
    [article, 'moments', today, 'opens'],
    [article, 'oa_article', today, 'opens'],
    [article, 'oa_mass_message', today, 'unknown'],
    [article, 'mini_program', today, 'opens'],
    [article, 'wecom', today, 'unknown'],
    [article, 'pc_client', today, 'unknown'],
    [channels, 'chat_1v1', today, 'unknown'],
    [channels, 'oa_mass_message', today, 'unknown'],
    ['https://work.weixin.qq.com/ca/cawcde91ed29d8de9f', 'group', today, 'unknown'],
    [notice, 'chat_1v1', today, 'blocked'],
    [notice, 'group', today, 'blocked'],
    [notice, 'wecom', today, 'unknown'],
    [item, 'oa_article', today, 'not-clickable'],
    [item, 'oa_mass_message', today, 'blocked'],
    [item, 'oa_menu', today, 'unknown'],
    ['https://www.example.com/', 'chat_1v1', '2021-11-28', 'unknown'],
    ['https://www.example.com/', 'chat_1v1', today, 'opens'],
    ['https://www.example.com/', 'group', today, 'unknown'],
    ['http://v.wzd0.com/h.DRVIuL', 'chat_1v1', today, 'dead'],
    [item, 'wecom', today, 'unknown'],
    [item, 'channels', today, 'unknown'],
    [item, 'mini_program', today, 'unknown'],
    [item, 'no_such_surface', today, 'unknown'],
  ];
  it.each(cases)('%s on %s as of %s: %s', (text, surface, asOf, outcome) => {
    expect(verdict(text, surface, asOf).outcome).toBe(outcome);
  });

  it('shows the reports about campaign codes beside an ordinary 口令 without letting them decide', () => {
    const { basis, caveats } = verdict(token, 'chat_1v1', today);
    expect(basis.map(({ id, setAside }) => [id, setAside])).toEqual([
      ['tao-token-chat_1v1-2026-02', null],
      ['code-text-chat_1v1-2026-02', 'low-confidence'],
    ]);
    expect(caveats.map(({ code }) => code)).toContain('campaign-code-copy-menu');
    expect(verdict(token, 'chat_1v1', '2026-02-05').basis).toHaveLength(1);
  });

  it('says of WeChat’s own pages that they are no outside links, and what that leaves open', () => {
    const codes = (text: string, surface: string) => verdict(text, surface, today).caveats.map(({ code }) => code);
    expect(codes(article, 'group')).toContain('wechat-own-page');
    expect(codes(channels, 'group')).toEqual(['no-source', 'wechat-other-page']);
    expect(codes(notice, 'group')).toContain('block-page-address');
    const outside = ['any_external', 'any_external_restricted'];
    const kinds = pack.linkClasses.filter(({ id }) => outside.includes(id)).flatMap((each) => each.kinds);
    expect(kinds.filter(({ kind }) => kind.startsWith('wx_'))).toEqual([]);
  });

  it('says that a surface without a source has none', () => {
    expect(verdict(item, 'wecom', today)).toMatchObject({
      outcome: 'unknown',
      basis: [],
      caveats: [{ code: 'no-source' }],
    });
  });
});

describe('every row', () => {
  const judgeRow = (row: PolicyRow, asOf: string) =>
    compileJudge(pack, asOf).judge({ kind: 'web_link', host: null, extraClasses: [row.linkClass] }, row.surface);
  const decides = (row: PolicyRow, asOf: string): boolean => judgeRow(row, asOf).basis.some(({ id }) => id === row.id);

  it.each(pack.rows.map((row) => [row.id, row] as const))('%s holds from its first day to its last', (_, row) => {
    for (const asOf of [row.from ?? '2000-01-01', row.to ?? '2099-12-31']) {
      const { basis, outcome } = judgeRow(row, asOf);
      if (row.confidence === 'low') {
        expect(basis.find(({ id }) => id === row.id)?.setAside).toBe('low-confidence');
      } else {
        expect(basis[0]).toMatchObject({
          id: row.id,
          source: row.source,
          confidence: row.confidence,
          note: row.note,
          setAside: null,
        });
        expect(outcome).toBe(row.outcome);
      }
    }
    if (row.from !== null) expect(decides(row, addDays(row.from, -1))).toBe(false);
    if (row.to !== null) expect(decides(row, addDays(row.to, 1))).toBe(false);
  });
});

describe('at any date', () => {
  const days = pack.rows.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
  const dates = [
    ...new Set([...days, ...days.map((day) => addDays(day, 1)), ...days.map((day) => addDays(day, -1)), '2099-01-01']),
  ];

  it('no Alipay link opens on any surface', () => {
    const opening = dates.flatMap((asOf) =>
      policyTable(pack, asOf)
        .filter(({ kind, outcome }) => kind.startsWith('alipay') && outcome === 'opens')
        .map(({ kind, surface }) => ({ kind, surface, asOf })),
    );
    expect(opening).toEqual([]);
  });

  it('no verdict is anything but unknown without a policy row of at least medium confidence', () => {
    const unfounded = dates.flatMap((asOf) => {
      const judge = compileJudge(pack, asOf);
      return linkKindIds
        .flatMap((kind) => surfaces.map((surface) => ({ kind, verdict: judge.judge({ kind, host: null }, surface) })))
        .filter(({ verdict: { outcome, basis } }) => {
          const [deciding] = basis;
          const isUsable = deciding !== undefined && deciding.setAside === null && deciding.confidence !== 'low';
          return outcome !== 'unknown' && !isUsable;
        });
    });
    expect(unfounded).toEqual([]);
  });

  it('the table for counting agrees with single verdicts', () => {
    const judge = compileJudge(pack, today);
    const table = policyTable(pack, today);
    expect(table).toHaveLength(linkKindIds.length * surfaces.length);
    for (const { kind, surface, outcome, rowId } of table) {
      const single = judge.judge({ kind, host: null }, surface);
      expect(single.outcome).toBe(outcome);
      expect(single.basis.find(({ setAside }) => setAside === null)?.id ?? null).toBe(rowId);
    }
  });
});
