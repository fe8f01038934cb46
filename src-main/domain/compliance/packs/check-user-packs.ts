import { compilePacks } from '../linter.ts';
import type { PackIssue } from './pack-issue.ts';
import type { CompliancePack, RuleData, RulesPack } from './pack-types.ts';
import { checkPackSet } from './read-pack.ts';

/** Tables and rewrites are made for the shipped vocabulary; users bring words, grammar and rules. */
const userKinds: readonly CompliancePack['kind'][] = ['words', 'grammar', 'rules'];
const packId = /^[a-z0-9][a-z0-9._-]{1,59}(?:@\d{4}-\d{2}(?:-\d{2})?)?$/;
/** Each first day of a rule means compiling everything once to try its examples. */
const mostDays = 12;
const mostIssues = 20;

function idIssues(packs: readonly CompliancePack[], others: readonly CompliancePack[]): PackIssue[] {
  const taken = new Set(others.map(({ id }) => id));
  const rules = new Set(others.flatMap((pack) => (pack.kind === 'rules' ? pack.rules.map(({ id }) => id) : [])));
  const issues: PackIssue[] = [];
  for (const pack of packs) {
    if (!userKinds.includes(pack.kind)) issues.push({ code: 'kind', where: pack.id, detail: pack.kind });
    if (!packId.test(pack.id)) issues.push({ code: 'id', where: 'id', detail: pack.id.slice(0, 60) });
    if (taken.has(pack.id)) issues.push({ code: 'id-taken', where: 'id', detail: pack.id });
    taken.add(pack.id);
    if (pack.kind !== 'rules') continue;
    for (const { id } of pack.rules) {
      if (rules.has(id)) issues.push({ code: 'id-taken', where: pack.id, detail: id });
      rules.add(id);
    }
  }
  return issues;
}

function ruleIssues(pack: RulesPack): PackIssue[] {
  return pack.rules.flatMap((rule): PackIssue[] => {
    const where = `${pack.id} ${rule.id}`;
    const issues: PackIssue[] = [];
    if (rule.source.every((source) => source.trim() === '')) issues.push({ code: 'source', where, detail: '' });
    if (rule.to !== null && rule.to < rule.from)
      issues.push({ code: 'date', where, detail: `${rule.from} – ${rule.to}` });
    return issues;
  });
}

function exampleIssues(packs: readonly CompliancePack[], all: readonly CompliancePack[]): PackIssue[] {
  const rules = packs.flatMap((pack) => (pack.kind === 'rules' ? pack.rules.map((rule) => ({ pack, rule })) : []));
  const days = new Map<string, { pack: RulesPack; rule: RuleData }[]>();
  for (const entry of rules) days.set(entry.rule.from, [...(days.get(entry.rule.from) ?? []), entry]);
  if (days.size > mostDays) return [{ code: 'too-large', where: 'from', detail: String(days.size) }];
  const issues: PackIssue[] = [];
  for (const [asOf, entries] of days) {
    const linter = compilePacks(all, { asOf });
    for (const { pack, rule } of entries) {
      const where = `${pack.id} ${rule.id}`;
      const finds = ({ text, surface }: { text: string; surface?: string }): boolean =>
        linter
          .lint(text, { suggest: false, ...(surface === undefined ? {} : { surface }) })
          .findings.some((finding) => finding.rule === rule.id);
      for (const example of rule.examples.positive)
        if (!finds(example)) issues.push({ code: 'example-missed', where, detail: example.text.slice(0, 60) });
      for (const example of rule.examples.negative)
        if (finds(example)) issues.push({ code: 'example-flagged', where, detail: example.text.slice(0, 60) });
    }
  }
  return issues;
}

/**
 * Everything that speaks against using a user's packs beside the others: names, sources, dates, size, whether words,
 * patterns and rules fit together, and whether each rule does to its own examples what it says. At most 20 issues.
 */
export function checkUserPacks(packs: readonly CompliancePack[], others: readonly CompliancePack[]): PackIssue[] {
  const first = [
    ...idIssues(packs, others),
    ...packs.flatMap((pack) => (pack.kind === 'rules' ? ruleIssues(pack) : [])),
  ];
  if (first.length > 0) return first.slice(0, mostIssues);
  const all = [...others, ...packs];
  const fit = checkPackSet(all);
  return (fit.length > 0 ? fit : exampleIssues(packs, all)).slice(0, mostIssues);
}
