import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProbeFacts } from '#domain/probing/probe-facts';
import { probeFacts } from '#domain/probing/testing/probe-facts';
import { type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';

const today = '2026-11-25';
const shared = 'https://s.click.taobao.com/AbCd123';
let world: CampaignWorld;

const row = (key: string, ...links: string[]) => ({
  key,
  said: { title: key },
  links: links.map((value) => ({ field: 'affiliateShortUrl' as const, value })),
});

beforeEach(() => {
  world = openCampaignWorld(`${today}T02:00:00Z`);
});
afterEach(() => world.close());

test('links nobody checked are counted once each, however many products share them', async () => {
  await world.importRows(today, [
    row('557662696505', shared, 'https://s.click.taobao.com/Zz9Xy12'),
    row('667662696505', shared),
    row('777662696505', shared, 'https://s.click.taobao.com/Qq1Ww22'),
  ]);
  const plan = world.core.checkPlan;
  const asOf = world.core.verdicts.prepare();
  expect(plan.neverChecked('group', asOf, today, 100).map(({ value }) => value)).toHaveLength(3);
  const parts = [...plan.countNeverChecked(asOf, today)];
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(3);
});

const facts = (probe: ProbeFacts['probe'], reason: ProbeFacts['reason'], skipped: boolean): ProbeFacts =>
  probeFacts(probe, shared, `${today}T02:00:00Z`, { reason, skipped });

test('a link that could not be visited is not checked, whatever WeChat’s gateway said of it', async () => {
  await world.importRows(today, [row('557662696505', shared)]);
  const { checkPlan: plan, checkRuns: runs, links, verdicts } = world.core;
  const asOf = verdicts.prepare();
  const [link] = plan.all('group', asOf);
  if (!link) throw new Error('no link');
  const startedAt = `${today}T02:00:00Z`;
  const runId = await runs.create({
    scope: { type: 'all' },
    surface: 'group',
    proxy: null,
    jobId: 'test',
    startedAt,
  });
  const planned = { linkHash: link.linkHash, linkId: link.linkId, kind: link.kind, value: link.value };
  const tasks = [{ ...planned, priority: 0, was: link.outcome }];
  await expect(runs.setTasks(runId, tasks, () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
  expect(runs.plan(runId).total).toBeNull();
  await runs.setTasks(runId, tasks, () => Promise.resolve());
  expect(runs.plan(runId).total).toBe(1);
  const [task] = runs.waitingTasks(runId);
  if (!task) throw new Error('no task');
  const save = (direct: ProbeFacts) =>
    runs.saveAnswers(
      runId,
      [{ task, facts: [facts('wapredirect', 'no-block-found', false), direct], target: null, findings: null }],
      startedAt,
    );
  const seen = () => ({
    never: plan.neverChecked('group', asOf, today, 10).length,
    counted: [...plan.countNeverChecked(asOf, today)].reduce((sum, part) => sum + part, 0),
    known: [...plan.dueFacts('group', asOf, '2026-12-10')].flat().length,
    checkedAt: links.byId(link.linkId, 'group', asOf).checkedAt,
  });

  await save(facts('direct', 'proxy-refused', true));
  expect(seen()).toEqual({ never: 1, counted: 1, known: 0, checkedAt: null });
  await save(facts('direct', 'page-opened', false));
  expect(seen()).toEqual({ never: 0, counted: 0, known: 1, checkedAt: expect.any(String) });
});
