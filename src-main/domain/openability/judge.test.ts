// oxlint-disable-next-line no-restricted-imports -- the test reads the pack as it is shipped
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceEvidence, JudgedLink, LifecycleFact, LinkEvidence, ProbeEvidence } from './evidence.ts';
import { compileJudge, judge } from './judge.ts';
import { outcomes } from './outcomes.ts';
import { parsePack } from './read-pack.ts';

const file = new URL('../../../resources/rulepacks/openability/wechat-openability@2026-11-23.json', import.meta.url);
const reading = parsePack(readFileSync(file, 'utf8'));
if (!reading.ok) throw new Error('the built-in pack cannot be read');
const { pack } = reading;

const today = '2026-11-23';
const item: JudgedLink = { kind: 'tb_item_pc', host: 'item.taobao.com' };
const token: JudgedLink = { kind: 'tkl_union_long', host: 'm.tb.cn' };

const probe = (changes: Partial<ProbeEvidence> = {}): ProbeEvidence => ({
  id: 'p1',
  probe: 'wapredirect',
  result: 'wechat-blocked',
  outcome: 'blocked',
  scope: 'every-surface',
  checkedAt: '2026-11-22T02:00:00Z',
  params: {},
  ...changes,
});
const device = (changes: Partial<DeviceEvidence> = {}): DeviceEvidence => ({
  id: 'd1',
  scope: 'link',
  kind: 'tb_item_pc',
  host: 'item.taobao.com',
  surface: 'group',
  outcome: 'copy-to-browser',
  checkedAt: '2026-11-22T02:00:00Z',
  device: 'Mi 13',
  wechatVersion: '8.0.63',
  ...changes,
});
const expired: LifecycleFact = { code: 'expired', deadFrom: '2026-11-20', knownOn: null };
const evidence = (changes: Partial<LinkEvidence>): LinkEvidence => ({
  lifecycle: [],
  probes: [],
  devices: [],
  ...changes,
});

const see = (changes: Partial<LinkEvidence>, surface = 'group', link = item, asOf = today) =>
  judge(pack, link, surface, asOf, evidence(changes));

describe('lifecycle', () => {
  it('comes before everything, on every surface, from its first dead day', () => {
    for (const { id } of pack.surfaces) {
      expect(see({ lifecycle: [expired], devices: [device({ surface: id, outcome: 'opens' })] }, id).outcome).toBe(
        'dead',
      );
    }
    expect(see({ lifecycle: [expired] }, 'group', item, '2026-11-20').outcome).toBe('dead');
    expect(see({ lifecycle: [expired] }, 'group', item, '2026-11-19').outcome).toBe('opens');
  });

  it('hides nothing it overrules', () => {
    const { basis, caveats } = see({ lifecycle: [expired], devices: [device({ outcome: 'opens' })] });
    expect(basis.map(({ type, setAside }) => [type, setAside])).toEqual([
      ['lifecycle', null],
      ['device', 'weaker'],
      ['policy', 'weaker'],
    ]);
    expect(caveats.map(({ code }) => code)).toContain('opened-after-end');
  });
});

describe('probes', () => {
  it('a stopped page blocks wherever links are tapped, and nowhere else', () => {
    const outcomesBySurface = Object.fromEntries(
      pack.surfaces.map(({ id }) => [id, see({ probes: [probe()] }, id).outcome]),
    );
    expect(outcomesBySurface).toMatchObject({
      chat_1v1: 'blocked',
      group: 'blocked',
      moments: 'blocked',
      oa_article_readmore: 'blocked',
      scan_qr: 'blocked',
      oa_article: 'not-clickable',
      wecom: 'unknown',
    });
    expect(see({ probes: [probe()] }).caveats.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['seen-in-article-scene', 'differs-from-policy']),
    );
  });

  it('a notice of the article jump speaks for “read original” alone', () => {
    const notice = probe({ result: 'wechat-copy-to-browser', outcome: 'copy-to-browser', scope: 'article-jump' });
    expect(see({ probes: [notice] }, 'oa_article_readmore').outcome).toBe('copy-to-browser');
    const group = see({ probes: [notice] });
    expect(group.outcome).toBe('opens');
    expect(group.basis.find(({ type }) => type === 'probe')?.setAside).toBe('other-scene');
  });

  it('“no block found” never upgrades anything and is never called safe', () => {
    const clear = probe({ result: 'no-block-found', outcome: null, scope: 'article-jump' });
    for (const { id } of pack.surfaces) {
      for (const kind of ['tb_item_pc', 'tbk_click_short', 'alipay_short'] as const) {
        const link: JudgedLink = { kind, host: null };
        expect(see({ probes: [clear] }, id, link).outcome).toBe(judge(pack, link, id, today).outcome);
      }
    }
    expect(see({ probes: [clear] }).caveats[0]).toMatchObject({
      code: 'no-block-found',
      params: { checkedAt: clear.checkedAt },
    });
  });

  it('a dead page is dead everywhere, 口令 included; a block of the link inside does not stop copying', () => {
    const gone = probe({ probe: 'direct', result: 'item-gone', outcome: 'dead' });
    expect(see({ probes: [gone] }, 'wecom').outcome).toBe('dead');
    expect(see({ probes: [gone] }, 'chat_1v1', token).outcome).toBe('dead');
    expect(see({ probes: [probe()] }, 'chat_1v1', token).outcome).toBe('copy-to-app');
  });

  it('a page that did not load takes back the claim that the link opens, and nothing that is worse', () => {
    const failed = probe({ probe: 'direct', result: 'server-error', outcome: 'unknown' });
    const group = see({ probes: [failed] });
    expect(group.outcome).toBe('unknown');
    expect(group.basis.map(({ type, setAside }) => [type, setAside])).toEqual([
      ['probe', null],
      ['policy', 'weaker'],
    ]);
    expect(see({ probes: [failed] }, 'moments').outcome).toBe('copy-to-browser');
    expect(see({ probes: [failed] }, 'oa_article').outcome).toBe('not-clickable');
    expect(see({ probes: [probe({ checkedAt: '2026-11-20T02:00:00Z' }), failed] }).outcome).toBe('blocked');
    expect(see({ probes: [{ ...failed, checkedAt: '2026-11-10T02:00:00Z' }] }).outcome).toBe('opens');
  });

  it('a notice of WeChat that could not be read may be a block, so nothing is said to open, whatever the place', () => {
    const unread = probe({ result: 'wechat-page-unread', outcome: 'unknown', scope: 'article-jump' });
    for (const surface of ['chat_1v1', 'group', 'oa_article_readmore'])
      expect(see({ probes: [unread] }, surface).outcome).toBe('unknown');
    expect(see({ probes: [unread] }, 'moments').outcome).toBe('copy-to-browser');
  });

  it('a site that refuses probes says nothing about its readers, but it is mentioned', () => {
    const refused = probe({ probe: 'direct', result: 'access-denied', outcome: 'unknown' });
    const { outcome, caveats } = see({ probes: [refused] });
    expect(outcome).toBe('opens');
    expect(caveats.map(({ code }) => code)).toContain('page-not-read');
  });

  it('grow stale: a block after a week, a dead page after ninety days', () => {
    const at = (checkedAt: string, changes: Partial<ProbeEvidence> = {}) =>
      see({ probes: [probe({ checkedAt, ...changes })] });
    expect(at('2026-11-16T02:00:00Z').outcome).toBe('blocked');
    expect(at('2026-11-15T02:00:00Z').outcome).toBe('opens');
    expect(at('2026-11-15T02:00:00Z').basis.map(({ type, setAside }) => [type, setAside])).toEqual([
      ['policy', null],
      ['probe', 'stale'],
    ]);
    expect(at('2026-09-01T02:00:00Z', { outcome: 'dead' }).outcome).toBe('dead');
    expect(at('2026-08-01T02:00:00Z', { outcome: 'dead' }).outcome).toBe('opens');
  });

  it('count by the Shanghai day, and not before they were made', () => {
    expect(see({ probes: [probe({ checkedAt: '2026-11-22T17:00:00Z' })] }, 'group', item, '2026-11-23').outcome).toBe(
      'blocked',
    );
    const early = see({ probes: [probe({ checkedAt: '2026-11-22T17:00:00Z' })] }, 'group', item, '2026-11-22');
    expect(early.outcome).toBe('opens');
    expect(early.basis.find(({ type }) => type === 'probe')?.setAside).toBe('later-than-as-of');
  });

  it('with a broken date never decide', () => {
    expect(see({ probes: [probe({ checkedAt: 'yesterday' })] }).outcome).toBe('opens');
  });
});

describe('real devices', () => {
  it('outrank policy while fresh and newer', () => {
    expect(see({ devices: [device()] })).toMatchObject({
      outcome: 'copy-to-browser',
      basis: [{ type: 'device', id: 'd1' }, { type: 'policy' }],
    });
    expect(see({ devices: [device({ checkedAt: '2026-10-24T02:00:00Z' })] }).outcome).toBe('copy-to-browser');
    expect(see({ devices: [device({ checkedAt: '2026-10-23T02:00:00Z' })] }).outcome).toBe('opens');
    expect(see({ devices: [device({ checkedAt: '2022-01-26T02:00:00Z' })] }, 'group', item, '2022-02-01').outcome).toBe(
      'opens',
    );
  });

  it('settle what policy does not know', () => {
    const click: JudgedLink = { kind: 'tbk_click_short', host: 's.click.taobao.com' };
    const seen = device({ kind: click.kind, host: click.host, outcome: 'opens' });
    expect(see({ devices: [seen] }, 'group', click)).toMatchObject({
      outcome: 'opens',
      basis: [{ type: 'device' }, { type: 'policy' }],
    });
    expect(see({ devices: [seen] }, 'moments', click).outcome).toBe('unknown');
  });

  it('of one link stand for its kind and domain only when taken so', () => {
    const kindWide = device({ scope: 'kind' });
    expect(see({ devices: [kindWide] }).outcome).toBe('copy-to-browser');
    expect(see({ devices: [kindWide] }, 'group', { ...item, host: 'elsewhere.example' }).outcome).toBe('opens');
    expect(see({ devices: [kindWide] }, 'group', { ...item, kind: 'tmall_item_pc' }).outcome).toBe('opens');
  });

  it('about this very link weigh more than about its kind, newer more than older, a phone more than a probe', () => {
    const kindWide = device({ id: 'kind', scope: 'kind', outcome: 'opens', checkedAt: '2026-11-23T02:00:00Z' });
    expect(see({ devices: [kindWide, device()] }).basis[0]?.id).toBe('d1');
    const later = device({ id: 'later', outcome: 'opens', checkedAt: '2026-11-22T03:00:00Z' });
    expect(see({ devices: [device(), later], probes: [probe()] }).basis[0]?.id).toBe('later');
    expect(see({ devices: [later], probes: [probe({ checkedAt: '2026-11-22T04:00:00Z' })] }).outcome).toBe('blocked');
    expect(see({ devices: [device()], probes: [probe()] }).basis[0]?.type).toBe('device');
  });

  it('recorded as unknown decide nothing', () => {
    expect(see({ devices: [device({ outcome: 'unknown' })] }).outcome).toBe('opens');
  });
});

describe('any evidence', () => {
  const at = fc.constantFrom('2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z', '2026-11-22T00:00:00Z', 'broken');
  const probes = fc.array(
    fc.record({
      id: fc.stringMatching(/^p\d{1,4}$/),
      probe: fc.constantFrom('wapredirect', 'direct'),
      result: fc.constantFrom('no-block-found', 'x'),
      outcome: fc.constantFrom(null, ...outcomes.filter((outcome) => outcome !== 'opens')),
      scope: fc.constantFrom('article-jump' as const, 'every-surface' as const),
      checkedAt: at,
      params: fc.constant({}),
    }),
    { maxLength: 4 },
  );
  const devices = fc.array(
    fc.record({
      id: fc.stringMatching(/^d\d{1,4}$/),
      scope: fc.constantFrom('link' as const, 'kind' as const),
      kind: fc.constantFrom('tb_item_pc' as const, 'tbk_click_short' as const),
      host: fc.constantFrom('item.taobao.com', null),
      surface: fc.constantFrom('group', 'moments', 'wecom'),
      outcome: fc.constantFrom(...outcomes),
      checkedAt: at,
      device: fc.constant(''),
      wechatVersion: fc.constant(''),
    }),
    { maxLength: 4 },
  );
  const any = fc.record({ lifecycle: fc.constantFrom([], [expired]), probes, devices });
  const compiled = compileJudge(pack, today);

  it('gives “opens” only with a deciding policy, probe or device basis that says so, and shows everything once', () => {
    fc.assert(
      fc.property(any, fc.constantFrom('group', 'moments', 'wecom', 'oa_article_readmore'), (known, surface) => {
        const { outcome, basis } = compiled.judge(item, surface, known);
        const deciding = basis.filter(({ setAside }) => setAside === null);
        expect(deciding.length).toBeLessThanOrEqual(1);
        expect(deciding[0]?.outcome ?? 'unknown').toBe(outcome);
        if (deciding[0]) expect(basis[0]).toBe(deciding[0]);
        if (known.probes.length > 0)
          expect(basis.filter(({ type }) => type === 'probe')).toHaveLength(known.probes.length);
      }),
    );
  });

  it('is weighed alike in any order', () => {
    const distinct = any.filter(
      ({ probes, devices }) =>
        new Set([...probes, ...devices].map(({ id }) => id)).size === probes.length + devices.length,
    );
    fc.assert(
      fc.property(distinct, (known) => {
        const reversed = { ...known, probes: [...known.probes].reverse(), devices: [...known.devices].reverse() };
        expect(compiled.judge(item, 'group', reversed)).toEqual(compiled.judge(item, 'group', known));
      }),
    );
  });
});
