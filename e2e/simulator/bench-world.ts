import { parentPort, workerData } from 'node:worker_threads';
import { html, page, type Site } from './site.ts';
import { startSimulator } from './start-simulator.ts';

const paragraph = '<p>这套珊瑚绒家居服加厚双面绒，亲肤不起球，领口和袖口都做了收边，支持七天无理由退换货。</p>';

/** An ordinary page of about 6 kB with a script, different for every address and a little at every visit. */
const shop: Site = ({ url, visits }, response) =>
  html(
    response,
    page(
      `商品 ${url.pathname}`,
      `<h1>秋冬保暖家居服 ${url.pathname}</h1><p>已有 ${visits} 人看过</p>${paragraph.repeat(30)}<a href="/buy">去购买</a>
       <script>function buy() { location.href = 'taobao://item?id=1'; } var list = ${JSON.stringify(Array.from({ length: 40 }, (_, id) => ({ id, name: 'x' })))};</script>`,
    ),
  );

const world = await startSimulator({ ...(workerData as { latencyMs: number }), sites: { '*.bench.test': shop } });
parentPort?.postMessage(world.proxyUrl);
