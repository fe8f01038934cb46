import { basename, resolve } from 'node:path';
import { fillMessage } from '#contract/messages/format-message';
import { packMessages } from '#contract/messages/pack-messages';
import { type ExportResult, type PackImageOptions, posterFormats, posterStyles } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';
import type { Command, CommandContext } from '../command.ts';
import { asSurface, integerOption, requiredOption, textOption } from '../options.ts';
import { waitForJob } from '../run-job.ts';
import { UsageError } from '../usage-error.ts';

/** `--poster none|clean|bold|dark`, `--format portrait|square`. @throws UsageError */
function posterOption(options: CommandContext['options']): PackImageOptions['poster'] {
  const wanted = textOption(options, 'poster') ?? 'clean';
  if (wanted === 'none') return null;
  const style = posterStyles.find((each) => each === wanted);
  if (!style) throw new UsageError(`未知的海报样式“${wanted}”，可用：none, ${posterStyles.join(', ')}`);
  const wantedFormat = textOption(options, 'format') ?? 'portrait';
  const format = posterFormats.find((each) => each === wantedFormat);
  if (!format) throw new UsageError(`未知的海报尺寸“${wantedFormat}”，可用：${posterFormats.join(', ')}`);
  return { style, format };
}

/** @throws UsageError for options that no export can work with */
export function checkExportOptions(options: CommandContext['options']): void {
  requiredOption(options, 'out');
  posterOption(options);
}

/** Exports a campaign's pack and returns what the command prints. */
export async function exportCampaign(
  { engine, options, say }: CommandContext,
  campaignId: number,
  surface: SurfaceId,
): Promise<ExportResult> {
  const out = resolve(requiredOption(options, 'out'));
  const reason = textOption(options, 'override');
  const { ref } = await engine.call('internal.registerFile', { path: out, name: basename(out), mode: 'write' });
  const started = await engine.call('packs.export', {
    campaignId,
    surface,
    target: ref,
    container: out.toLowerCase().endsWith('.zip') ? 'zip' : 'folder',
    images: {
      poster: posterOption(options),
      productImages: true,
      square: options['square'] === true || surface === 'moments',
    },
    override: reason === undefined ? null : { reason, productIds: null },
  });
  return (await waitForJob(engine, started, say)).result as ExportResult;
}

const refusal = ({ code, params }: ExportResult['refused'][number]['reasons'][number]): string =>
  fillMessage(packMessages.refusals[code], params, 'zh-CN');

export function exportJson(result: ExportResult): object {
  const { path, items, exported, refused, files, manifestSha256, posterGaps } = result;
  return {
    out: path,
    items,
    exported,
    refused: refused.map(({ itemId, title, reasons }) => ({ itemId, title, reasons: reasons.map(refusal) })),
    files,
    manifestSha256,
    posterGaps,
  };
}

export function exportText(result: ExportResult): string {
  const { path, items, exported, refused, withoutPicture, posterGaps } = result;
  const reasons = refused.map(
    ({ itemId, title, reasons: why }) => `  未导出 ${itemId} ${title}：${why.map(refusal).join('；')}`,
  );
  const pictures = withoutPicture === 0 ? [] : [`  ${withoutPicture} 件没有取到商品图，海报用占位图`];
  const gaps =
    posterGaps.items === 0
      ? []
      : [`  ${posterGaps.items} 件的海报缺“${posterGaps.characters.join('')}”：海报字体里没有这些字，文案里不缺`];
  return [`已导出 ${exported}/${items} 件：${path}`, ...pictures, ...gaps, ...reasons].join('\n');
}

export const exportOptions = {
  out: { type: 'string' },
  override: { type: 'string' },
  poster: { type: 'string' },
  format: { type: 'string' },
  square: { type: 'boolean' },
} as const;

export const exportCommand: Command = {
  summary: '导出文案包（ZIP 或文件夹）',
  usage:
    'export --campaign ID --out 路径(.zip 或文件夹) [--surface 场景] [--override "理由"] [--poster none|clean|bold|dark] [--format portrait|square] [--square]',
  optionsOnly: true,
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
