import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '#contract/errors';
import { linkKindNames } from '#contract/messages/link-messages';
import { describePackChange, describePackProblem } from '#contract/messages/openability-pack-messages';
import { confidenceNames, outcomeNames } from '#contract/messages/openability-messages';
import { surfaceNames } from '#contract/messages/surface-names';
import type { PackChoice, PolicyImpact, PolicyPackInfo } from '#contract/policy';
import type { SurfaceId } from '#contract/surfaces';
import { isLinkKind, type LinkKind, linkKinds } from '#domain/links/link-kinds';
import type { Command, CommandContext } from '../command.ts';
import { asSurface, dayOption, textOption } from '../options.ts';
import { waitForJob } from '../run-job.ts';
import { UsageError } from '../usage-error.ts';

type Engine = CommandContext['engine'];

async function fileRef(engine: Engine, file: string): Promise<string> {
  const path = resolve(file);
  if (!existsSync(path)) throw new AppError('FILE_GONE', `no file ${path}`, { params: { file: path } });
  if (!statSync(path).isFile()) {
    const detail = '这是一个文件夹，请给出规则包文件（JSON）';
    throw new AppError('FILE_UNREADABLE', `${path} is no file`, { params: { file: path, detail } });
  }
  return (await engine.call('internal.registerFile', { path, name: basename(path), mode: 'read' })).ref;
}

/** A file if there is one by that name, else a loaded pack's id. */
async function packChoice(engine: Engine, written: string): Promise<PackChoice> {
  return existsSync(resolve(written)) ? { ref: await fileRef(engine, written) } : { id: written };
}

const packLine = ({ id, title, asOf, active, origin, rows, usable }: PolicyPackInfo): string =>
  `${active ? '* ' : '  '}${id}  ${title.zh}  事实截至 ${asOf}  ${rows} 条规则  ${origin === 'built-in' ? '程序自带' : '已载入'}${usable ? '' : '（本版本读不了）'}`;

function asKind(written: string | undefined): LinkKind | null {
  if (written === undefined) return null;
  if (!isLinkKind(written))
    throw new UsageError(`未知的链接类型“${written}”，可用：${Object.keys(linkKinds).join(', ')}`);
  return written;
}

const kindName = (kind: string): string => linkKindNames[kind as LinkKind]?.zh ?? kind;

export const policyShow: Command = {
  summary: '显示规则：每种链接在每个场景的判断、来源和时间',
  usage: 'policy show [--as-of YYYY-MM-DD] [--surface 场景] [--kind 链接类型]',
  optionsOnly: true,
  options: { 'as-of': { type: 'string' }, surface: { type: 'string' }, kind: { type: 'string' } },
  needs: 'rules',
  async run({ engine, options }) {
    const surface = textOption(options, 'surface');
    const wanted = {
      surface: surface === undefined ? null : asSurface(surface),
      kind: asKind(textOption(options, 'kind')),
    };
    const { pack, asOf, table } = await engine.call('rules.openability', { asOf: dayOption(options, 'as-of') });
    const rows = new Map(pack.rows.map((row) => [row.id, row]));
    const shown = table
      .filter(
        (cell) =>
          (wanted.surface === null || cell.surface === wanted.surface) &&
          (wanted.kind === null || cell.kind === wanted.kind),
      )
      .map(({ kind, surface: where, outcome, rowId }) => {
        const row = rowId === null ? undefined : rows.get(rowId);
        const { from = null, to = null, source = [], confidence = null, note = null } = row ?? {};
        return { surface: where, kind, outcome, row: rowId, from, to, source, confidence, note };
      });
    const { id, title, timeline, stories } = pack;
    const lines = shown
      .filter(({ row }) => row !== null)
      .map(
        ({ surface: where, kind, outcome, confidence, note }) =>
          `  ${surfaceNames[where as SurfaceId].zh} · ${kindName(kind)}：${outcomeNames[outcome].zh}（${confidence === null ? '' : confidenceNames[confidence].zh}）${note?.zh ?? ''}`,
      );
    return {
      json: { pack: { id, title, asOf: pack.asOf }, asOf, rows: shown, timeline, stories },
      text: [`${title.zh}（${id}），按 ${asOf} 的规则；没有列出的组合没有来源，判断为未知。`, ...lines].join('\n'),
    };
  },
};

export const policyList: Command = {
  summary: '列出规则包（程序自带的和载入的）',
  usage: 'policy list',
  optionsOnly: true,
  options: {},
  needs: 'catalog',
  async run({ engine }) {
    const packs = await engine.call('policy.list', {});
    return { json: packs, text: packs.map(packLine).join('\n') };
  },
};

export const policyDiff: Command = {
  summary: '比较规则包',
  usage: 'policy diff 文件或编号 [另一个文件或编号]（只写一个时与正在使用的比较）',
  options: {},
  needs: 'rules',
  async run({ engine, positionals }) {
    const [first, second] = positionals;
    if (first === undefined || positionals.length > 2) throw new UsageError(`用法：${this.usage}`);
    const [before, after] = second === undefined ? [null, first] : [first, second];
    const diff = await engine.call('policy.diff', {
      before: before === null ? null : await packChoice(engine, before),
      after: await packChoice(engine, after),
    });
    const sentences = diff.changes.map((change) => describePackChange(change, 'zh-CN'));
    return {
      json: { ...diff, changes: diff.changes.map((change, index) => ({ ...change, text: sentences[index] })) },
      text: [`${diff.before.id} → ${diff.after.id}`, ...(sentences.length > 0 ? sentences : ['没有区别'])].join('\n'),
    };
  },
};

export const policyLoad: Command = {
  summary: '载入规则包文件；--use 立即换用',
  usage: 'policy load 文件 [--use]',
  options: { use: { type: 'boolean' } },
  needs: 'catalog',
  async run({ engine, options, positionals }) {
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError(`用法：${this.usage}`);
    const ref = await fileRef(engine, file);
    const report = await engine.call('policy.check', { ref });
    if (!report.ok) {
      const problems = report.problems.map((problem) => ({ ...problem, text: describePackProblem(problem, 'zh-CN') }));
      return {
        json: { loaded: false, problems },
        text: ['规则包无法使用，现有规则未改变：', ...problems.map(({ text }) => `  ${text}`)].join('\n'),
        exitCode: 1,
      };
    }
    const { id } = await engine.call('policy.load', { ref });
    const packs =
      options['use'] === true ? await engine.call('policy.use', { id }) : await engine.call('policy.list', {});
    const pack = packs.find((each) => each.id === id) ?? null;
    const changes = report.changes.map((change) => describePackChange(change, 'zh-CN'));
    const warnings = report.warnings.map((warning) => describePackProblem(warning, 'zh-CN'));
    return {
      json: { loaded: true, pack, warnings, changes },
      text: [
        ...(pack ? [packLine(pack)] : []),
        ...warnings.map((text) => `  提醒：${text}`),
        ...changes.map((text) => `  ${text}`),
      ].join('\n'),
    };
  },
};

const oneId = (positionals: readonly string[], usage: string): string => {
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) throw new UsageError(`用法：${usage}`);
  return id;
};

export const policyUse: Command = {
  summary: '换用一个规则包（包括换回程序自带的）',
  usage: 'policy use 编号',
  options: {},
  needs: 'catalog',
  async run({ engine, positionals }) {
    const packs = await engine.call('policy.use', { id: oneId(positionals, this.usage) });
    return { json: packs, text: packs.map(packLine).join('\n') };
  },
};

export const policyRemove: Command = {
  summary: '删除一个载入的规则包',
  usage: 'policy remove 编号',
  options: {},
  needs: 'catalog',
  async run({ engine, positionals }) {
    const packs = await engine.call('policy.remove', { id: oneId(positionals, this.usage) });
    return { json: packs, text: packs.map(packLine).join('\n') };
  },
};

function impactText({ before, after, counts, linksChanged, changed, campaigns }: PolicyImpact): string {
  return [
    `${before.packId}（${before.asOf}） → ${after.packId}（${after.asOf}）`,
    linksChanged === 0 ? '没有链接的判断会改变' : `${linksChanged} 条链接、${changed} 处判断会改变：`,
    ...counts.map(
      ({ surface, from, to, links }) =>
        `  ${surfaceNames[surface as SurfaceId].zh}：${outcomeNames[from].zh} → ${outcomeNames[to].zh}  ${links} 条`,
    ),
    ...campaigns.map(
      ({ name, surface, changes }) =>
        `  活动“${name}”（${surfaceNames[surface].zh}）：${changes.map(({ from, to, items }) => `${outcomeNames[from].zh} → ${outcomeNames[to].zh} ${items} 件`).join('，')}`,
    ),
  ].join('\n');
}

export const policyImpact: Command = {
  summary: '规则影响分析：换规则包或换日期会改变哪些链接和活动（不做任何改动）',
  usage: 'policy impact [--pack 文件或编号] [--as-of YYYY-MM-DD]',
  optionsOnly: true,
  options: { pack: { type: 'string' }, 'as-of': { type: 'string' } },
  needs: 'catalog',
  async run({ engine, options, say }) {
    const pack = textOption(options, 'pack');
    const asOf = dayOption(options, 'as-of');
    if (pack === undefined && asOf === null)
      throw new UsageError(`请用 --pack 或 --as-of 说明要比较什么\n用法：${this.usage}`);
    const job = await engine.call('policy.impact', {
      pack: pack === undefined ? null : await packChoice(engine, pack),
      asOf,
    });
    const { result } = await waitForJob(engine, job, say);
    const impact = result as PolicyImpact;
    return { json: impact, text: impactText(impact) };
  },
};
