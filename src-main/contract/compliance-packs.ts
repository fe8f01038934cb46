import { z } from 'zod';
import type { PackIssue } from '#domain/compliance/packs/pack-issue';
import { nothing } from './common.ts';
import { fileRef } from './files.ts';

export const compliancePackInputs = {
  'compliance.packs': nothing,
  /** Reads a pack file, checks it against everything in use and, unless it is a dry run, judges by it from then on. */
  'compliance.loadPacks': z.object({ file: fileRef, dryRun: z.boolean() }).strict(),
  'compliance.removePack': z.object({ id: z.string().min(1).max(400) }).strict(),
};

export interface CompliancePackRow {
  id: string;
  kind: 'words' | 'grammar' | 'rules';
  /** Of packs with rules. */
  title: { zh: string; en: string } | null;
  /** How many rules, word classes or detectors it brings. */
  entries: number;
  /** First day of the earliest rule; null for packs without rules. */
  from: string | null;
  origin: 'built-in' | 'user';
  loadedAt: string | null;
  /** Why it is left out; empty when it is in use. */
  issues: PackIssue[];
}

export interface PackLoadResult {
  file: string;
  /** What the file brings; empty when it is refused. */
  packs: CompliancePackRow[];
  /** Ids among them that replace a pack loaded before. */
  replaces: string[];
  /** Why the file is refused; nothing of it is used then. */
  issues: PackIssue[];
  loaded: boolean;
}

export interface CompliancePackOutputs {
  'compliance.packs': CompliancePackRow[];
  'compliance.loadPacks': PackLoadResult;
  'compliance.removePack': null;
}
