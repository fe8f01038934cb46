import { expect, test } from 'vitest';
import type { DeviceEvidence } from '../openability/evidence.ts';
import { linkTimeline } from './link-timeline.ts';
import type { ProbeAnswer } from './probe-answer.ts';

const answer = (id: number, day: number, changes: Partial<ProbeAnswer> = {}): ProbeAnswer => ({
  id,
  probe: 'direct',
  reason: 'page-opened',
  params: {},
  outcome: null,
  scope: 'every-surface',
  skipped: false,
  signals: [],
  checkedAt: `2026-11-${String(day).padStart(2, '0')}T02:00:00Z`,
  packVersion: 'test',
  runId: null,
  ...changes,
});

test('a history reads as turns: the same answer in a row once, what it was before, skipped checks, phones', () => {
  const gone = { reason: 'item-gone-address', outcome: 'dead' } as const;
  const answers = [
    answer(5, 9, gone),
    answer(1, 1),
    answer(2, 3),
    answer(4, 7, { reason: 'offline', skipped: true }),
    answer(3, 5, gone),
    answer(6, 10, { reason: 'offline', skipped: true }),
    answer(7, 11),
  ];
  const record = { id: 'device:1', checkedAt: '2026-11-06T02:00:00Z' } as DeviceEvidence;
  const entries = linkTimeline(answers, [record]).map((entry) =>
    entry.type === 'device'
      ? ['phone']
      : [entry.answer.reason, entry.times, entry.since.slice(8, 10), entry.turnedFrom?.reason ?? null],
  );
  expect(entries).toEqual([
    ['page-opened', 1, '11', 'item-gone-address'],
    ['offline', 1, '10', null],
    ['item-gone-address', 1, '09', null],
    ['offline', 1, '07', null],
    ['phone'],
    ['item-gone-address', 1, '05', 'page-opened'],
    ['page-opened', 2, '01', null],
  ]);
});

test('each probe has its own history', () => {
  const blocked = { probe: 'wapredirect', reason: 'wechat-blocked', outcome: 'blocked' } as const;
  const entries = linkTimeline([answer(1, 1), answer(2, 1, blocked), answer(3, 2), answer(4, 2, blocked)], []);
  expect(entries.map((entry) => (entry.type === 'probe' ? [entry.answer.probe, entry.times] : []))).toEqual(
    expect.arrayContaining([
      ['direct', 2],
      ['wapredirect', 2],
    ]),
  );
  expect(entries).toHaveLength(2);
});
