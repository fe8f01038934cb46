import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchImage } from '#infra/probes/fetch-image';
import type { HttpClientOptions } from '#infra/probes/http/http-client';
import { createProxyRouter } from '#infra/probes/proxy/proxy-route';
import { type OpenedProbes, openProbes } from './open-probes.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from './start-simulator.ts';

let world: Simulator | null = null;
let opened: OpenedProbes | null = null;

afterEach(async () => {
  await opened?.client.close();
  await world?.close();
  opened = null;
  world = null;
});

async function open(
  options: SimulatorOptions = {},
  client: Partial<HttpClientOptions> = {},
): Promise<OpenedProbes & { world: Simulator }> {
  world = await startSimulator(options);
  opened = await openProbes(world, client);
  return { ...opened, world };
}

describe('the simulated world', () => {
  it('signs with a CA that other programs read', async () => {
    const { world } = await open();
    const ca = new X509Certificate(readFileSync(world.caFile));
    expect([ca.ca, ca.subject, ca.verify(ca.publicKey)]).toEqual([true, 'CN=Simulated world CA', true]);
  });

  it('is trusted by a process that is given its CA file, and by no other', async () => {
    const { world } = await open();
    const asking = `
      const { request } = require('node:http');
      const { connect } = require('node:tls');
      request({ port: ${new URL(world.proxyUrl).port}, method: 'CONNECT', path: 'honest.sim.test:443' })
        .on('connect', (_, socket) => connect({ socket, servername: 'honest.sim.test' })
          .on('secureConnect', () => { console.log('trusted'); process.exit(); })
          .on('error', (error) => { console.log(error.code); process.exit(); })).end();`;
    const answers = await Promise.all(
      [{ NODE_EXTRA_CA_CERTS: world.caFile }, { NODE_EXTRA_CA_CERTS: '' }].map(async (env) => {
        const child = spawn(process.execPath, ['-e', asking], {
          env: { ...process.env, ...env },
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        const [line] = (await once(child.stdout, 'data')) as [Buffer];
        return line.toString().trim();
      }),
    );
    expect(answers).toEqual(['trusted', expect.stringMatching(/SIGNED|VERIFY/)]);
  });

  it('remembers what was asked, and cleans up', async () => {
    const { world, probes } = await open();
    await probes.resolve('https://s.click.taobao.com/CvHjOPu');
    expect(world.requests.map(({ method, host, cookie }) => [method, host, cookie])).toEqual([
      ['GET', 's.click.taobao.com', null],
      ['GET', 's.click.taobao.com', null],
      ['GET', 's.click.taobao.com', null],
      ['GET', 'uland.taobao.com', null],
    ]);
    expect(world.requests.map(({ referer }) => referer?.split('?')[0] ?? null)).toEqual([
      null,
      null,
      'https://s.click.taobao.com/t_js',
      null,
    ]);
    await world.close();
    expect(existsSync(world.caFile)).toBe(false);
  });

  it('takes further sites', async () => {
    const { probes } = await open({
      sites: { 'mine.sim.test': (_request, response) => void response.end('<p>我的页面</p>') },
    });
    expect((await probes.direct('https://mine.sim.test/')).textForReview).toBe('我的页面');
  });
});

describe('proxies', () => {
  it('sends a user name and password when there is one', async () => {
    const { world, probes, client } = await open({ credentials: 'me:p@ss' });
    for (const url of ['https://honest.sim.test/', 'http://honest.sim.test/']) {
      expect(await probes.direct(url)).toMatchObject({ skipped: true, reason: 'proxy-auth' });
    }
    await client.close();
    const url = world.proxyUrl.replace('//', '//me:p%40ss@');
    const never = () => Promise.reject(new Error('not asked'));
    const named = await openProbes(world, { route: await createProxyRouter({ mode: 'manual', url }, never) });
    for (const link of ['https://honest.sim.test/', 'http://honest.sim.test/']) {
      expect(await named.probes.direct(link)).toMatchObject({ skipped: false, reason: 'page-opened' });
    }
    await named.client.close();
  });

  it('skips everything when the proxy is not there', async () => {
    const { world, probes } = await open();
    await world.close();
    for (const probe of ['wapredirect', 'direct', 'resolve'] as const) {
      for (const url of ['https://honest.sim.test/', 'http://honest.sim.test/']) {
        expect(await probes[probe](url)).toMatchObject({
          skipped: true,
          outcomeHint: null,
          reason: 'proxy-unreachable',
        });
      }
    }
  });

  it('skips everything when offline', async () => {
    const lookUp = () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }));
    const { probes } = await open({}, { route: () => ({ kind: 'direct' }), lookUp });
    for (const probe of ['wapredirect', 'direct', 'resolve'] as const) {
      expect(await probes[probe]('https://honest.sim.test/')).toMatchObject({
        skipped: true,
        outcomeHint: null,
        reason: 'offline',
      });
    }
  });

  it('skips, and says cancelled, when stopped', async () => {
    const { probes } = await open();
    const stop = new AbortController();
    const probing = Promise.all([
      probes.direct('https://stalled.sim.test/', stop.signal),
      probes.wapredirect('https://gateway-stalls.sim.test/', stop.signal),
    ]);
    stop.abort(new Error('stop'));
    for (const facts of await probing)
      expect(facts).toMatchObject({ skipped: true, outcomeHint: null, reason: 'cancelled' });
  });
});

describe('fetchImage', () => {
  it.each([
    ['ok.jpg', 'image/jpeg'],
    ['moved.jpg', 'image/jpeg'],
    ['broken.jpg', 'image/jpeg'],
    ['page.jpg', 'image/jpeg'],
    ['huge.jpg', 'too-large'],
    ['missing.jpg', 'http-status'],
    ['inside.jpg', 'address-refused'],
  ])('%s: %s', async (name, expected) => {
    const { client } = await open();
    const image = await fetchImage(client, {
      url: `https://img.alicdn.com/${name}`,
      userAgent: 'test',
      maxBytes: 1_000_000,
    });
    expect(image.ok ? image.contentType : image.failure.kind).toBe(expected);
  });
});
