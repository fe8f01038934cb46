import { mkdirSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { tryRemove } from '#infra/files/try-remove';
import { createLog } from '#infra/log';
import { dataPaths } from '#infra/paths';
import type { EngineOptions } from '#infra/engine-thread';
import { messagePortChannel } from '#rpc/message-port-channel';
import { serve, toErrorData } from '#rpc/server';
import { createHandlers } from './handlers.ts';
import { type Engine, openEngine } from './open-engine.ts';

/** Entry of the engine thread: opens the data folder and serves the contract, or says why it cannot. */
async function main(): Promise<void> {
  if (!parentPort) throw new Error('the engine runs as a worker thread only');
  const options = workerData as EngineOptions;
  const paths = dataPaths(options.dataDir);
  const log = createLog(paths.logs, () => new Date());
  const channel = messagePortChannel(parentPort);
  // Also while the data folder is being opened, when nothing is served yet.
  const emit: Engine['emit'] = (name, data) => channel.send({ type: 'event', name, data });
  try {
    const engine = await openEngine({ options, paths, log, emit });
    if (!tryRemove(paths.temporary)) log.info('temporary files stay: another program holds some of them');
    mkdirSync(paths.temporary, { recursive: true });
    // Nobody sits before a command line.
    if (options.host !== 'cli') channel.onFrame(({ type }) => void (type === 'call' && engine.giveWay()));
    serve(channel, createHandlers(engine), { appVersion: options.appVersion, logBug: log.bug });
  } catch (error) {
    channel.send({ type: 'fatal', error: toErrorData(error, 'engine start', log.bug) });
  }
}

await main();
