import { checkPack } from './check-pack.ts';
import { type OpenabilityPack, packShape } from './pack-shape.ts';
import type { PackProblem, Report } from './shape.ts';

/** A usable pack with remarks, or the reasons why it cannot be used. A bad pack changes nothing. */
export type PackReading =
  | { ok: true; pack: OpenabilityPack; warnings: PackProblem[] }
  | { ok: false; problems: PackProblem[] };

/** UTF-16 units; the built-in pack has about 150,000. */
const maxLength = 4_000_000;
const maxDepth = 12;
const maxProblems = 50;

/** Reads a pack file's text. Every refusal names the place and what to change. */
export function parsePack(json: string): PackReading {
  if (json.length > maxLength)
    return refusal({ code: 'too-large', at: '', params: { max: maxLength, found: json.length } });
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : '';
    return refusal({ code: 'not-json', at: '', params: { reason } });
  }
  return readPack(value);
}

/** Checks an already parsed value and copies what the format knows; the input is not kept. */
export function readPack(value: unknown): PackReading {
  if (isTooDeep(value)) return refusal({ code: 'too-deep', at: '', params: { max: maxDepth } });
  const collected = collector();
  const pack = packShape.read(value, '', collected.report);
  if (pack !== undefined && collected.problems.length === 0) checkPack(pack, collected.report);
  if (pack === undefined || collected.problems.length > 0) return { ok: false, problems: collected.problems };
  return { ok: true, pack, warnings: collected.warnings };
}

const refusal = (problem: PackProblem): PackReading => ({ ok: false, problems: [problem] });

function collector(): { report: Report; problems: PackProblem[]; warnings: PackProblem[] } {
  const problems: PackProblem[] = [];
  const warnings: PackProblem[] = [];
  const report: Report = {
    add(code, at, params = {}) {
      if (problems.length < maxProblems) problems.push({ code, at, params });
    },
    warn(code, at, params = {}) {
      if (warnings.length < maxProblems) warnings.push({ code, at, params });
    },
    get full() {
      return problems.length >= maxProblems;
    },
  };
  return { report, problems, warnings };
}

/** Level by level, so that depth cannot exhaust the stack. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= maxDepth; depth += 1) {
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
    if (level.length === 0) return false;
  }
  return true;
}
