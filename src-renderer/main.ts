import type { Transport } from '#rpc/transport';
import { createServices } from './state/services.tsx';
import { createBrowserHostBridge } from './transport/browser-host-bridge.ts';
import { connectElectron, preloadBridge } from './transport/electron-bridge.ts';
import type { HostBridge } from './transport/host-bridge.ts';
import { createHttpTransport, openSession } from './transport/http-transport.ts';
import 'antd/dist/antd.css';
import './theme/global.css';
import './theme/layout.css';
import './theme/status-colors.css';
import './ui/virtual-table.css';

async function connect(): Promise<{ transport: Transport; host: HostBridge }> {
  const bridge = preloadBridge();
  if (bridge) return connectElectron(bridge);
  const token = await openSession();
  return { transport: createHttpTransport(token, window), host: createBrowserHostBridge(token) };
}

const connecting = connect();
/** What draws is by far the largest part: it is fetched and compiled while the host is asked, and stands behind it in line. */
const drawing = import('./shell/draw.tsx');
/** A start that takes longer than this says that it is under way. */
const slowStartMs = 1_500;
const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

const slowStart = setTimeout(() => void drawing.then(({ drawSlowStart }) => drawSlowStart(styleNonce)), slowStartMs);
try {
  const { transport, host } = await connecting;
  const services = createServices(transport, host);
  const basics = Promise.all([services.settings.getState().load(), services.jobs.getState().load()]);
  // The engine is at the overview while the page gets ready; mostly the first drawing has it already.
  if (services.route.getState().route.page === 'dashboard') void services.ahead.ask('dashboard.get', {});
  const [{ drawApp }] = await Promise.all([drawing, basics]);
  clearTimeout(slowStart);
  drawApp(services, styleNonce);
  document.documentElement.dataset['appState'] = 'ready';
} catch (error) {
  const failure = error instanceof Error ? error : new Error(String(error));
  clearTimeout(slowStart);
  (await drawing).drawFailedStart(failure, styleNonce);
  document.documentElement.dataset['appState'] = 'failed';
}
