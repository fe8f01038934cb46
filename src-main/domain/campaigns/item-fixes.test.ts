import { describe, expect, it } from 'vitest';
import type { Blocker } from '#contract/campaigns';
import { fixesOf, nextStep } from './item-fixes.ts';

const all = { canRelink: true, canOverride: true };
const blocker = (code: Blocker['code'], severity: Blocker['severity'] = 'block', situation = all): Blocker => ({
  code,
  severity,
  params: {},
  fixes: fixesOf(code, situation),
});

describe('the next step of an item', () => {
  it('is what helps most against what blocks it', () => {
    const blockers = [blocker('earning-unknown', 'warn'), blocker('link-dead'), blocker('copy-block')];
    expect(nextStep({ state: 'fix', blockers })).toBe('relink');
  });

  it('is never something that cannot be done', () => {
    const alone = { canRelink: false, canOverride: false };
    expect(nextStep({ state: 'fix', blockers: [blocker('link-dead', 'block', alone)] })).toBe('add-link');
    expect(fixesOf('copy-block', alone)).not.toContain('override');
  });

  it('leads on to being posted', () => {
    expect(nextStep({ state: 'ready', blockers: [blocker('copy-warn', 'warn')] })).toBe('export');
    expect(nextStep({ state: 'exported', blockers: [] })).toBe('mark-posted');
    expect(nextStep({ state: 'posted', blockers: [blocker('link-dead')] })).toBeNull();
  });
});
