import { describe, expect, it } from 'vitest';
import { dueForCheck, type DueFacts } from './due-check.ts';

const today = '2026-11-25';
const facts = (changes: Partial<DueFacts> = {}): DueFacts => ({
  checkedOn: null,
  lastOutcome: null,
  deadFrom: null,
  campaignOn: null,
  inCampaign: false,
  isPublic: false,
  ...changes,
});
const priorityOf = (changes: Partial<DueFacts>): number => dueForCheck(facts(changes), today)?.priority ?? -1;

describe('dueForCheck', () => {
  it('puts what is posted soonest first, then what ends, what had trouble, what is old, what is new', () => {
    const inCampaign = true;
    const inOrder: Partial<DueFacts>[] = [
      { inCampaign, campaignOn: today },
      { inCampaign, campaignOn: '2026-11-27' },
      { inCampaign, deadFrom: '2026-11-26' },
      { inCampaign, deadFrom: '2026-11-28' },
      { inCampaign },
      { checkedOn: '2026-11-20', lastOutcome: 'blocked' },
      { inCampaign, checkedOn: '2026-11-17' },
      { checkedOn: '2026-11-01' },
      {},
    ];
    const priorities = inOrder.map(priorityOf);
    expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
    expect(new Set(priorities).size).toBe(priorities.length);
  });

  it('puts first, among equals, what strangers see and what was left alone longest', () => {
    const inCampaign = true;
    expect(priorityOf({ inCampaign, isPublic: true })).toBeGreaterThan(priorityOf({ inCampaign }));
    expect(priorityOf({ checkedOn: '2026-10-30' })).toBeGreaterThan(priorityOf({ checkedOn: '2026-11-10' }));
  });

  it.each([
    ['checked today', { checkedOn: today, inCampaign: true, campaignOn: today }],
    ['dead by its own dates', { deadFrom: today, inCampaign: true }],
    ['checked lately and fine', { checkedOn: '2026-11-20', inCampaign: true }],
    ['idle and checked within two weeks', { checkedOn: '2026-11-12' }],
  ])('leaves alone what is %s', (_what, changes) => {
    expect(dueForCheck(facts(changes), today)).toBeNull();
  });
});
