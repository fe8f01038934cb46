import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/filled-app.ts';
import type { Site } from '../simulator/site.ts';
import { wechat } from '../simulator/sites/wechat.ts';
import { type Simulator, startSimulator } from '../simulator/start-simulator.ts';

const itemCount = 40;
/** Links of a run whose results are stored with one statement. */
const storedTogether = 20;
/** The gateway answers this many requests, then no more until it is let go. */
const answeredAtFirst = 24;
const minuteMs = 60_000;

let world: Simulator;
let answered = 0;
let isHeld = true;

const gateway = wechat['mp.weixinbridge.com'];

/** Makes sure that the program is killed in the middle, on machines of any speed. */
const heldGateway: Site = (request, response) => {
  if (isHeld && answered >= answeredAtFirst) return;
  answered += 1;
  return gateway?.(request, response);
};

const caBefore = process.env['NODE_EXTRA_CA_CERTS'];

// The host trusts the simulated world's certificates the way a user's system would trust their own proxy's.
test.beforeAll(async () => {
  world = await startSimulator({ sites: { 'mp.weixinbridge.com': heldGateway } });
  process.env['NODE_EXTRA_CA_CERTS'] = world.caFile;
});
test.afterAll(async () => {
  if (caBefore === undefined) delete process.env['NODE_EXTRA_CA_CERTS'];
  else process.env['NODE_EXTRA_CA_CERTS'] = caBefore;
  await world.close();
});

function itemId(index: number): string {
  if (index === 0) return '600000000404';
  return String(610_000_000_000 + index);
}

test.use({
  filling: {
    columns: '商品id,商品名称,商品价格(单位：元),商品详情页链接地址',
    lines: Array.from({ length: itemCount }, (_, index) =>
      [itemId(index), `商品${index}`, '19.90', `https://item.taobao.com/item.htm?id=${itemId(index)}`].join(','),
    ),
    campaigns: [],
  },
});

async function useProxy(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: '设置' }).click();
  await page.locator('.ant-segmented-item').filter({ hasText: '手动' }).click();
  await page.getByPlaceholder('http://127.0.0.1:7890').fill(world.proxyUrl);
  const saved = page.getByRole('button', { name: '保存', exact: true });
  await saved.click();
  await expect(saved).not.toHaveClass(/loading/);
}

/** Links of the run that are done, as the page counts them. */
async function doneIn(page: Page): Promise<number> {
  const text = await page.getByText(new RegExp(`^\\d+ / ${itemCount}$`)).textContent();
  return Number(text?.split(' / ')[0]);
}

const asked = (): string[] =>
  world.requests
    .filter(({ host }) => host === 'mp.weixinbridge.com')
    .map(({ url }) => new URL(url).searchParams.get('url') ?? '');

test('a check is started, killed with the program, taken up by the next one and finished', async ({ app }) => {
  let { page } = app;
  await useProxy(page);
  await page.getByRole('menuitem', { name: '检测' }).click();
  await page.getByRole('button', { name: '检测全部链接' }).click();
  await expect(page.getByText(/^.?检测中$/)).toBeVisible();
  // What the page counts is stored.
  await expect.poll(() => doneIn(page), { timeout: minuteMs }).toBeGreaterThanOrEqual(storedTogether);
  const address = new URL(page.url()).hash;
  const doneBefore = await doneIn(page);
  expect(doneBefore).toBeLessThan(itemCount);

  page = await app.crashAndRestart();
  isHeld = false;
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await expect(page.getByText(/^.?已完成$/)).toBeVisible({ timeout: 2 * minuteMs });
  expect(await doneIn(page)).toBe(itemCount);

  // Every link was asked about, and those that were stored before the crash were not asked about again.
  const times = Map.groupBy(asked(), (url) => url);
  expect(times.size).toBe(itemCount);
  const twice = [...times.values()].filter((requests) => requests.length > 1).length;
  expect(twice).toBeLessThanOrEqual(itemCount - doneBefore);

  const gone = page.getByRole('row').filter({ hasText: '600000000404' });
  await expect(gone).toContainText('已失效');
  await gone.getByRole('button').click();
  const evidence = page.getByRole('dialog', { name: '打开情况的依据' });
  await expect(evidence).toContainText('您查看的宝贝不存在');
  await expect(evidence.getByText('只反映微信服务端在公众号文章跳转这个场景的拦截')).toBeVisible();
});
