import { expect, test } from 'vitest';
import type { Frame } from '#rpc/frames';
import { startEngine } from './engine-thread.ts';

const failing = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.postMessage({ type: 'fatal', error: { code: 'APP_LOCKED', message: 'in use' } });
  `)}`,
);

test('who starts listening after the engine failed is told why', async () => {
  const engine = startEngine(failing, { dataDir: '', resourcesDir: '', appVersion: '0', host: 'electron' });
  await engine.ended;
  const codes = (): string[] => {
    const heard: Frame[] = [];
    engine.channel.onFrame((frame) => void heard.push(frame));
    return heard.map((frame) => (frame.type === 'fatal' ? frame.error.code : frame.type));
  };
  expect(codes()[0]).toBe('APP_LOCKED');
  expect(codes()).toEqual(['APP_LOCKED']);
});
