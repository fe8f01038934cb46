import { compileGrammar } from '../grammar/compile-grammar.ts';
import { buildFoldTable } from '../text/fold-table.ts';
import { packSizeIssues } from './pack-size.ts';
import { checkShape, type Shape } from './check-shape.ts';
import type { PackIssue } from './pack-issue.ts';
import type { CompliancePack, GrammarPack, WordsPack } from './pack-types.ts';

export type PackResult = { ok: true; pack: CompliancePack } | { ok: false; issues: PackIssue[] };

const text: Shape = { type: 'string', max: 20_000 };
const label: Shape = { type: 'string', max: 400 };
const bilingual: Shape = { type: 'object', fields: { zh: label, en: label } };
const example: Shape = { type: 'object', fields: { text: label }, optional: { surface: label } };
const severity: Shape = { type: 'enum', values: ['block', 'warn', 'info', 'none'] };
const strings: Shape = { type: 'array', of: text, max: 500 };
const condition: Shape = {
  type: 'object',
  fields: { classes: strings, within: { type: 'enum', values: ['clause', 'sentence', 'text'] } },
};

const rule: Shape = {
  type: 'object',
  fields: {
    id: label,
    category: label,
    detect: { type: 'array', of: label, max: 50 },
    from: { type: 'day' },
    to: { type: 'nullable', of: { type: 'day' } },
    clause: label,
    title: bilingual,
    source: { type: 'array', of: label, max: 20 },
    confidence: { type: 'enum', values: ['high', 'medium', 'low'] },
    severity: { type: 'map', of: severity, max: 50 },
    explain: bilingual,
    clearedBy: { type: 'nullable', of: bilingual },
    rewrite: {
      type: 'array',
      max: 5,
      of: {
        type: 'object',
        fields: { how: { type: 'enum', values: ['drop-condition', 'drop-clause', 'replace'] }, note: bilingual },
      },
    },
    examples: {
      type: 'object',
      fields: {
        positive: { type: 'array', of: example, min: 2, max: 50 },
        negative: { type: 'array', of: example, min: 2, max: 50 },
      },
    },
  },
};

const wordClass: Shape = {
  type: 'object',
  fields: { name: { type: 'className' }, words: strings },
  optional: {
    role: { type: 'enum', values: ['action', 'condition', 'reward', 'claim', 'token', 'target', 'none'] },
    fuzzy: { type: 'boolean' },
    checked: { type: 'boolean' },
    nouns: { type: 'boolean' },
    initials: { type: 'boolean' },
  },
};

const detector: Shape = {
  type: 'object',
  fields: { id: label, patterns: strings },
  optional: {
    needs: condition,
    unless: { type: 'array', of: condition, max: 20 },
    unlessBefore: strings,
    unlessAfter: strings,
    ignores: strings,
    over: { type: 'number' },
    grows: { type: 'boolean' },
  },
};

const phrase: Shape = {
  type: 'object',
  fields: { as: { type: 'className' }, patterns: strings },
  optional: { role: label },
};
const table: Shape = { type: 'string', max: 400_000 };

const shapes: Record<CompliancePack['kind'], Shape> = {
  rules: {
    type: 'object',
    fields: { kind: label, id: label, title: bilingual, rules: { type: 'array', of: rule, max: 500 } },
  },
  words: { type: 'object', fields: { kind: label, id: label, classes: { type: 'array', of: wordClass, max: 500 } } },
  grammar: {
    type: 'object',
    fields: {
      kind: label,
      id: label,
      phrases: { type: 'array', of: phrase, max: 200 },
      detectors: { type: 'array', of: detector, max: 500 },
    },
    optional: { macros: { type: 'map', of: strings, max: 50 } },
  },
  tables: {
    type: 'object',
    fields: { kind: label, id: label, fold: table, drop: table, expand: table, syllables: table, readings: table },
  },
  'lexicon-tables': {
    type: 'object',
    fields: {
      kind: label,
      id: label,
      dictionary: { type: 'array', of: table, max: 40 },
      homophones: table,
      splits: table,
      lookAlikes: table,
    },
  },
  evidence: {
    type: 'object',
    fields: {
      kind: label,
      id: label,
      bias: { type: 'number' },
      unit: { type: 'number' },
      threshold: { type: 'number' },
      alone: { type: 'number' },
      harmless: { type: 'number' },
      outweighs: table,
      weights: { type: 'array', max: 600, of: { type: 'object', fields: { w: { type: 'number' }, grams: table } } },
      groups: {
        type: 'array',
        max: 30,
        of: { type: 'object', fields: { name: label, detector: label, points: table } },
      },
    },
  },
  rewrites: {
    type: 'object',
    fields: {
      kind: label,
      id: label,
      replace: { type: 'array', max: 2000, of: { type: 'array', of: label, min: 2, max: 2 } },
      softener: { type: 'map', of: label, max: 100 },
      neutral: { type: 'map', of: label, max: 100 },
    },
  },
};

/** Largest pack text that is looked at, in UTF-16 units. */
export const largestPack = 1_500_000;

/** Checks a parsed pack; a refused one is never partly used. */
export function readPack(value: unknown): PackResult {
  const kind =
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'kind')
      ? (value as { kind: unknown }).kind
      : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) {
    return { ok: false, issues: [{ code: 'kind', where: 'kind', detail: String(kind).slice(0, 60) }] };
  }
  const issues = checkShape(value, shapes[kind as CompliancePack['kind']]);
  return issues.length === 0 ? { ok: true, pack: value as CompliancePack } : { ok: false, issues };
}

/** Parses and checks the text of a pack file. */
export function readPackText(source: string): PackResult {
  if (source.length > largestPack)
    return { ok: false, issues: [{ code: 'too-large', where: '', detail: String(source.length) }] };
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return {
      ok: false,
      issues: [{ code: 'not-json', where: '', detail: error instanceof Error ? error.message : '' }],
    };
  }
  return readPack(value);
}

/** Checks that words, phrases, detectors and rules of a set of packs fit together. */
export function checkPackSet(packs: readonly CompliancePack[]): PackIssue[] {
  const grammars = packs.filter((pack): pack is GrammarPack => pack.kind === 'grammar');
  const words = packs.filter((pack): pack is WordsPack => pack.kind === 'words');
  const known = new Set(grammars.flatMap((pack) => pack.detectors.map((entry) => entry.id)));
  const issues: PackIssue[] = [];
  for (const pack of packs) {
    if (pack.kind !== 'rules') continue;
    for (const { id, detect } of pack.rules) {
      for (const name of detect.filter((entry) => !known.has(entry))) {
        issues.push({ code: 'unknown-detector', where: `${pack.id} ${id}`, detail: name });
      }
    }
  }
  const size = packSizeIssues(words, grammars);
  if (size.length > 0) return [...issues, ...size];
  try {
    compileGrammar(words, grammars, { table: buildFoldTable({ fold: '', drop: '', expand: '' }), detectors: known });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    issues.push({ code: 'grammar', where: '', detail: error.message.slice(0, 200) });
  }
  return issues;
}
