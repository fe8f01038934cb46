import { plainHost } from '#domain/probing/hosts';

/** As kept in the settings. */
export type ProxySetting = { mode: 'none' } | { mode: 'system' } | { mode: 'manual'; url: string };

export interface ProxyServer {
  protocol: 'http:' | 'https:';
  hostname: string;
  port: number;
  /** `Basic …`, or null without a user name. */
  authorization: string | null;
}

export type ProxyRoute =
  | { kind: 'direct' }
  | { kind: 'proxy'; proxy: ProxyServer }
  /** The setting cannot be used; `detail` says why. Nothing is sent past it. */
  | { kind: 'unsupported'; detail: string };

/** What the system says: proxies by scheme and the hosts that go around them. */
export interface SystemProxy {
  http: string | null;
  https: string | null;
  /** `example.com`, `.example.com`, `*.example.com`, `host:port`, `*`. */
  bypass: readonly string[];
  /** A kind of setting that is there but cannot be used, such as a PAC file. */
  unsupported: string | null;
}

export type ProxyRouter = (url: URL) => ProxyRoute;

/** @param readSystem is asked once, when the setting is `system` */
export async function createProxyRouter(
  setting: ProxySetting,
  readSystem: () => Promise<SystemProxy>,
): Promise<ProxyRouter> {
  if (setting.mode === 'none') return () => ({ kind: 'direct' });
  if (setting.mode === 'manual') {
    const route = parseProxy(setting.url);
    return () => route;
  }
  const system = await readSystem();
  const routes = { 'http:': systemRoute(system, system.http), 'https:': systemRoute(system, system.https) };
  return (url) => {
    if (system.bypass.some((pattern) => bypasses(url, pattern))) return { kind: 'direct' };
    return url.protocol === 'http:' ? routes['http:'] : routes['https:'];
  };
}

function systemRoute(system: SystemProxy, address: string | null): ProxyRoute {
  if (address !== null) return parseProxy(address);
  return system.unsupported === null ? { kind: 'direct' } : { kind: 'unsupported', detail: system.unsupported };
}

/** `host:port` stands for `http://host:port`. The proxy may be anywhere, this computer included: the user chose it. */
export function parseProxy(written: string): ProxyRoute {
  const text = written.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (text === '' || !URL.canParse(address)) return { kind: 'unsupported', detail: 'syntax' };
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'unsupported', detail: url.protocol };
  if (url.hostname === '') return { kind: 'unsupported', detail: 'syntax' };
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  return { kind: 'proxy', proxy: { protocol: url.protocol, hostname, port, authorization: basicAuth(url) } };
}

function basicAuth(url: URL): string | null {
  if (url.username === '' && url.password === '') return null;
  const plain = `${decoded(url.username)}:${decoded(url.password)}`;
  return `Basic ${Buffer.from(plain, 'utf8').toString('base64')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function bypasses(url: URL, pattern: string): boolean {
  const wanted = pattern.trim().toLowerCase();
  if (wanted === '*') return true;
  const [name, port] = splitPort(wanted);
  if (name === '' || (port !== undefined && port !== effectivePort(url))) return false;
  const host = plainHost(url.hostname).replace(/^\[|\]$/g, '');
  const suffix = name.replace(/^\*?\./, '');
  return host === suffix || (suffix !== '' && host.endsWith(`.${suffix}`));
}

function splitPort(pattern: string): [string, string?] {
  const match = /^([^:]+):(\d{1,5})$/.exec(pattern);
  return match ? [match[1] ?? '', match[2] ?? ''] : [pattern.replace(/^\[|\]$/g, '')];
}

function effectivePort(url: URL): string {
  if (url.port !== '') return url.port;
  return url.protocol === 'http:' ? '80' : '443';
}
