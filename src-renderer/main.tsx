import { createRoot } from 'react-dom/client';
import { createBrowserHostBridge } from './transport/browser-host-bridge.ts';
import { connectElectron, preloadBridge } from './transport/electron-bridge.ts';
import type { HostBridge } from './transport/host-bridge.ts';
import { createHttpTransport, openSession } from './transport/http-transport.ts';
import type { Transport } from '#rpc/transport';

async function connect(): Promise<{ transport: Transport; host: HostBridge }> {
  const bridge = preloadBridge();
  if (bridge) return connectElectron(bridge);
  const token = await openSession();
  return { transport: createHttpTransport(token), host: createBrowserHostBridge(token) };
}

const { transport } = await connect();
const info = await transport.call('app.info', {});
createRoot(document.getElementById('root') as HTMLElement).render(<pre>{JSON.stringify(info)}</pre>);
