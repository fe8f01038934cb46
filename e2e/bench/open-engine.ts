import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type EngineOptions, startEngine } from '#infra/engine-thread';
import { createClient } from '#rpc/client';
import type { Transport } from '#rpc/transport';
import { built, root } from '../fixtures/project.ts';

/**
 * The built engine on a data folder, as a host starts it.
 * @param host a window does not wait until what a cancelled import left behind is cleared up, a command does
 */
export function openEngine(
  dataDir: string,
  host: EngineOptions['host'] = 'cli',
): {
  engine: Transport;
  stop(): Promise<void>;
} {
  const thread = startEngine(pathToFileURL(built('main', 'engine-worker.js')), {
    dataDir,
    resourcesDir: join(root, 'resources'),
    appVersion: 'bench',
    host,
  });
  return { engine: createClient(thread.channel), stop: () => thread.stop() };
}
