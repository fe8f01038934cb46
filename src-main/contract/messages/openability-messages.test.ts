// oxlint-disable-next-line no-restricted-imports -- the test reads the pack as it is shipped
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diffPacks } from '../../domain/openability/diff-packs.ts';
import { judge } from '../../domain/openability/judge.ts';
import type { LinkEvidence } from '../../domain/openability/evidence.ts';
import type { OpenabilityPack } from '../../domain/openability/pack-shape.ts';
import { parsePack, readPack } from '../../domain/openability/read-pack.ts';
import { describeBasis, describeCaveat } from './openability-messages.ts';
import { describePackChange, describePackProblem } from './openability-pack-messages.ts';

const file = new URL('../../../resources/rulepacks/openability/wechat-openability@2026-11-23.json', import.meta.url);
const value = (): OpenabilityPack => JSON.parse(readFileSync(file, 'utf8')) as OpenabilityPack;
function load(change: (pack: OpenabilityPack) => void = () => undefined): OpenabilityPack {
  const pack = value();
  change(pack);
  const reading = readPack(pack);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.pack;
}
const pack = load();

describe('verdict texts', () => {
  const evidence: LinkEvidence = {
    lifecycle: [{ code: 'expired', deadFrom: '2026-11-20', knownOn: null }],
    probes: [
      {
        id: 'p1',
        probe: 'wapredirect',
        result: 'no-block-found',
        outcome: null,
        scope: 'article-jump',
        checkedAt: '2026-11-22T02:00:00Z',
        params: { at: '2026-11-22 10:00', host: 'item.taobao.com' },
      },
      {
        id: 'p2',
        probe: 'direct',
        result: 'server-error',
        outcome: 'unknown',
        scope: 'every-surface',
        checkedAt: '2026-11-22T02:00:00Z',
        params: { status: 500, host: 'x', at: '2026-11-22 10:00' },
      },
    ],
    devices: [
      {
        id: 'd1',
        scope: 'link',
        kind: 'tb_item_pc',
        host: null,
        surface: 'group',
        outcome: 'opens',
        checkedAt: '2026-11-22T02:00:00Z',
        device: 'Mi 13',
        wechatVersion: '8.0.63',
      },
    ],
  };

  it('are whole sentences for every kind of basis and caveat', () => {
    const verdict = judge(pack, { kind: 'tb_item_pc', host: null }, 'group', '2026-11-23', evidence);
    expect(verdict.basis.map(({ type }) => type).sort()).toEqual(['device', 'lifecycle', 'policy', 'probe', 'probe']);
    for (const locale of ['zh-CN', 'en'] as const) {
      const texts = [
        ...verdict.basis.map((basis) => describeBasis(basis, locale)),
        ...verdict.caveats.map((caveat) => describeCaveat(caveat, locale)),
      ];
      for (const text of texts) expect(text).not.toMatch(/[{}]|^[a-z-]+$/);
    }
  });

  it('name the last day a link works, not the day after', () => {
    const verdict = judge(pack, { kind: 'tb_item_pc', host: null }, 'group', '2026-11-23', evidence);
    const texts = verdict.basis.map((basis) => describeBasis(basis, 'zh-CN')).join();
    expect(texts).toContain('有效到 2026-11-19');
    expect(texts).not.toContain('2026-11-20');
  });

  it('say what a probe did not find, with its time, and never “safe”', () => {
    const verdict = judge(pack, { kind: 'tb_item_pc', host: null }, 'chat_1v1', '2026-11-23', {
      ...evidence,
      lifecycle: [],
    });
    const texts = verdict.caveats.map((caveat) => describeCaveat(caveat, 'zh-CN'));
    expect(texts.join()).toContain('本次探测未发现拦截（2026-11-22 10:00）');
    expect(texts.join()).not.toContain('安全');
  });
});

describe('pack texts', () => {
  it('tell where a pack is wrong', () => {
    const broken = value();
    Object.assign(broken.rows[11] ?? {}, { from: '2021-02-30' });
    const reading = readPack(broken);
    if (reading.ok) throw new Error('accepted');
    expect(describePackProblem(reading.problems[0]!, 'zh-CN')).toBe(
      '规则第 12 条的 from：日期“2021-02-30”不对：要写成 2026-11-23 这样真实存在的日期。',
    );
    expect(describePackProblem(reading.problems[0]!, 'en')).toMatch(/^rules, entry 12, from: /);
  });

  it('are whole sentences for a file that is no pack at all', () => {
    for (const json of ['', '[]', '{}', 'x'.repeat(4_000_001)]) {
      const reading = parsePack(json);
      if (reading.ok) throw new Error('accepted');
      for (const problem of reading.problems) {
        expect(describePackProblem(problem, 'zh-CN')).not.toMatch(/[{}]/);
        expect(describePackProblem(problem, 'en')).not.toMatch(/[{}]/);
      }
    }
  });

  it('tell what a new pack changes', () => {
    const after = load((next) => {
      const row = next.rows.find(({ id }) => id === 'tb-item-moments-2022-01');
      if (row) Object.assign(row, { outcome: 'opens' });
      next.phrases.pop();
      next.linkClasses[0]?.kinds.pop();
      next.parameters.probeFreshDays = 3;
      next.rows.pop();
    });
    const texts = diffPacks(pack, after).map((change) => describePackChange(change, 'zh-CN'));
    expect(texts).toContain(
      '结果改变：朋友圈 · 淘宝/天猫商品链接（2022-01-27 起）：需复制到浏览器，改为朋友圈 · 淘宝/天猫商品链接（2022-01-27 起）：可直接打开。',
    );
    for (const change of diffPacks(pack, after)) {
      for (const locale of ['zh-CN', 'en'] as const) expect(describePackChange(change, locale)).not.toMatch(/[{}]/);
    }
  });
});
