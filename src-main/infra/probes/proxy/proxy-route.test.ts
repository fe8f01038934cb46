import { describe, expect, it } from 'vitest';
import { createProxyRouter, parseProxy, type ProxyRoute, type SystemProxy } from './proxy-route.ts';

const system =
  (found: Partial<SystemProxy>): (() => Promise<SystemProxy>) =>
  () =>
    Promise.resolve({ http: null, https: null, bypass: [], unsupported: null, ...found });

const describeRoute = (route: ProxyRoute): string =>
  route.kind === 'proxy' ? `${route.proxy.protocol}//${route.proxy.hostname}:${route.proxy.port}` : route.kind;

describe('parseProxy', () => {
  it.each([
    ['http://127.0.0.1:7890', 'http://127.0.0.1:7890'],
    ['127.0.0.1:7890', 'http://127.0.0.1:7890'],
    ['https://proxy.example.com', 'https://proxy.example.com:443'],
    ['http://[::1]:3128/', 'http://::1:3128'],
    ['socks5://127.0.0.1:1080', 'unsupported'],
    ['', 'unsupported'],
    ['http://', 'unsupported'],
    ['not a proxy', 'unsupported'],
  ])('reads %s', (written, route) => {
    expect(describeRoute(parseProxy(written))).toBe(route);
  });

  it('takes a user name and password out of the address', () => {
    const route = parseProxy('http://me:p%40ss@127.0.0.1:8080');
    expect(route.kind === 'proxy' && route.proxy.authorization).toBe(
      `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
    );
    expect(JSON.stringify(route)).not.toContain('p@ss');
  });
});

describe('createProxyRouter', () => {
  it('goes straight when there is to be no proxy, whatever the system says', async () => {
    const route = await createProxyRouter({ mode: 'none' }, system({ http: '127.0.0.1:1' }));
    expect(route(new URL('http://example.com/'))).toEqual({ kind: 'direct' });
  });

  it('sends everything to a proxy set by hand', async () => {
    const route = await createProxyRouter({ mode: 'manual', url: '127.0.0.1:7890' }, system({ bypass: ['*'] }));
    expect(describeRoute(route(new URL('https://example.com/')))).toBe('http://127.0.0.1:7890');
  });

  it('takes the system’s proxy by scheme', async () => {
    const route = await createProxyRouter({ mode: 'system' }, system({ https: '127.0.0.1:2' }));
    expect(describeRoute(route(new URL('https://example.com/')))).toBe('http://127.0.0.1:2');
    expect(describeRoute(route(new URL('http://example.com/')))).toBe('direct');
  });

  it('does not go around a proxy it cannot use', async () => {
    const route = await createProxyRouter({ mode: 'system' }, system({ unsupported: 'PAC' }));
    expect(route(new URL('https://example.com/'))).toEqual({ kind: 'unsupported', detail: 'PAC' });
  });

  it.each([
    ['example.com', 'https://example.com/', true],
    ['example.com', 'https://a.example.com/', true],
    ['.example.com', 'https://a.example.com/', true],
    ['*.example.com', 'https://a.example.com/', true],
    ['EXAMPLE.com', 'https://example.com./', true],
    ['example.com:443', 'https://example.com/', true],
    ['example.com:8443', 'https://example.com/', false],
    ['ample.com', 'https://example.com/', false],
    ['example.com', 'https://example.com.evil.test/', false],
    ['*', 'https://anything.test/', true],
    ['', 'https://example.com/', false],
  ])('bypass %s for %s: %s', async (pattern, url, direct) => {
    const route = await createProxyRouter({ mode: 'system' }, system({ https: '127.0.0.1:2', bypass: [pattern] }));
    expect(route(new URL(url)).kind).toBe(direct ? 'direct' : 'proxy');
  });
});
