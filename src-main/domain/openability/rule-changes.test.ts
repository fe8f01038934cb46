// oxlint-disable-next-line no-restricted-imports -- the test reads the pack as it is shipped
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linkKindIds } from '../links/link-kinds.ts';
import { parsePack } from './read-pack.ts';
import { latestRuleChanges } from './rule-changes.ts';

const file = new URL('../../../resources/rulepacks/openability/wechat-openability@2026-11-23.json', import.meta.url);
const reading = parsePack(readFileSync(file, 'utf8'));
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const { pack } = reading;

describe('latestRuleChanges', () => {
  const taobaoInGroups = { kinds: ['tb_item_pc'], surfaces: ['group'] };

  test('tells the days on which a Taobao item link in a group became something else, newest first', () => {
    const changes = latestRuleChanges(pack, '2026-11-25', 50, taobaoInGroups);
    expect(changes[0]).toMatchObject({ on: '2021-11-30', to: 'opens' });
    // The pilot was let in over two days; what held in between nobody recorded.
    expect(changes[1]).toMatchObject({ on: '2021-11-29', from: 'copy-to-browser', to: 'unknown' });
    expect(changes.map(({ on }) => on)).toEqual(
      changes
        .map(({ on }) => on)
        .sort()
        .reverse(),
    );
  });

  test('knows nothing of changes after the day asked for', () => {
    const changes = latestRuleChanges(pack, '2021-10-01', 50, taobaoInGroups);
    expect(changes.every(({ on }) => on <= '2021-10-01')).toBe(true);
  });

  test('stops at the number asked for', () => {
    expect(latestRuleChanges(pack, '2026-11-25', 3, { kinds: linkKindIds, surfaces: ['group'] })).toHaveLength(3);
  });
});
