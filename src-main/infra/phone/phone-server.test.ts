import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PhoneContent, PhoneDoor } from '#app/ports/phone-server';
import { AppError } from '#contract/errors';
import type { LanInterface } from './lan-places.ts';
import { createPhoneServer } from './phone-server.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
  from?: string;
}

const place: LanInterface = { id: 'lo', name: 'lo', address: '127.0.0.1', kind: 'lan', netmask: '255.0.0.0' };
const secretText = '【广告】马克杯 https://m.tb.cn/h.secret';

let marks: [number, boolean][];
let ended: string[];
let changes: number;
let bugs: unknown[];
let door: PhoneDoor;

const content: PhoneContent = {
  name: '周末好物',
  surface: 'group',
  language: 'zh-CN',
  items: [{ number: 1, title: '马克杯', text: secretText, link: null, pictures: 2 }],
  posted: () => marks.filter(([, posted]) => posted).map(([number]) => number),
  picture(number, index) {
    if (index === 1) return Promise.reject(new AppError('FILE_UNREADABLE', 'changed'));
    return Promise.resolve(Buffer.from(`picture ${number}-${index}`));
  },
  mark: (number, posted) => {
    marks.push([number, posted]);
    return Promise.resolve();
  },
};

async function start(where = place): Promise<PhoneDoor> {
  const server = createPhoneServer({
    interfaces: () => [where],
    logBug: (error) => {
      bugs.push(error);
      return 'id';
    },
  });
  return server.open(where.id, content, { onChange: () => (changes += 1), onEnd: (why) => ended.push(why) });
}

beforeEach(async () => {
  [marks, ended, changes, bugs] = [[], [], 0, []];
  door = await start();
});
afterEach(async () => {
  await door.close();
  if (bugs.length > 0) throw bugs[0];
});

/** A raw request: unlike fetch it sends any Host and Origin. */
function send({ method = 'GET', path, headers = {}, body, from = '127.0.0.1' }: Sent): Promise<Answer> {
  const { port } = new URL(door.address);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, localAddress: from, agent: false };
    const outgoing = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const json = (): Record<string, string> => ({ origin: door.address, 'content-type': 'application/json' });
const post = (path: string, body: unknown, said: Partial<Sent> = {}): Promise<Answer> =>
  send({ method: 'POST', path, headers: json(), body: JSON.stringify(body), ...said });
const code = (): string => (door.codeUrl() ?? '').split('#')[1] ?? '';

async function enter(said: Partial<Sent> = {}): Promise<string> {
  const answer = await post('/enter', { code: code() }, said);
  return answer.status === 200 ? (JSON.parse(answer.body) as { token: string }).token : '';
}

describe('one phone', () => {
  it('gets the items, the pictures and its ticks recorded', async () => {
    const token = await enter();
    const pack = await send({ path: `/p/${token}/pack` });
    expect(JSON.parse(pack.body)).toEqual({
      name: '周末好物',
      surface: 'group',
      language: 'zh-CN',
      items: content.items,
      posted: [],
    });
    const picture = await send({ path: `/p/${token}/picture/1-1.jpg` });
    expect(picture).toMatchObject({ status: 200, body: 'picture 1-0' });
    expect(picture.headers['content-type']).toBe('image/jpeg');
    expect((await post(`/p/${token}/posted`, { number: 1, posted: true })).status).toBe(200);
    expect((await post(`/p/${token}/posted`, { number: 1, posted: false })).status).toBe(200);
    expect(marks).toEqual([
      [1, true],
      [1, false],
    ]);
    expect(door.device()).toBe('127.0.0.1');
    expect(changes).toBe(1);
  });

  it('finds an empty frame at the address, with a policy and nothing kept', async () => {
    const page = await send({ path: '/' });
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('马克杯');
    expect(page.body).not.toContain('周末好物');
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; img-src 'self'; connect-src 'self'; style-src 'sha256-/,
    );
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('does not get a picture that is not the one that was exported', async () => {
    expect((await send({ path: `/p/${await enter()}/picture/1-2.jpg` })).status).toBe(404);
  });
});

describe('everybody else', () => {
  it('is kept out once the code was used', async () => {
    const used = code();
    const token = await enter();
    expect(door.codeUrl()).toBeNull();
    expect((await post('/enter', { code: used })).status).toBe(403);
    expect((await send({ path: `/p/${token}/pack` })).status).toBe(200);
  });

  it.skipIf(process.platform === 'darwin')('is kept out with the right token from another device', async () => {
    const token = await enter();
    expect((await send({ path: `/p/${token}/pack`, from: '127.0.0.2' })).status).toBe(403);
    expect((await send({ path: `/p/${token}/picture/1-1.jpg`, from: '127.0.0.2' })).status).toBe(403);
    expect((await post(`/p/${token}/posted`, { number: 1, posted: true }, { from: '127.0.0.2' })).status).toBe(403);
    expect(marks).toEqual([]);
  });

  it.skipIf(process.platform === 'darwin')('is kept out from outside the network', async () => {
    await door.close();
    door = await start({ ...place, netmask: '255.255.255.255' });
    expect((await send({ path: '/', from: '127.0.0.2' })).status).toBe(403);
    expect(await enter({ from: '127.0.0.2' })).toBe('');
    expect(await enter()).not.toBe('');
  });

  it('loses the token with a new code', async () => {
    const token = await enter();
    door.renewCode();
    expect((await send({ path: `/p/${token}/pack` })).status).toBe(403);
    expect((await send({ path: `/p/${await enter()}/pack` })).status).toBe(200);
  });

  it('reaches nothing after the share has ended', async () => {
    const token = await enter();
    await door.close();
    await expect(send({ path: `/p/${token}/pack` })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('ends the share by trying codes', async () => {
    for (let tries = 0; tries < 10; tries++) await post('/enter', { code: `wrong-${tries}` });
    expect(ended).toEqual([]);
    expect((await post('/enter', { code: 'wrong again' })).status).toBe(403);
    expect(ended).toEqual(['guessing']);
  });
});

describe('what is not served', () => {
  const paths = [
    '/index.html',
    '/pack',
    '/p/',
    '/rpc',
    '/enter',
    '/manifest.json',
    '/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '//etc/passwd',
    'http://127.0.0.1/',
    '/?x',
    '/%00',
    '/p/TOKEN',
    '/p/TOKEN/',
    '/p/TOKEN/../pack',
    '/p/TOKEN/pack/',
    '/p/TOKEN/pack?x=1',
    '/p/TOKEN/posted',
    '/p/TOKEN/picture/1-1.png',
    '/p/TOKEN/picture/1-0.jpg',
    '/p/TOKEN/picture/1-9.jpg',
    '/p/TOKEN/picture/2-1.jpg',
    '/p/TOKEN/picture/1-1.jpg/..',
    '/p/TOKEN/picture/..%2f..%2fetc%2fpasswd',
    '/p/TOKEN/picture/-1-1.jpg',
    '/p/TOKEN/picture/1-1.jpg%00',
  ];
  it('is everything but five things, also with a token', async () => {
    const token = await enter();
    for (const path of paths) {
      const answer = await send({ path: path.replace('TOKEN', token) });
      expect([path, answer.status, answer.body]).toEqual([path, 404, '']);
    }
  });

  it('is anything for a wrong or empty token', async () => {
    await enter();
    for (const token of ['x'.repeat(32), 'constructor', '__proto__-__proto__'])
      expect((await send({ path: `/p/${token}/pack` })).status).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD', 'TRACE'])('is anything by %s', async (method) => {
    const token = await enter();
    for (const path of ['/', `/p/${token}/pack`, `/p/${token}/posted`]) {
      expect((await send({ method, path, headers: json() })).status).toBe(404);
    }
    expect(marks).toEqual([]);
  });

  it('is anything asked for under another name: a page that rebinds its own name to us', async () => {
    const token = await enter();
    for (const host of ['evil.example', `localhost:${new URL(door.address).port}`, '127.0.0.1']) {
      expect((await send({ path: '/', headers: { host } })).status).toBe(403);
      expect((await send({ path: `/p/${token}/pack`, headers: { host } })).status).toBe(403);
    }
  });

  it('is anything asked for by another site', async () => {
    const token = await enter();
    const path = `/p/${token}/pack`;
    expect((await send({ path, headers: { origin: 'http://evil.example' } })).status).toBe(403);
    expect((await send({ path, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    const tick = `/p/${token}/posted`;
    const body = JSON.stringify({ number: 1, posted: true });
    for (const headers of [
      { 'content-type': 'application/json' },
      { origin: 'null', 'content-type': 'application/json' },
      { origin: 'http://evil.example', 'content-type': 'application/json' },
      { origin: door.address, 'content-type': 'text/plain' },
      { origin: door.address, 'content-type': 'application/x-www-form-urlencoded' },
    ]) {
      expect([403, 415]).toContain((await send({ method: 'POST', path: tick, headers, body })).status);
    }
    expect(marks).toEqual([]);
  });

  it('is a tick for what is not in the pack, or that is no tick', async () => {
    const token = await enter();
    const bodies = [
      { number: 2, posted: true },
      { number: '1', posted: true },
      { number: 1, posted: 1 },
      { posted: true },
      {},
    ];
    for (const body of bodies) expect((await post(`/p/${token}/posted`, body)).status).toBe(404);
    for (const body of ['[]', 'null', '1', '{', '', '"x"']) {
      expect((await send({ method: 'POST', path: `/p/${token}/posted`, headers: json(), body })).status).toBe(415);
    }
    expect(marks).toEqual([]);
  });

  it('is a body without end', async () => {
    const token = await enter();
    const large = await post(`/p/${token}/posted`, { number: 1, posted: true, filler: 'x'.repeat(1_000_000) }).catch(
      (error: unknown) => error,
    );
    // The answer may be overtaken by the connection being cut.
    if (large instanceof Error) expect(large).toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) });
    else expect(large).toMatchObject({ status: 413 });
    expect(marks).toEqual([]);
  });

  it('is a request with endless headers, or one that is no HTTP', async () => {
    expect((await send({ path: '/', headers: { cookie: 'x'.repeat(20_000) } })).status).toBe(431);
    expect(await raw('\u0016\u0003\u0001 hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403/);
  });

  /** What the server says to bytes, until it hangs up. */
  function raw(bytes: string): Promise<string> {
    const { port } = new URL(door.address);
    return new Promise((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
  }
});

it.skipIf(process.platform === 'darwin')('listens on the chosen address only', async () => {
  const { port } = new URL(door.address);
  const tried = await new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.2', () => resolve('connected'));
    socket.on('error', (error) => resolve((error as NodeJS.ErrnoException).code));
  });
  expect(tried).toBe('ECONNREFUSED');
});

it('refuses a network that is gone', async () => {
  const server = createPhoneServer({ interfaces: () => [], logBug: () => '' });
  await expect(server.open('lo', content, { onChange: () => undefined, onEnd: () => undefined })).rejects.toMatchObject(
    {
      code: 'NOT_FOUND',
      params: { reason: 'network-gone' },
    },
  );
});
