import { copyFileSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '#contract/errors';
import { describeListIssue } from '#contract/messages/describe-list-issue';
import type { Command } from '../command.ts';
import { dayOption, textOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';

const severities = ['block', 'warn', 'info'] as const;

function oneText(positionals: readonly string[], usage: string): string {
  const [text] = positionals;
  if (positionals.length !== 1 || text === undefined) throw new UsageError(`用法：${usage}`);
  return text;
}

export const wordsList: Command = {
  summary: '列出自定义词和白名单',
  usage: 'words list',
  optionsOnly: true,
  options: {},
  needs: 'catalog',
  async run({ engine }) {
    const lists = await engine.call('words.list', {});
    const until = (day: string | null): string => (day === null ? '' : `  有效期至 ${day}`);
    const lines = [
      `自定义词 ${lists.words.length} 条`,
      ...lists.words.map(
        ({ text, kind, severity, category, expiresOn }) =>
          `  ${severity}  ${kind === 'pattern' ? `/${text}/` : text}  [${category}]${until(expiresOn)}`,
      ),
      `白名单 ${lists.phrases.length} 条`,
      ...lists.phrases.map(
        ({ text, category, expiresOn }) => `  ${text}  [${category ?? '所有类别'}]${until(expiresOn)}`,
      ),
    ];
    return { json: lists, text: lines.join('\n') };
  },
};

export const wordsAdd: Command = {
  summary: '添加一个自定义词或匹配式',
  usage:
    'words add 词语 [--severity block|warn|info] [--pattern] [--category 类别] [--note 说明] [--expires YYYY-MM-DD]',
  options: {
    severity: { type: 'string' },
    pattern: { type: 'boolean' },
    category: { type: 'string' },
    note: { type: 'string' },
    expires: { type: 'string' },
  },
  needs: 'catalog',
  async run({ engine, options, positionals }) {
    const text = oneText(positionals, this.usage);
    const given = textOption(options, 'severity') ?? 'warn';
    const severity = severities.find((each) => each === given);
    if (severity === undefined) throw new UsageError(`--severity 应为 block、warn 或 info，而不是“${given}”`);
    const word = {
      text,
      kind: options['pattern'] === true ? ('pattern' as const) : ('word' as const),
      category: textOption(options, 'category') ?? '',
      severity,
      note: textOption(options, 'note') ?? '',
      expiresOn: dayOption(options, 'expires'),
    };
    return { json: await engine.call('words.saveWord', { replaces: null, word }), text: `已添加“${text}”` };
  },
};

export const wordsAllow: Command = {
  summary: '把一个说法加入白名单（商标、型号、有证明的事实）',
  usage: 'words allow 说法 [--category 类别] [--reason 理由] [--proof 证明] [--expires YYYY-MM-DD]',
  options: {
    category: { type: 'string' },
    reason: { type: 'string' },
    proof: { type: 'string' },
    expires: { type: 'string' },
  },
  needs: 'catalog',
  async run({ engine, options, positionals }) {
    const text = oneText(positionals, this.usage);
    const phrase = {
      text,
      category: textOption(options, 'category') ?? null,
      reason: textOption(options, 'reason') ?? '',
      proof: textOption(options, 'proof') ?? '',
      expiresOn: dayOption(options, 'expires'),
    };
    const json = await engine.call('words.savePhrase', { replaces: null, phrase, falseAlarm: null });
    return { json, text: `已加入白名单：“${text}”` };
  },
};

export const wordsRemove: Command = {
  summary: '从自定义词和白名单里移除',
  usage: 'words remove 词语…',
  options: {},
  needs: 'catalog',
  async run({ engine, positionals }) {
    if (positionals.length === 0) throw new UsageError(`用法：${this.usage}`);
    const lists = await engine.call('words.list', {});
    const named = new Set(positionals);
    const words = lists.words.filter(({ text }) => named.has(text)).map(({ kind, text }) => ({ kind, text }));
    const phrases = lists.phrases
      .filter(({ text }) => named.has(text))
      .map(({ text, category }) => ({ text, category }));
    const removed = words.length + phrases.length;
    if (removed === 0) {
      const detail = `词条“${positionals.join('、')}”`;
      throw new AppError('NOT_FOUND', 'no such entry', { params: { detail } });
    }
    const { changeId } = await engine.call('words.remove', { words, phrases });
    return { json: { removed, changeId }, text: `已移除 ${removed} 条` };
  },
};

export const wordsImport: Command = {
  summary: '导入词表（CSV 或 JSON）',
  usage: 'words import 文件 [--dry-run]',
  options: { 'dry-run': { type: 'boolean' } },
  needs: 'catalog',
  async run({ engine, options, positionals }) {
    const path = resolve(oneText(positionals, this.usage));
    const { ref } = await engine.call('internal.registerFile', { path, name: basename(path), mode: 'read' });
    const result = await engine.call('words.import', { file: ref, dryRun: options['dry-run'] === true });
    const issues = result.issues.map((issue) => ({ ...issue, message: describeListIssue(issue, 'zh-CN') }));
    const lines = [
      `${options['dry-run'] === true ? '将' : '已'}新增 ${result.added} 条，更新 ${result.updated} 条，未变 ${result.unchanged} 条，跳过 ${result.issueCount} 条`,
      ...issues.map(({ message }) => `  ${message}`),
    ];
    const nothing = result.added + result.updated + result.unchanged === 0 && result.issueCount > 0;
    return { json: { ...result, issues }, text: lines.join('\n'), exitCode: nothing ? 1 : 0 };
  },
};

export const wordsExport: Command = {
  summary: '导出词表，格式由文件名决定（.csv 或 .json）',
  usage: 'words export 文件.csv|文件.json',
  options: {},
  needs: 'catalog',
  async run({ engine, positionals }) {
    const out = resolve(oneText(positionals, this.usage));
    const format = /\.(csv|json)$/i.exec(out)?.[1]?.toLowerCase();
    if (format !== 'csv' && format !== 'json') throw new UsageError('文件名应以 .csv 或 .json 结尾');
    const { ref } = await engine.call('words.export', { format });
    const { path } = await engine.call('internal.resolveFile', { ref });
    copyFileSync(path, out);
    rmSync(path);
    return { json: { out, format }, text: `已导出到 ${out}` };
  },
};
