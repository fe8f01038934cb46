import type { RuleData, RulesPack } from './pack-types.ts';

/** A rule with the pack it comes from. */
export interface SelectedRule {
  rule: RuleData;
  pack: string;
}

/**
 * Rules in force on `asOf` (YYYY-MM-DD, inclusive). Where several packs of one family (`name@date`) judge the same
 * detector, the newest in force speaks.
 */
export function selectRules(packs: readonly RulesPack[], asOf: string): SelectedRule[] {
  const inForce = packs.flatMap((pack) =>
    pack.rules
      .filter((rule) => rule.from <= asOf && (rule.to === null || asOf <= rule.to))
      .map((rule) => ({ rule, pack: pack.id })),
  );
  const newest = new Map<string, string>();
  const family = (pack: string): string => pack.split('@')[0] ?? pack;
  for (const { rule, pack } of inForce) {
    for (const detector of rule.detect) {
      const key = `${family(pack)} ${detector}`;
      const known = newest.get(key);
      if (known === undefined || known < rule.from) newest.set(key, rule.from);
    }
  }
  return inForce.filter(({ rule, pack }) =>
    rule.detect.some((detector) => newest.get(`${family(pack)} ${detector}`) === rule.from),
  );
}
