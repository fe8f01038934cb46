import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImpactCount } from '#domain/openability/impact';
import { compileJudge } from '#domain/openability/judge';
import type { OpenabilityPack } from '#domain/openability/pack-shape';
import type { Outcome } from '#domain/openability/outcomes';
import { surfaceIds } from '#contract/surfaces';
// oxlint-disable-next-line no-restricted-imports -- what is promised is held against a real database
import { ImpactRepository } from '#infra/sqlite/repositories/impact-repository';
// oxlint-disable-next-line no-restricted-imports -- what is promised is held against a real database
import { calmContext, type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';
import { analyseImpact } from './analyse-impact.ts';

const today = '2026-11-25';
let world: CampaignWorld;
let builtIn: OpenabilityPack;

beforeEach(async () => {
  world = openCampaignWorld(`${today}T04:00:00Z`);
  builtIn = world.core.openability.builtIn;
  await world.importRows(
    '2026-11-20',
    Array.from({ length: 12 }, (_, index) => {
      const key = String(557662696500 + index);
      return {
        key,
        said: { title: `毛巾 ${index}` },
        links: [
          { field: 'detailUrl' as const, value: `https://item.taobao.com/item.htm?id=${key}` },
          { field: 'affiliateShortUrl' as const, value: `https://s.click.taobao.com/AbCd${index}xY` },
          { field: 'token' as const, value: `￥SIH6Xbw${String(index).padStart(4, 'f')}￥` },
        ],
      };
    }),
  );
  const [link] = world.core.checkPlan.all('moments', world.core.verdicts.prepare());
  if (!link) throw new Error('no link');
  await world.core.deviceBook.add({
    linkId: link.linkId,
    surface: 'moments',
    outcome: 'confirm',
    reach: 'kind',
    device: 'Mi 13',
    wechatVersion: '8.0.63',
    note: '',
  });
});
afterEach(() => {
  world.core.openability.use(builtIn);
  world.close();
});

/** Every link's outcome on every surface, as lists and numbers have it. */
function outcomesNow(): Map<string, Outcome> {
  const asOf = world.core.verdicts.prepare();
  const all = surfaceIds.flatMap((surface) =>
    world.core.checkPlan
      .all(surface, asOf)
      .map(({ linkId, outcome }) => [`${surface} ${linkId}`, outcome] as [string, Outcome]),
  );
  return new Map(all);
}

function turned(before: Map<string, Outcome>, after: Map<string, Outcome>): string[] {
  return [...before].flatMap(([key, from]) => {
    const to = after.get(key);
    return to === from ? [] : [`${key.split(' ')[0]} ${from} ${to}`];
  });
}

const promised = (counts: readonly ImpactCount[]): string[] =>
  counts.flatMap(({ surface, from, to, links }) => Array.from({ length: links }, () => `${surface} ${from} ${to}`));

function foresee(pack: OpenabilityPack, asOf: string) {
  const { core, db } = world;
  const { campaigns, catalog, links, evidence } = core;
  const deps = { campaigns, catalog, links, evidence, records: core.devices.all(), reader: new ImpactRepository(db) };
  const before = core.openability.judgeFor(core.verdicts.prepare());
  return analyseImpact(deps, before, compileJudge(pack, asOf), calmContext);
}

const newer = (): OpenabilityPack => ({
  ...builtIn,
  id: 'newer@1',
  rows: builtIn.rows.map((row) =>
    row.to === null && row.linkClass === 'taobao_item' ? { ...row, outcome: 'blocked' as const } : row,
  ),
});

describe('impact analysis', () => {
  it('foretells another day exactly, and changes nothing by itself', async () => {
    const before = outcomesNow();
    const impact = await foresee(builtIn, '2021-09-17');
    expect(turned(before, outcomesNow())).toEqual([]);
    await world.core.settings.update({ asOf: '2021-09-17' });
    const actual = turned(before, outcomesNow());
    expect(actual.length).toBeGreaterThan(20);
    expect(promised(impact.counts).sort()).toEqual(actual.sort());
    expect(impact.changed).toBe(actual.length);
  });

  it('foretells another pack exactly, phone records of a kind included', async () => {
    const before = outcomesNow();
    const impact = await foresee(newer(), today);
    await world.core.policyShelf.load(JSON.stringify(newer()));
    await world.core.policyShelf.use('newer@1');
    const actual = turned(before, outcomesNow());
    expect(actual.length).toBeGreaterThan(0);
    expect(promised(impact.counts).sort()).toEqual(actual.sort());
  });
});

describe('policy packs', () => {
  it('keeps every pack, uses the chosen one also after a restart, and goes back', async () => {
    const { policyShelf } = world.core;
    await policyShelf.load(JSON.stringify(newer()));
    expect(policyShelf.list().map(({ id, active }) => [id, active])).toEqual([
      [builtIn.id, true],
      ['newer@1', false],
    ]);
    await policyShelf.use('newer@1');
    await expect(policyShelf.remove('newer@1')).rejects.toMatchObject({ code: 'CONFLICT' });
    world.core.openability.use(builtIn);
    expect(
      world
        .reopen()
        .policyShelf.list()
        .find(({ active }) => active)?.id,
    ).toBe('newer@1');
    await policyShelf.use(builtIn.id);
    await policyShelf.remove('newer@1');
    expect(policyShelf.list().map(({ id }) => id)).toEqual([builtIn.id]);
  });

  it('takes nothing of a pack that is broken or has the id of another', async () => {
    const { policyShelf } = world.core;
    const before = policyShelf.list();
    const taken = { ...newer(), id: builtIn.id };
    await expect(policyShelf.load(JSON.stringify(taken))).rejects.toMatchObject({ code: 'CONFLICT' });
    for (const broken of ['{', '[]', JSON.stringify({ ...newer(), asOf: '2026-02-30' })])
      await expect(policyShelf.load(broken)).rejects.toMatchObject({ code: 'PACK_INVALID' });
    await expect(policyShelf.use('nosuch')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(policyShelf.list()).toEqual(before);
  });
});
