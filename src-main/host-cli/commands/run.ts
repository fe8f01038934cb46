import { AppError } from '#contract/errors';
import type { Transport } from '#rpc/transport';
import type { Command } from '../command.ts';
import { surfaceOption, textOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { checkExportOptions, exportCampaign, exportJson, exportOptions, exportText } from './export.ts';
import { importFiles } from './import.ts';

/** More products than one campaign is meant to hold: people post dozens, not thousands. */
const mostProducts = 2_000;

/**
 * Adds the products these imports named, be they new or known before. @returns how many there are
 * @throws AppError `EXPORT_REFUSED` when there are none, or more than one campaign is meant to hold
 */
async function addProducts(
  engine: Transport,
  id: number,
  batchIds: readonly number[],
  search: string | undefined,
): Promise<number> {
  let total = 0;
  for (const batchId of batchIds) {
    const filter = { batchId, ...(search === undefined ? {} : { search }) };
    const named = await engine.call('catalog.count', { filter });
    if (named.total > mostProducts) throw tooMany(named.total);
    const { added } = await engine.call('campaigns.addProducts', { id, products: { filter } });
    total += added;
    if (total > mostProducts) throw tooMany(total);
  }
  if (total > 0) return total;
  throw refused(search === undefined ? '没有导入任何商品' : `这些文件里没有商品含有“${search}”`);
}

const refused = (detail: string): AppError => new AppError('EXPORT_REFUSED', detail, { params: { detail } });

const tooMany = (products: number): AppError =>
  refused(`选中了 ${products} 件商品，一次最多 ${mostProducts} 件，请用 --search 缩小范围`);

export const run: Command = {
  summary: '一步完成：导入文件、建活动、检查、导出文案包',
  usage: 'run 文件… --surface 场景 --out 路径(.zip 或文件夹) [--search 文字] [--override "理由"]',
  options: {
    ...exportOptions,
    surface: { type: 'string' },
    search: { type: 'string' },
    mapping: { type: 'string' },
    encoding: { type: 'string' },
  },
  needs: 'nothing',
  async run(context) {
    const { engine, options, positionals, say } = context;
    if (positionals.length === 0) throw new UsageError(`没有要导入的文件\n用法：${this.usage}`);
    const surface = surfaceOption(options);
    // Before anything is imported: a call that cannot end with a pack leaves nothing behind.
    checkExportOptions(options);
    const { batchIds, ...imported } = await importFiles(context, positionals);
    const search = textOption(options, 'search');
    const campaign = await engine.call('campaigns.create', {
      name: '文案包',
      scheduledOn: null,
      surfaces: [{ surface, templateId: null }],
      products: null,
    });
    try {
      const total = await addProducts(engine, campaign.id, batchIds, search);
      say(`建立活动：${total} 件商品`);
    } catch (error) {
      // Nothing is left behind of what could not be filled.
      await engine.call('campaigns.delete', { id: campaign.id });
      throw error;
    }
    const pack = await exportCampaign(context, campaign.id, surface);
    const [{ counts } = { counts: null }] = (await engine.call('campaigns.get', { id: campaign.id })).surfaces;
    const report = await engine.call('dashboard.get', {});
    const openability = report.openability.find((each) => each.surface === surface)?.counts ?? {};
    return {
      json: { import: imported, campaign: { id: campaign.id, surface, counts }, openability, pack: exportJson(pack) },
      text: [`导入：${imported.catalog.products} 件商品，${imported.catalog.links} 条链接`, exportText(pack)].join(
        '\n',
      ),
    };
  },
};
