import { basename, resolve } from 'node:path';
import { describePackIssue } from '#contract/messages/describe-pack-issue';
import type { Command } from '../command.ts';
import { UsageError } from '../usage-error.ts';

export const wordingPacks: Command = {
  summary: '列出文案规则包',
  usage: 'wording packs',
  optionsOnly: true,
  options: {},
  needs: 'catalog',
  async run({ engine }) {
    const packs = await engine.call('compliance.packs', {});
    const lines = packs.map(
      ({ id, kind, origin, entries, issues }) =>
        `${id}  ${kind}  ${entries} 项  ${origin === 'user' ? '自己载入' : '自带'}${issues.length > 0 ? '  未使用' : ''}`,
    );
    return { json: packs, text: lines.join('\n') };
  },
};

export const wordingLoad: Command = {
  summary: '载入自己的文案规则包（JSON）',
  usage: 'wording load 文件 [--dry-run]',
  options: { 'dry-run': { type: 'boolean' } },
  needs: 'catalog',
  async run({ engine, options, positionals }) {
    const [file] = positionals;
    if (file === undefined || positionals.length !== 1) throw new UsageError(`用法：${this.usage}`);
    const path = resolve(file);
    const { ref } = await engine.call('internal.registerFile', { path, name: basename(path), mode: 'read' });
    const result = await engine.call('compliance.loadPacks', { file: ref, dryRun: options['dry-run'] === true });
    const issues = result.issues.map((issue) => ({ ...issue, message: describePackIssue(issue, 'zh-CN') }));
    const lines =
      issues.length > 0
        ? ['没有载入：', ...issues.map(({ message }) => `  ${message}`)]
        : [`${result.loaded ? '已载入' : '可以载入'}：${result.packs.map(({ id }) => id).join('、')}`];
    return { json: { ...result, issues }, text: lines.join('\n'), exitCode: issues.length > 0 ? 1 : 0 };
  },
};

export const wordingRemove: Command = {
  summary: '移除自己载入的文案规则包',
  usage: 'wording remove 编号',
  options: {},
  needs: 'catalog',
  async run({ engine, positionals }) {
    const [id] = positionals;
    if (id === undefined || positionals.length !== 1) throw new UsageError(`用法：${this.usage}`);
    await engine.call('compliance.removePack', { id });
    return { json: { removed: id }, text: `已移除 ${id}` };
  },
};
