import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SurfaceId } from '#contract/surfaces';
import { addDays } from '#domain/shared/shanghai-day';
import { startEngine } from '#infra/engine-thread';
import { createClient } from '#rpc/client';
import type { Transport } from '#rpc/transport';
import { built, root } from '../fixtures/project.ts';

function cli(dataDir: string, ...args: string[]): void {
  execFileSync(process.execPath, [built('main', 'cli.js'), ...args, '--data-dir', dataDir], { stdio: 'ignore' });
}

/** Campaigns as somebody has them in the middle of the week: name, days from today, where to, what for. */
const campaigns: readonly [string, number | null, SurfaceId[], string][] = [
  ['周末好价', 1, ['group', 'moments'], ''],
  ['早安群', 0, ['chat_1v1'], '面'],
  ['今晚八点：居家好物', 0, ['group', 'moments'], '套'],
  ['上周没发完的', -3, ['group'], '杯'],
  ['年货节选品', 5, ['oa_article'], '油'],
  ['春上新', 40, ['group'], '衣'],
  ['备用', null, ['group'], '儿童'],
];

async function createCampaigns(engine: Transport): Promise<void> {
  const { today } = await engine.call('app.info', {});
  for (const [name, inDays, surfaces, search] of campaigns) {
    await engine.call('campaigns.create', {
      name,
      scheduledOn: inDays === null ? null : addDays(today, inDays),
      surfaces: surfaces.map((surface) => ({ surface, templateId: null })),
      products: { filter: search === '' ? {} : { search } },
    });
  }
}

/** Fills a data folder with what the pictures show: the demo products, campaigns of several days, a pack half posted. */
export async function fill(dataDir: string): Promise<void> {
  cli(dataDir, 'import', join(root, 'resources', 'demo', '示例商品.csv'));
  const open = () =>
    startEngine(pathToFileURL(built('main', 'engine-worker.js')), {
      dataDir,
      resourcesDir: join(root, 'resources'),
      appVersion: 'screenshots',
      host: 'cli',
    });
  const first = open();
  await createCampaigns(createClient(first.channel));
  await first.stop();
  cli(dataDir, 'export', '--campaign', '1', '--surface', 'group', '--out', join(dataDir, '周末好价.zip'));
  const second = open();
  await createClient(second.channel).call('packs.mark', { id: 1, numbers: [1, 2, 3, 4, 5], posted: true });
  await second.stop();
}
