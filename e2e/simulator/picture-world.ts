import { parentPort } from 'node:worker_threads';
import { samplePhoto } from '#infra/images/testing/sample-photo';
import type { Site } from './site.ts';
import { startSimulator } from './start-simulator.ts';

const photos = 40;
/** Product photos as shops upload them, 800 × 800. */
const pictures = await Promise.all(Array.from({ length: photos }, (_, seed) => samplePhoto(seed)));

const imageServer: Site = ({ url }, response) => {
  const number = Number(/(\d+)\.jpg$/.exec(url.pathname)?.[1] ?? 0);
  response.writeHead(200, { 'content-type': 'image/jpeg' }).end(pictures[number % photos]);
};

const world = await startSimulator({ sites: { 'img.alicdn.com': imageServer } });
parentPort?.postMessage({ proxyUrl: world.proxyUrl, caFile: world.caFile });
