import { resolve } from 'node:path';
import { AppError } from '#contract/errors';
import { linkKindName } from '#contract/messages/link-messages';
import { outcomeNames } from '#contract/messages/openability-messages';
import { defaultSettings } from '#contract/default-settings';
import { limits } from '#contract/limits';
import type { PasteChoice, PasteKept, PasteProduct, PasteReading } from '#contract/paste';
import type { Transport } from '#rpc/transport';
import type { Command, CommandContext } from '../command.ts';
import { asSurface, textOption } from '../options.ts';
import { readTextFile } from '../read-text-file.ts';
import { waitForJob } from '../run-job.ts';
import { UsageError } from '../usage-error.ts';

interface Kept extends PasteKept {
  /** Items that a campaign got; null when none was named. */
  campaign: { id: number; added: number; already: number } | null;
}

/** What the command keeps: every product and link that is worth it, matched products by their own name. */
function suggestedChoices({ products, links }: PasteReading): PasteChoice[] {
  return products.flatMap((product, index) =>
    product.suggested
      ? [
          {
            product: index,
            links: product.links.filter((link) => links[link]?.suggested === true),
            into: product.match?.productId ?? null,
            title: null,
            words: false,
          },
        ]
      : [],
  );
}

async function keep(engine: Transport, say: CommandContext['say'], text: string, own: boolean, reading: PasteReading) {
  const choices = suggestedChoices(reading);
  if (choices.length === 0) return { batchId: null, productIds: [], created: 0, linksAdded: 0 };
  const job = await waitForJob(engine, await engine.call('paste.keep', { text, own, choices }), say);
  return job.result as PasteKept;
}

/** The campaign to add to, which has to be there before anything is kept; null when none was named. */
async function campaignOption(engine: Transport, options: CommandContext['options']): Promise<number | null> {
  const given = textOption(options, 'campaign');
  if (given === undefined) return null;
  const id = Number(given);
  if (!Number.isInteger(id) || id < 1) throw new UsageError(`--campaign 应为活动编号，而不是“${given}”`);
  await engine.call('campaigns.get', { id });
  return id;
}

/** @throws AppError `VALIDATION` for a text that is rather a file to import */
async function textOf(source: string, readStdin: CommandContext['readStdin']): Promise<string> {
  const text = source === '-' ? await readStdin() : readTextFile(resolve(source));
  if (text.length <= limits.pasteUnits) return text;
  const detail = `文字有 ${text.length} 个字，一次最多 ${limits.pasteUnits} 个，请分成几份`;
  throw new AppError('VALIDATION', detail, { params: { detail } });
}

async function intoCampaign(engine: Transport, id: number | null, kept: PasteKept): Promise<Kept> {
  if (id === null) return { ...kept, campaign: null };
  if (kept.productIds.length === 0) return { ...kept, campaign: { id, added: 0, already: 0 } };
  const { added, already } = await engine.call('campaigns.addProducts', { id, products: { ids: kept.productIds } });
  return { ...kept, campaign: { id, added, already } };
}

function linkJson(link: PasteReading['links'][number]): object {
  const { earnsReason, knownLinkId, suggested, ...said } = link;
  return { ...said, reason: earnsReason, known: knownLinkId !== null, keep: suggested };
}

function productText(product: PasteProduct, { links }: PasteReading): string[] {
  const name = product.match?.title ?? product.title ?? '（没有名称）';
  const mark = product.match ? '＝' : product.suggested ? '＋' : '－';
  const lines = product.links.flatMap((index) => {
    const link = links[index];
    return link
      ? [
          `    ${link.suggested ? '✓' : '✗'} ${linkKindName(link.kind).zh}（${outcomeNames[link.outcome].zh}）${link.value.replace(/\s+/g, ' ').slice(0, 70)}`,
        ]
      : [];
  });
  return [`${mark} ${name}${product.itemId === null ? '' : `  ${product.itemId}`}`, ...lines];
}

function summary(kept: Kept | null): string {
  if (kept === null) return '只识别，没有写入目录。';
  const { created, linksAdded, productIds, campaign } = kept;
  const said = `保留 ${productIds.length} 件商品（新建 ${created} 件），新增 ${linksAdded} 条链接`;
  return campaign === null ? `${said}。` : `${said}；活动 ${campaign.id} 增加 ${campaign.added} 件。`;
}

export const paste: Command = {
  summary: '智能识别：把任何文字拆成商品、链接、口令、价格和券，并加入目录',
  usage: 'paste 文件（或 -：标准输入） [--surface 场景] [--campaign ID] [--own] [--dry-run]',
  options: {
    surface: { type: 'string' },
    campaign: { type: 'string' },
    own: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  needs: 'catalog',
  async run({ engine, options, positionals, readStdin, say }) {
    const [source] = positionals;
    if (source === undefined || positionals.length > 1) throw new UsageError(`要识别一份文字\n用法：${this.usage}`);
    const text = await textOf(source, readStdin);
    const campaign = await campaignOption(engine, options);
    const own = options['own'] === true;
    const surface = asSurface(textOption(options, 'surface') ?? defaultSettings.surface);
    const reading = await engine.call('paste.read', { text, surface, own });
    const dry = options['dry-run'] === true;
    const kept = dry ? null : await intoCampaign(engine, campaign, await keep(engine, say, text, own, reading));
    const { products, links, prices, coupons, words } = reading;
    return {
      json: {
        surface,
        products: products.map(({ suggested, ...product }) => ({ ...product, keep: suggested })),
        links: links.map(linkJson),
        prices,
        coupons,
        words,
        kept,
      },
      text: [
        ...(text.trim() === '' ? ['没有收到文字。'] : []),
        `识别出 ${products.length} 件商品、${links.length} 条链接和口令（＝ 目录里已有，＋ 新建草稿，－ 不保留）`,
        ...products.flatMap((product) => productText(product, reading)),
        summary(kept),
      ].join('\n'),
    };
  },
};
