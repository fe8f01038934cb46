import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Chain } from '#domain/probing/hop';
import { type LocalWorld, openLocalWorld } from '../testing/local-world.ts';
import { followChain, type FollowRequest } from './follow-chain.ts';
import type { HttpClient } from './http-client.ts';

type Routes = Record<string, (request: IncomingMessage, response: ServerResponse) => void>;

let world: LocalWorld | null = null;

afterEach(async () => {
  await world?.close();
  world = null;
});

/** Routes by `host/path`. */
async function follow(routes: Routes, request: Partial<FollowRequest> = {}): Promise<Chain> {
  world = await openLocalWorld((incoming, response) => {
    const route = routes[`${incoming.headers.host}${incoming.url}`];
    if (route) route(incoming, response);
    else response.writeHead(404).end();
  });
  const findPageJump: FollowRequest['findPageJump'] = (_url, html) => {
    const target = /JUMP (\S+)/.exec(html)?.[1];
    return target === undefined ? null : { url: target, via: 'script' };
  };
  return followChain(world.client, {
    url: 'http://start.example.com/',
    userAgent: 'test',
    maxHops: 5,
    findPageJump,
    pageBytes: 10_000,
    redirects: 'follow',
    ...request,
  });
}

const to =
  (location: string, status = 302): Routes[string] =>
  (_request, response) =>
    void response.writeHead(status, { location }).end();
const text =
  (body: string, headers: Record<string, string> = {}): Routes[string] =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);

const endOf = ({ end }: Chain): string => {
  if (end.kind === 'failure') return end.failure.kind;
  return end.kind === 'page' ? `${end.status} ${end.text ?? '-'}` : end.url;
};

describe('followChain', () => {
  it.each(['0;/there', '8; URL="/there"', '0 url=/there'])('follows the header Refresh: %s', async (refresh) => {
    const chain = await follow({
      'start.example.com/': text('', { refresh }),
      'start.example.com/there': text('arrived'),
    });
    expect(endOf(chain)).toBe('200 arrived');
  });

  it.each(['5', '5; url=http://start.example.com/', '0; url=/#top', '30; url=/later'])(
    'stays where Refresh: %s leads nowhere soon',
    async (refresh) => {
      expect(endOf(await follow({ 'start.example.com/': text('here', { refresh }) }))).toBe('200 here');
    },
  );

  it.each([300, 304, 305, 306])('does not go on at %i, as browsers do not', async (status) => {
    const chain = await follow({ 'start.example.com/': to('/there', status) });
    expect(chain.hops).toHaveLength(1);
    expect(chain.end).toMatchObject({ kind: 'page', status });
  });

  it('takes an empty Location for none', async () => {
    expect(endOf(await follow({ 'start.example.com/': to('') }))).toBe('302 ');
  });

  it('gives up a chain whose every step is just quick enough', async () => {
    let asked = 0;
    const slow: HttpClient = {
      send: async ({ url }, via = 'start') => {
        asked += 1;
        const headers = { location: `/${asked}` };
        const hop = { url, via, status: 302, headers, ms: 25_000, address: null, failure: null };
        return { result: { ok: true, url, status: 302, headers, body: null, truncated: false }, hop };
      },
      close: () => Promise.resolve(),
    };
    const request = { url: 'http://start.example.com/', userAgent: 'test', maxHops: 12, pageBytes: 10 };
    const chain = await followChain(slow, { ...request, findPageJump: null, redirects: 'follow' });
    expect([endOf(chain), asked]).toEqual(['total-timeout', 3]);
  });

  it('records every hop of a chain', async () => {
    const chain = await follow({
      'start.example.com/': to('/next', 301),
      'start.example.com/next': to('//other.example.com/page?x=1#top', 307),
      'other.example.com/page?x=1': text('arrived'),
    });
    expect(endOf(chain)).toBe('200 arrived');
    expect(chain.hops.map(({ url, via, status }) => [url, via, status])).toEqual([
      ['http://start.example.com/', 'start', 301],
      ['http://start.example.com/next', 'redirect', 307],
      ['http://other.example.com/page?x=1#top', 'redirect', 200],
    ]);
    expect(chain.hops[0]?.headers['location']).toBe('/next');
  });

  it('refuses a private address at every hop and never asks it', async () => {
    for (const target of [
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://2130706433/',
      'http://10.0.0.1/',
      'http://localhost/',
    ]) {
      const chain = await follow({ 'start.example.com/': to(target) });
      expect([target, endOf(chain)]).toEqual([target, 'address-refused']);
      expect(world?.seen).toHaveLength(1);
      await world?.close();
    }
    const byScript = await follow({ 'start.example.com/': text('JUMP http://192.168.1.1/reboot') });
    expect(endOf(byScript)).toBe('address-refused');
    expect(world?.seen).toHaveLength(1);
  });

  it('stops in a circle and after too many hops', async () => {
    expect(endOf(await follow({ 'start.example.com/': to('/a'), 'start.example.com/a': to('/') }))).toBe(
      'redirect-loop',
    );
    await world?.close();
    expect(endOf(await follow({ 'start.example.com/': to('/#again') }))).toBe('redirect-loop');
    await world?.close();
    const steps: Routes = { 'start.example.com/': to('/0') };
    for (let step = 0; step < 20; step += 1) steps[`start.example.com/${step}`] = to(`/${step + 1}`);
    const chain = await follow(steps);
    expect([endOf(chain), chain.hops.length]).toEqual(['too-many-redirects', 5]);
  });

  it('ends at an app scheme and at a broken address', async () => {
    expect(endOf(await follow({ 'start.example.com/': to('taobao://item?id=1') }))).toBe('taobao://item?id=1');
    await world?.close();
    for (const broken of ['http://', 'http://a b/', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd']) {
      expect([broken, endOf(await follow({ 'start.example.com/': to(broken) }))]).toEqual([broken, 'bad-redirect']);
      await world?.close();
    }
  });

  it('follows pages that move on, by script and by header, but only when asked', async () => {
    const routes: Routes = {
      'start.example.com/': text('JUMP http://start.example.com/b'),
      'start.example.com/b': text('', { refresh: '0; url=/c' }),
      'start.example.com/c': text('arrived'),
    };
    const chain = await follow(routes);
    expect(chain.hops.map(({ via }) => via)).toEqual(['start', 'script', 'meta-refresh']);
    expect(endOf(chain)).toBe('200 arrived');
    await world?.close();
    expect(endOf(await follow(routes, { findPageJump: null }))).toBe('200 JUMP http://start.example.com/b');
  });

  it('reports a redirect without following it when asked', async () => {
    const chain = await follow({ 'start.example.com/': to('http://other.example.com/') }, { redirects: 'report' });
    expect(chain.end).toMatchObject({ kind: 'page', status: 302, headers: { location: 'http://other.example.com/' } });
    expect(world?.seen).toHaveLength(1);
  });

  it('tells only the same site where a page’s own jump came from', async () => {
    await follow({
      'start.example.com/': text('JUMP http://start.example.com/b?secret=1'),
      'start.example.com/b?secret=1': text('JUMP http://elsewhere.test/'),
      'elsewhere.test/': to('http://elsewhere.test/last'),
      'elsewhere.test/last': text('arrived'),
    });
    expect(world?.seen.map(({ headers }) => headers.referer)).toEqual([
      undefined,
      'http://start.example.com/',
      undefined,
      undefined,
    ]);
  });

  it('does not read files', async () => {
    const apk = 'application/vnd.android.package-archive';
    expect(endOf(await follow({ 'start.example.com/': text('PK', { 'content-type': apk }) }))).toBe('200 -');
    await world?.close();
    const attached = text('PK', { 'content-disposition': 'attachment; filename=a.apk' });
    expect(endOf(await follow({ 'start.example.com/': attached }))).toBe('200 -');
  });
});
