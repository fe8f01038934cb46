import { z } from 'zod';
import { isoDay } from './common.ts';
import type { OpenabilityPack } from '#domain/openability/pack-shape';
import type { Outcome } from './surfaces.ts';

export interface ComplianceRuleRow {
  id: string;
  pack: string;
  packTitle: { zh: string; en: string };
  category: string;
  title: { zh: string; en: string };
  explain: { zh: string; en: string };
  /** What proof would clear a finding; null when none would. */
  clearedBy: { zh: string; en: string } | null;
  clause: string;
  source: string[];
  confidence: 'high' | 'medium' | 'low';
  from: string;
  to: string | null;
  /** Neither too early, over, nor replaced by a newer pack of its family. */
  inForce: boolean;
  /** Severity by surface; `default` for the others. */
  severity: Record<string, string>;
  examples: { positive: string[]; negative: string[] };
}

export const ruleInputs = {
  /** `asOf`: the day to look at; absent or null = the day the user judges by. */
  'rules.openability': z.object({ asOf: isoDay.nullable().optional() }).strict(),
  /** Every dated rule, with whether it is in force on a day; null = the day the user judges by. */
  'rules.compliance': z.object({ asOf: isoDay.nullable() }).strict(),
};

export interface RuleOutputs {
  /** The pack in use and what it says on that day, kind × surface. */
  'rules.openability': {
    pack: OpenabilityPack;
    asOf: string;
    table: { kind: string; surface: string; outcome: Outcome; rowId: string | null }[];
  };
  'rules.compliance': ComplianceRuleRow[];
}
