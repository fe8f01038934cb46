import { EventEmitter, once } from 'node:events';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { type LocalWorld, openLocalWorld, publicAddress } from '../testing/local-world.ts';
import type { HttpRequest, HttpResult } from './exchange.ts';
import type { HttpClientOptions } from './http-client.ts';
import type { HostAddress } from './resolve-host.ts';

const worlds: LocalWorld[] = [];

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

async function open(listener: RequestListener, options: Partial<HttpClientOptions> = {}): Promise<LocalWorld> {
  const world = await openLocalWorld(listener, options);
  worlds.push(world);
  return world;
}

const hello: RequestListener = (_request, response) => void response.end('hello');
const get = (url: string): HttpRequest => ({ url, userAgent: 'test', bodyBytes: 10_000 });
const outcomeOf = (result: HttpResult): string =>
  result.ok ? `${result.status} ${result.body?.toString() ?? ''}` : result.failure.kind;

async function ask(world: LocalWorld, url = 'http://site.example.com/', signal?: AbortSignal): Promise<string> {
  return outcomeOf((await world.client.send(get(url), 'start', signal)).result);
}

describe('addresses', () => {
  it('connects to what was looked up and checked, and says which', async () => {
    const world = await open(hello);
    const { result, hop } = await world.client.send(get('http://site.example.com/a?b#c'));
    expect(outcomeOf(result)).toBe('200 hello');
    expect(world.dialled).toEqual([[publicAddress.address]]);
    expect(hop).toMatchObject({ url: 'http://site.example.com/a?b#c', status: 200, via: 'start', failure: null });
    expect(world.seen[0]?.url).toBe('/a?b');
  });

  it('says of a hop how long the site took, not how long it waited for its turn', async () => {
    const clock = new FakeClock();
    const world = await open(hello, { clock, hostLimits: { concurrency: 4, intervalMs: 5_000 } });
    await ask(world);
    const second = world.client.send(get('http://site.example.com/'));
    await clock.advance(5_000);
    expect((await second).hop.ms).toBe(0);
  });

  it.each([
    'http://127.0.0.1/',
    'http://[::ffff:7f00:1]/',
    'http://0x7f.1/',
    'http://localhost/',
    'http://192.168.0.1/',
  ])('never opens %s', async (url) => {
    const world = await open(hello);
    expect(await ask(world, url)).toBe('address-refused');
    expect(world.dialled).toEqual([]);
  });

  it('never opens a name that answers with a private address', async () => {
    const world = await open(hello, { lookUp: async () => [publicAddress, { address: '10.0.0.1', family: 4 }] });
    expect(await ask(world)).toBe('address-refused');
    expect(world.dialled).toEqual([]);
  });

  it('is not fooled by a name that turns private after it was checked', async () => {
    const answers: HostAddress[][] = [[publicAddress], [{ address: '127.0.0.1', family: 4 }]];
    const clock = new FakeClock();
    const world = await open((_request, response) => void response.setHeader('connection', 'close').end('hello'), {
      clock,
      lookUp: async () => answers.shift() ?? [{ address: '127.0.0.1', family: 4 }],
    });
    expect(await ask(world)).toBe('200 hello');
    expect(await ask(world)).toBe('200 hello');
    expect(world.dialled).toEqual([[publicAddress.address], [publicAddress.address]]);
    clock.time += 60_000;
    expect(await ask(world)).toBe('address-refused');
    expect(world.dialled).toHaveLength(2);
  });

  it('tells refusals of a connection apart', async () => {
    const failing = (code: string): Partial<HttpClientOptions> => ({
      dial: () => Promise.reject(Object.assign(new Error(code), { code })),
    });
    expect(await ask(await open(hello, failing('ECONNREFUSED')))).toBe('refused');
    expect(await ask(await open(hello, failing('EHOSTUNREACH')))).toBe('unreachable');
    expect(await ask(await open(hello, failing('ETIMEDOUT')))).toBe('connect-timeout');
  });

  it('sends nothing past a proxy setting that cannot be used', async () => {
    const world = await open(hello, { route: () => ({ kind: 'unsupported', detail: 'socks5:' }) });
    expect(await ask(world)).toBe('proxy-unsupported');
    expect(await ask(world, 'https://site.example.com/')).toBe('proxy-unsupported');
    expect(world.dialled).toEqual([]);
  });

  it('refuses private addresses behind a proxy too', async () => {
    const proxy = { protocol: 'http:', hostname: '127.0.0.1', port: 9, authorization: null } as const;
    const world = await open(hello, { route: () => ({ kind: 'proxy', proxy }) });
    expect(await ask(world, 'http://192.168.1.1/')).toBe('address-refused');
    expect(await ask(world, 'http://localhost/')).toBe('address-refused');
    expect(await ask(world, 'http://site.example.com/')).toBe('proxy-unreachable');
    expect(await ask(world, 'https://site.example.com/')).toBe('proxy-unreachable');
  });
});

describe('what is sent', () => {
  it('keeps no cookies and tells nobody where it came from', async () => {
    const world = await open((_request, response) => void response.setHeader('set-cookie', 'id=1').end('hello'));
    await ask(world);
    await ask(world);
    expect(world.seen.map(({ headers }) => [headers.cookie, headers.referer, headers.origin])).toEqual([
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });

  it('posts a body when asked to', async () => {
    const world = await open((request, response) => void request.pipe(response));
    const request: HttpRequest = {
      ...get('http://site.example.com/'),
      method: 'POST',
      body: 'a=1',
      contentType: 'text/plain',
    };
    expect(outcomeOf((await world.client.send(request)).result)).toBe('200 a=1');
    expect(world.seen[0]?.headers['content-type']).toBe('text/plain');
  });
});

describe('hostile servers', () => {
  it('gives up a server that never answers', async () => {
    expect(await ask(await open(() => undefined))).toBe('first-byte-timeout');
  });

  it('gives up a header that comes byte by byte', async () => {
    const world = await open((request) => {
      request.socket.write('HTTP/1.1 200 OK\r\n');
      const drip = setInterval(() => request.socket.write('x'), 20);
      request.socket.once('close', () => clearInterval(drip));
    });
    expect(await ask(world)).toBe('first-byte-timeout');
  });

  it('gives up a body that comes byte by byte', async () => {
    const world = await open((request, response) => {
      response.write('x');
      const drip = setInterval(() => response.write('x'), 20);
      request.socket.once('close', () => clearInterval(drip));
    });
    expect(await ask(world)).toBe('total-timeout');
  });

  it('refuses a flood of headers', async () => {
    const flood: RequestListener = (_request, response) => {
      for (let index = 0; index < 500; index += 1) response.setHeader(`x-${index}`, 'a'.repeat(50));
      response.end();
    };
    expect(await ask(await open(flood))).toBe('headers-too-large');
    const long: RequestListener = (_request, response) => void response.setHeader('x-long', 'a'.repeat(20_000)).end();
    expect(await ask(await open(long))).toBe('headers-too-large');
  });

  it('reads no more of a bomb or an endless page than it was asked to', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const world = await open((_request, response) => void response.setHeader('content-encoding', 'gzip').end(bomb));
    const { result } = await world.client.send({ ...get('http://site.example.com/'), bodyBytes: 5_000 });
    expect(result).toMatchObject({ ok: true, truncated: true });
    expect(result.ok && result.body?.length).toBe(5_000);
  });

  it('does not read what it does not want', async () => {
    const world = await open((_request, response) => {
      response.setHeader('content-length', '1000000000').writeHead(200);
      response.write('x');
    });
    const { result } = await world.client.send({ ...get('http://site.example.com/'), wantsBody: () => false });
    expect(result).toMatchObject({ ok: true, body: null });
  });

  it.each([
    ['a cut answer', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc', 'reset'],
    ['nothing at all', '', 'reset'],
    ['no HTTP', 'SSH-2.0-OpenSSH\r\n', 'bad-answer'],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', 'bad-answer'],
  ])('calls %s what it is', async (_what, answer, kind) => {
    expect(await ask(await open((request) => void request.socket.end(answer)))).toBe(kind);
  });

  it('reads a raw UTF-8 Location', async () => {
    const world = await open((request) => {
      request.socket.end('HTTP/1.1 302 Found\r\nlocation: /领券\r\ncontent-length: 0\r\n\r\n');
    });
    const { hop } = await world.client.send(get('http://site.example.com/'));
    expect(hop.headers['location']).toBe('/领券');
  });
});

describe('limits and cancelling', () => {
  it('stops when told to', async () => {
    const arrived = new EventEmitter();
    const world = await open(() => void arrived.emit('request'), { limits: { firstByteMs: 60_000, totalMs: 60_000 } });
    const stop = new AbortController();
    const asked = ask(world, 'http://site.example.com/', stop.signal);
    await once(arrived, 'request');
    stop.abort(new Error('stop'));
    expect(await asked).toBe('cancelled');
    expect(await ask(world, 'http://site.example.com/', stop.signal)).toBe('cancelled');
  });

  it('asks again after a passing failure', async () => {
    let count = 0;
    const world = await open(
      (request, response) => {
        count += 1;
        if (count === 1) request.socket.destroy();
        else if (count === 2) response.writeHead(503).end();
        else response.end('hello');
      },
      { retry: { retries: 2, baseMs: 1, maxMs: 10 } },
    );
    expect(await ask(world)).toBe('200 hello');
    expect(count).toBe(3);
  });

  it('keeps requests to one host within its limit', async () => {
    let atWork = 0;
    let most = 0;
    const world = await open(
      (_request, response) => {
        atWork += 1;
        most = Math.max(most, atWork);
        setTimeout(() => {
          atWork -= 1;
          response.end('hello');
        }, 10);
      },
      { hostLimits: { concurrency: 2, intervalMs: 0 } },
    );
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(world)));
    expect(new Set(answers)).toEqual(new Set(['200 hello']));
    expect(most).toBe(2);
  });
});
