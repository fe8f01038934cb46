import { basename, resolve } from 'node:path';
import { type ExportResult, posterStyles } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';
import type { Command, CommandContext } from '../command.ts';
import { asSurface, integerOption, requiredOption, textOption } from '../options.ts';
import { waitForJob } from '../run-job.ts';
import { UsageError } from '../usage-error.ts';

function posterStyle(value: string | undefined): (typeof posterStyles)[number] {
  const style = posterStyles.find((each) => each === (value ?? 'clean'));
  if (!style) throw new UsageError(`未知的海报样式“${value}”，可用：${posterStyles.join(', ')}`);
  return style;
}

/** Exports a campaign's pack and returns what the command prints. */
export async function exportCampaign(
  { engine, options, say }: CommandContext,
  campaignId: number,
  surface: SurfaceId,
): Promise<ExportResult> {
  const out = resolve(requiredOption(options, 'out'));
  const { ref } = await engine.call('internal.registerFile', { path: out, name: basename(out), mode: 'write' });
  const started = await engine.call('packs.export', {
    campaignId,
    surface,
    target: ref,
    container: out.toLowerCase().endsWith('.zip') ? 'zip' : 'folder',
    posterStyle: posterStyle(textOption(options, 'poster')),
    override: textOption(options, 'override') ?? null,
  });
  return (await waitForJob(engine, started, say)).result as ExportResult;
}

export function exportJson(result: ExportResult): object {
  const { out, items, exported, refused, files, manifestSha256 } = result;
  return { out, items, exported, refused, files, manifestSha256 };
}

export function exportText({ out, items, exported, refused }: ExportResult): string {
  const reasons = refused.map(({ itemId, title, reasons: why }) => `  未导出 ${itemId} ${title}：${why.join('；')}`);
  return [`已导出 ${exported}/${items} 件：${out}`, ...reasons].join('\n');
}

export const exportOptions = {
  out: { type: 'string' },
  override: { type: 'string' },
  poster: { type: 'string' },
} as const;

export const exportCommand: Command = {
  summary: '导出文案包（ZIP 或文件夹）',
  usage:
    'export --campaign ID --out 路径(.zip 或文件夹) [--surface 场景] [--override "理由"] [--poster clean|bold|dark]',
  options: { ...exportOptions, campaign: { type: 'string' }, surface: { type: 'string' } },
  needs: 'catalog',
  async run(context) {
    requiredOption(context.options, 'campaign');
    const campaign = await context.engine.call('campaigns.get', { id: integerOption(context.options, 'campaign', 0) });
    const wanted = textOption(context.options, 'surface');
    const surface = wanted === undefined ? campaign.surfaces[0]?.surface : asSurface(wanted);
    if (!surface) throw new UsageError('活动没有渠道，请用 --surface 指定');
    const result = await exportCampaign(context, campaign.id, surface);
    return { json: exportJson(result), text: exportText(result) };
  },
};
