import { describe, expect, it } from 'vitest';
import { parseRegistry, parseScutil, readSystemProxy, type SystemProxySources } from './system-proxy.ts';

const sources = (found: Partial<SystemProxySources>): SystemProxySources => ({
  platform: 'linux',
  env: {},
  run: () => Promise.reject(new Error('no such tool')),
  ...found,
});

const registry = (values: Record<string, string>): string =>
  `\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\r\n${Object.entries(values)
    .map(([name, value]) => `    ${name}    ${value}`)
    .join('\r\n')}\r\n\r\n`;

describe('readSystemProxy', () => {
  it('takes the environment first, lower case before upper', async () => {
    const env = {
      https_proxy: 'http://a:1',
      HTTPS_PROXY: 'http://b:2',
      ALL_PROXY: 'http://c:3',
      NO_PROXY: 'x.test, .y.test z.test',
    };
    expect(await readSystemProxy(sources({ env }))).toEqual({
      https: 'http://a:1',
      http: 'http://c:3',
      bypass: ['x.test', '.y.test', 'z.test'],
      unsupported: null,
    });
  });

  it('asks Windows and macOS only when the environment is silent', async () => {
    const run: SystemProxySources['run'] = async (file) =>
      file === 'reg'
        ? registry({ ProxyEnable: 'REG_DWORD    0x1', ProxyServer: 'REG_SZ    127.0.0.1:7890' })
        : '  HTTPSEnable : 1\n  HTTPSProxy : 127.0.0.1\n  HTTPSPort : 6152\n';
    expect(await readSystemProxy(sources({ platform: 'win32', run }))).toMatchObject({ https: '127.0.0.1:7890' });
    expect(await readSystemProxy(sources({ platform: 'darwin', run }))).toMatchObject({
      https: '127.0.0.1:6152',
      http: null,
    });
    expect(await readSystemProxy(sources({ platform: 'win32', run, env: { HTTP_PROXY: 'h:1' } }))).toMatchObject({
      http: 'h:1',
    });
    expect(await readSystemProxy(sources({ platform: 'linux', run }))).toMatchObject({ http: null, https: null });
  });

  it('says so when the system’s setting cannot be read', async () => {
    expect(await readSystemProxy(sources({ platform: 'win32' }))).toMatchObject({ unsupported: 'no such tool' });
  });
});

describe('parseRegistry', () => {
  it('reads one proxy for all, one for each scheme, and the exceptions', () => {
    const one = registry({
      ProxyEnable: 'REG_DWORD    0x1',
      ProxyServer: 'REG_SZ    127.0.0.1:7890',
      ProxyOverride: 'REG_SZ    localhost;*.corp.test;<local>',
    });
    expect(parseRegistry(one)).toEqual({
      http: '127.0.0.1:7890',
      https: '127.0.0.1:7890',
      bypass: ['localhost', '*.corp.test'],
      unsupported: null,
    });
    const each = registry({ ProxyEnable: 'REG_DWORD    0x1', ProxyServer: 'REG_SZ    http=a:1;https=b:2;socks=c:3' });
    expect(parseRegistry(each)).toMatchObject({ http: 'a:1', https: 'b:2' });
  });

  it('takes a proxy that is switched off for none, and names what it cannot use', () => {
    const off = { ProxyEnable: 'REG_DWORD    0x0', ProxyServer: 'REG_SZ    127.0.0.1:7890' };
    expect(parseRegistry(registry(off))).toMatchObject({ http: null, unsupported: null });
    expect(parseRegistry(registry({ ...off, AutoConfigURL: 'REG_SZ    http://p/pac' }))).toMatchObject({
      unsupported: 'PAC',
    });
    const socks = { ProxyEnable: 'REG_DWORD    0x1', ProxyServer: 'REG_SZ    socks=127.0.0.1:1080' };
    expect(parseRegistry(registry(socks))).toMatchObject({ http: null, unsupported: 'SOCKS' });
  });
});

describe('parseScutil', () => {
  it('reads proxies and exceptions', () => {
    const output = `<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
    1 : 169.254/16
  }
  HTTPEnable : 1
  HTTPPort : 7890
  HTTPProxy : 127.0.0.1
  HTTPSEnable : 0
  HTTPSPort : 7890
  HTTPSProxy : 127.0.0.1
}`;
    expect(parseScutil(output)).toEqual({
      http: '127.0.0.1:7890',
      https: null,
      bypass: ['*.local', '169.254/16'],
      unsupported: null,
    });
  });

  it('names what it cannot use', () => {
    expect(parseScutil('  ProxyAutoConfigEnable : 1\n')).toMatchObject({ unsupported: 'PAC' });
    expect(parseScutil('  SOCKSEnable : 1\n')).toMatchObject({ unsupported: 'SOCKS' });
    expect(parseScutil('<dictionary> {\n}')).toMatchObject({ http: null, unsupported: null });
  });
});
