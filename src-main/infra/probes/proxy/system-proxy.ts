import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { SystemProxy } from './proxy-route.ts';

const run = promisify(execFile);

export interface SystemProxySources {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** Output of a system tool; rejects when it is missing or fails. */
  run(file: string, args: readonly string[]): Promise<string>;
}

export const systemSources: SystemProxySources = {
  platform: process.platform,
  env: process.env,
  run: async (file, args) =>
    (await run(file, [...args], { timeout: 3_000, windowsHide: true, encoding: 'utf8' })).stdout,
};

const none: SystemProxy = { http: null, https: null, bypass: [], unsupported: null };

/**
 * The system's proxy: the environment first (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, either case), then what
 * Windows keeps in the registry and macOS in its network settings, read with the system's own `reg` and `scutil`.
 * PAC files and SOCKS cannot be used and are reported as such, so nothing silently goes around a proxy.
 */
export async function readSystemProxy(sources: SystemProxySources): Promise<SystemProxy> {
  const fromEnvironment = environmentProxy(sources.env);
  if (fromEnvironment) return fromEnvironment;
  try {
    if (sources.platform === 'win32') return parseRegistry(await sources.run('reg', ['query', internetSettings]));
    if (sources.platform === 'darwin') return parseScutil(await sources.run('scutil', ['--proxy']));
  } catch (error) {
    return {
      ...none,
      unsupported: error instanceof Error ? (error.message.split('\n')[0] ?? 'unreadable') : 'unreadable',
    };
  }
  return none;
}

const internetSettings = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings`;

function environmentProxy(env: SystemProxySources['env']): SystemProxy | null {
  const read = (name: string): string | null => env[name.toLowerCase()]?.trim() || env[name]?.trim() || null;
  const all = read('ALL_PROXY');
  const http = read('HTTP_PROXY') ?? all;
  const https = read('HTTPS_PROXY') ?? all;
  if (http === null && https === null) return null;
  return { http, https, bypass: list(read('NO_PROXY') ?? '', /[,\s]+/), unsupported: null };
}

const list = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

/** Output of `reg query`: `    ProxyServer    REG_SZ    127.0.0.1:7890`. */
export function parseRegistry(output: string): SystemProxy {
  const values = new Map<string, string>();
  for (const line of output.split(/\r?\n/)) {
    const match = /^\s+(\S+)\s+REG_(?:SZ|DWORD)\s+(.*)$/.exec(line);
    if (match) values.set(match[1] ?? '', (match[2] ?? '').trim());
  }
  const server = values.get('ProxyServer') ?? '';
  if (Number(values.get('ProxyEnable') ?? '0') === 0 || server === '') {
    return values.has('AutoConfigURL') ? { ...none, unsupported: 'PAC' } : none;
  }
  const bypass = list(values.get('ProxyOverride') ?? '', /;/).filter((pattern) => pattern !== '<local>');
  if (!server.includes('=')) return { http: server, https: server, bypass, unsupported: null };
  const byScheme = new Map(
    list(server, /;/).map((part) => [part.split('=')[0]?.toLowerCase(), part.split('=')[1] ?? '']),
  );
  const http = byScheme.get('http') ?? null;
  const https = byScheme.get('https') ?? null;
  const unsupported = http === null && https === null ? 'SOCKS' : null;
  return { http, https, bypass, unsupported };
}

/** Output of `scutil --proxy`: `  HTTPSEnable : 1`, `  HTTPSProxy : 127.0.0.1`, an `ExceptionsList` array. */
export function parseScutil(output: string): SystemProxy {
  const value = (name: string): string | null =>
    new RegExp(`^\\s*${name} : (.+)$`, 'm').exec(output)?.[1]?.trim() ?? null;
  const proxy = (scheme: string): string | null => {
    const host = value(`${scheme}Proxy`);
    if (value(`${scheme}Enable`) !== '1' || host === null) return null;
    return `${host}:${value(`${scheme}Port`) ?? '80'}`;
  };
  const exceptions = /ExceptionsList : <array> \{([^}]*)\}/.exec(output)?.[1] ?? '';
  const bypass = [...exceptions.matchAll(/^\s*\d+ : (.+)$/gm)].map((match) => (match[1] ?? '').trim());
  const http = proxy('HTTP');
  const https = proxy('HTTPS');
  if (http !== null || https !== null) return { http, https, bypass, unsupported: null };
  if (value('ProxyAutoConfigEnable') === '1') return { ...none, unsupported: 'PAC' };
  return value('SOCKSEnable') === '1' ? { ...none, unsupported: 'SOCKS' } : none;
}
