import { limits } from '#contract/limits';
import { surfaceIds } from '#contract/surfaces';
import { AppError } from '#contract/errors';
import { pagePositions } from '#domain/compliance/advertising-surface';
import type { LintReport } from '#domain/compliance/finding';
import type { Command, CommandContext } from '../command.ts';
import { inputTexts } from '../input-texts.ts';
import { readTextFile } from '../read-text-file.ts';
import { dayOption, textOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface Subject {
  id: string;
  text: string;
  surface: string | null;
}

function fromJsonLines(content: string, fallback: string | null): Subject[] {
  const subjects: Subject[] = [];
  content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === '') return;
      const detail = `第 ${index + 1} 行不是 {id, text} 形式的 JSON`;
      const invalid = new AppError('VALIDATION', detail, { params: { detail } });
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch (error) {
        throw new AppError('VALIDATION', detail, { params: { detail }, cause: error });
      }
      const { id, text, surface } = (value ?? {}) as { id?: unknown; text?: unknown; surface?: unknown };
      if (typeof text !== 'string') throw invalid;
      const named = typeof id === 'string' || typeof id === 'number' ? String(id) : String(index + 1);
      subjects.push({ id: named, text, surface: typeof surface === 'string' ? surface : fallback });
    });
  return subjects;
}

/** A place people post to or a position in a page; lines of JSONL may name others, which count as unknown. */
function asPlace(value: string): string {
  const known = [...surfaceIds, ...pagePositions];
  if (!known.some((id) => id === value)) throw new UsageError(`未知的场景“${value}”，可用：${known.join(', ')}`);
  return value;
}

async function readSubjects({ options, positionals, readStdin }: CommandContext, usage: string): Promise<Subject[]> {
  const given = textOption(options, 'surface');
  const surface = given === undefined ? null : asPlace(given);
  const file = textOption(options, 'jsonl');
  const sources = [file, textOption(options, 'file'), positionals[0]].filter((source) => source !== undefined);
  if (sources.length > 1) throw new UsageError(`文本、--file 和 --jsonl 只能用一个\n用法：${usage}`);
  if (file !== undefined) return fromJsonLines(file === '-' ? await readStdin() : readTextFile(file), surface);
  if (textOption(options, 'file') !== undefined) {
    const path = textOption(options, 'file') ?? '';
    return [{ id: path, text: readTextFile(path), surface }];
  }
  const texts = await inputTexts(positionals, readStdin, usage);
  return texts.map((text, index) => ({ id: String(index + 1), text, surface }));
}

function checkLength({ id, text }: Subject): void {
  if (text.length <= limits.lintCharacters) return;
  const detail = `“${id}”有 ${text.length} 个字，一段最多 ${limits.lintCharacters} 个字，请分成几段检查`;
  throw new AppError('VALIDATION', 'text too long', { params: { detail } });
}

function toJson({ id }: Subject, report: LintReport): object {
  return {
    id,
    decision: report.decision,
    findings: report.findings.map((finding) => ({
      rule: finding.rule,
      category: finding.category,
      severity: finding.severity,
      start: finding.start,
      end: finding.end,
      text: finding.text,
      explanation: finding.explanation,
      basis: finding.basis,
      suggestion: finding.suggestions[0]?.text ?? null,
      suggestions: finding.suggestions,
      parts: finding.parts,
      folds: finding.folds,
      clearedBy: finding.clearedBy,
    })),
    allowed: report.allowed.map(({ finding: { rule, category, start, end, text }, phrase }) => ({
      rule,
      category,
      start,
      end,
      text,
      phrase,
    })),
  };
}

const decisionNames = { block: '违规', warn: '有风险', ok: '未发现问题' } as const;

function toText({ id }: Subject, report: LintReport): string[] {
  const findings = report.findings.map(
    ({ severity, text, explanation, basis }) =>
      `    ${severity}  “${text}”  ${explanation}  [${[basis.pack, basis.clause].filter(Boolean).join(' ')}]`,
  );
  const allowed = report.allowed.map(({ finding, phrase }) => `    allow  “${finding.text}”  白名单“${phrase}”`);
  return [`${id}  ${decisionNames[report.decision]}`, ...findings, ...allowed];
}

export const lint: Command = {
  summary: '检查文案是否违规（诱导分享/关注/下载、绝对化用语等）',
  usage: 'lint 文本… | lint - | lint --file 文件 | lint --jsonl 文件|- [--surface 场景] [--as-of YYYY-MM-DD]',
  options: {
    jsonl: { type: 'string' },
    file: { type: 'string' },
    surface: { type: 'string' },
    'as-of': { type: 'string' },
  },
  needs: 'rules',
  async run(context) {
    if (textOption(context.options, 'jsonl') === '') throw new UsageError('--jsonl 需要文件名或 -');
    const subjects = await readSubjects(context, this.usage);
    subjects.forEach(checkLength);
    const asOf = dayOption(context.options, 'as-of');
    const json: object[] = [];
    const lines: string[] = [];
    // Small batches keep a request's size bounded whatever the texts' lengths.
    for (let from = 0; from < subjects.length; from += limits.pageRows) {
      const batch = subjects.slice(from, from + limits.pageRows);
      const texts = batch.map(({ text, surface }) => ({ text, surface }));
      const reports = await context.engine.call('compliance.lint', { texts, asOf, suggest: true });
      batch.forEach((subject, index) => {
        const report = reports[index] as LintReport;
        json.push(toJson(subject, report));
        lines.push(...toText(subject, report));
      });
    }
    return { json, text: lines.join('\n') };
  },
};
