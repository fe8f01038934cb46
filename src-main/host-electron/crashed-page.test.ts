import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import { reloadCrashedPage } from './crashed-page.ts';

test('a page that crashed is loaded again, one that crashes at once is not, and each crash is logged', () => {
  let [clock, reloads] = [1_000_000, 0];
  const bugs: string[] = [];
  const contents = Object.assign(new EventEmitter(), { reload: () => (reloads += 1) });
  reloadCrashedPage(contents as unknown as WebContents, {
    now: () => clock,
    logBug: (error) => String(bugs.push(String(error))),
  });
  const crash = (reason: string): boolean => contents.emit('render-process-gone', {}, { reason, exitCode: 5 });

  crash('clean-exit');
  expect([reloads, bugs.length]).toEqual([0, 0]);
  crash('oom');
  crash('crashed');
  expect(reloads).toBe(1);
  clock += 60_000;
  crash('crashed');
  expect(reloads).toBe(2);
  expect(bugs).toHaveLength(3);
  expect(bugs[0]).toContain('oom');
});
