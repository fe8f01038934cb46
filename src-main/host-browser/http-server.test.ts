import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { createBuiltPage } from '#infra/built-page';
import type { Transport } from '#rpc/transport';
import { createDownloads } from './downloads.ts';
import { createEventStreams } from './event-stream.ts';
import { HttpServer } from './http-server.ts';
import { createSessions, type Sessions } from './session.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

let folder: string;
let http: HttpServer;
let sessions: Sessions;
let clock: number;
let calls: string[];
let revealed: string[];
let fileManager: boolean;

const engine: Transport = {
  call: (method, params) => {
    calls.push(method);
    if (method === 'internal.resolveFile') {
      const { ref } = params as { ref: string };
      if (ref !== 'file-known') return Promise.reject(new AppError('NOT_FOUND', 'no file'));
      return Promise.resolve({ path: join(folder, 'pack.zip'), name: '文案包 "1".zip' }) as never;
    }
    return Promise.resolve({ echoed: method, params }) as never;
  },
  listen: () => () => undefined,
  onFatal: () => () => undefined,
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-http-'));
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page', 'index.html'), '<meta name="style-nonce" content="__STYLE_NONCE__">');
  writeFileSync(join(folder, 'pack.zip'), 'zip bytes');
  clock = 1_000_000;
  calls = [];
  revealed = [];
  fileManager = true;
  sessions = createSessions(60_000, () => clock);
  http = new HttpServer({
    engine,
    sessions,
    events: createEventStreams(),
    downloads: createDownloads(() => clock),
    builtFile: createBuiltPage(join(folder, 'page')),
    revealFile: (path) => {
      revealed.push(path);
      return Promise.resolve(fileManager);
    },
    uploadFolder: join(folder, 'uploads'),
    log: { info: () => undefined, bug: () => 'id' },
  });
  await new Promise<void>((resolve) => http.server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  http.server.close();
  http.server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A raw request: unlike fetch it sends any Host and Origin. */
function send({ method = 'GET', path, headers = {}, body }: Sent): Promise<Answer> {
  const { port } = new URL(http.origin);
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const json = (extra: Record<string, string> = {}): Record<string, string> => ({
  origin: http.origin,
  'content-type': 'application/json',
  ...extra,
});

function newToken(): string {
  return sessions.exchange(sessions.newCode()) ?? '';
}

const rpc = (headers: Record<string, string>, method = 'app.info'): Promise<Answer> =>
  send({ method: 'POST', path: '/rpc', headers, body: JSON.stringify({ method, params: {} }) });

describe('what is served', () => {
  test('only to this computer', () => {
    expect(http.server.address()).toMatchObject({ address: '127.0.0.1' });
  });

  test('the page carries a policy with a nonce of its own each time', async () => {
    const [first, second] = [await send({ path: '/' }), await send({ path: '/' })];
    const nonce = /content="([^"]+)"/.exec(first.body)?.[1];
    expect(nonce).not.toBe('__STYLE_NONCE__');
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    expect(first.headers['content-security-policy']).toContain("default-src 'none'");
    expect(first.headers['access-control-allow-origin']).toBeUndefined();
    expect(second.body).not.toBe(first.body);
  });

  test.each([
    '/../pack.zip',
    '/..%2fpack.zip',
    '/%2e%2e/pack.zip',
    '//etc/passwd',
    '/page/../../pack.zip',
    '/C:/Windows/win.ini',
  ])('%s leads nowhere', async (path) => {
    expect((await send({ path })).status).toBe(404);
  });
});

describe('who may call', () => {
  test('the window that exchanged the code', async () => {
    const answer = await rpc(json({ authorization: `Bearer ${newToken()}` }));
    expect(JSON.parse(answer.body)).toEqual({ ok: true, result: { echoed: 'app.info', params: {} } });
  });

  test.each([
    ['no token', () => json()],
    ['a wrong token', () => json({ authorization: 'Bearer nonsense' })],
    ['a cookie instead', () => json({ cookie: `token=${newToken()}` })],
    ['an empty token', () => json({ authorization: 'Bearer ' })],
  ])('not with %s', async (_name, headers) => {
    expect((await rpc(headers())).status).toBe(401);
    expect(calls).toEqual([]);
  });

  test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1.evil.example:80', '[::1]'])(
    'not under the name %s (DNS rebinding)',
    async (host) => {
      const answer = await rpc({ ...json({ authorization: `Bearer ${newToken()}` }), host });
      expect(answer.status).toBe(403);
      expect(calls).toEqual([]);
    },
  );

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', ''])('not from a page of %s', async (origin) => {
    const answer = await rpc({ ...json({ authorization: `Bearer ${newToken()}` }), origin });
    expect(answer.status).toBe(403);
    expect(calls).toEqual([]);
  });

  test('not by a plain form', async () => {
    const headers = { ...json({ authorization: `Bearer ${newToken()}` }), 'content-type': 'text/plain' };
    expect((await rpc(headers)).status).toBe(415);
  });

  test('not for methods that are the hosts’ own', async () => {
    const answer = await rpc(json({ authorization: `Bearer ${newToken()}` }), 'internal.registerFile');
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'METHOD_NOT_FOUND' } });
    expect(calls).toEqual([]);
  });

  test('a cross-site read is refused even with GET', async () => {
    const answer = await send({ path: '/', headers: { 'sec-fetch-site': 'cross-site' } });
    expect(answer.status).toBe(403);
  });

  test('events need the token too', async () => {
    expect((await send({ path: '/events' })).status).toBe(401);
  });
});

describe('the one-time code', () => {
  const exchange = (code: string): Promise<Answer> =>
    send({ method: 'POST', path: '/session', headers: json(), body: JSON.stringify({ code }) });

  test('works once', async () => {
    const code = sessions.newCode();
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).status).toBe(403);
  });

  test('does not work late', async () => {
    const code = sessions.newCode();
    clock += 60_001;
    expect((await exchange(code)).status).toBe(403);
  });

  test('is withdrawn after too many wrong guesses', async () => {
    const code = sessions.newCode();
    for (let guess = 0; guess <= 20; guess++) await exchange(`guess-${guess}`);
    expect((await exchange(code)).status).toBe(403);
  });

  test('a newer code replaces the older one', async () => {
    const older = sessions.newCode();
    const newer = sessions.newCode();
    expect((await exchange(older)).status).toBe(403);
    expect((await exchange(newer)).status).toBe(200);
  });
});

describe('files in and out', () => {
  test('an upload is stored under a name of ours; its own name is only shown', async () => {
    const headers = {
      origin: http.origin,
      authorization: `Bearer ${newToken()}`,
      'x-file-name': encodeURIComponent('../../逃.CSV'),
    };
    const answer = await send({ method: 'POST', path: '/uploads', headers, body: 'a,b' });
    expect(JSON.parse(answer.body)).toMatchObject({ params: { name: '../../逃.CSV', mode: 'read' } });
    const stored = readdirSync(join(folder, 'uploads'));
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatch(/^[0-9a-f-]{36}\.csv$/);
  });

  test('the file manager opens only at files the engine knows, and only for the page', async () => {
    const headers = json({ authorization: `Bearer ${newToken()}` });
    const reveal = (ref: string, sent = headers): Promise<Answer> =>
      send({ method: 'POST', path: '/reveal', headers: sent, body: JSON.stringify({ ref, path: '/etc/passwd' }) });
    expect((await reveal('file-known', json())).status).toBe(401);
    expect((await reveal('/etc/passwd')).status).toBe(400);
    expect(revealed).toEqual([]);
    expect((await reveal('file-known')).status).toBe(200);
    expect(revealed).toEqual([join(folder, 'pack.zip')]);
    fileManager = false;
    expect((await reveal('file-known')).status).toBe(501);
  });

  test('a download needs a ticket, which works once and not late', async () => {
    const headers = json({ authorization: `Bearer ${newToken()}` });
    const ticketFor = async (ref: string): Promise<Answer> =>
      send({ method: 'POST', path: '/download-tickets', headers, body: JSON.stringify({ ref }) });
    expect((await ticketFor('file-other')).status).toBe(400);

    const { ticket } = JSON.parse((await ticketFor('file-known')).body) as { ticket: string };
    const first = await send({ path: `/downloads/${ticket}` });
    expect(first.body).toBe('zip bytes');
    expect(first.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('文案包 "1".zip')}`,
    );
    expect((await send({ path: `/downloads/${ticket}` })).status).toBe(410);

    const late = JSON.parse((await ticketFor('file-known')).body) as { ticket: string };
    clock += 60_001;
    expect((await send({ path: `/downloads/${late.ticket}` })).status).toBe(410);
  });

  test('a request body beyond the limit is cut off', async () => {
    const headers = json({ authorization: `Bearer ${newToken()}` });
    const answer = await send({ method: 'POST', path: '/rpc', headers, body: 'x'.repeat(1_100_000) });
    expect(answer.status).toBe(400);
    expect(calls).toEqual([]);
  });
});
