import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/start-simulator.ts';
import { type CliRun, runCli, startCli } from './run-cli.ts';

/** The worked example of https://open.taobao.com/doc.htm?docId=101617&docType=1 */
const parameters = ['session=test', 'num_iid=11223344', 'fields=num_iid,title,nick,price,num'];
const example = [
  'top sign --method taobao.item.seller.get --app-key 12345678 --timestamp'.split(' '),
  '2016-01-01 12:00:00',
  parameters.map((each) => `--param=${each}`),
].flat();
const joined =
  'app_key12345678fieldsnum_iid,title,nick,price,numformatjsonmethodtaobao.item.seller.getnum_iid11223344sessiontestsign_methodmd5timestamp2016-01-01 12:00:00v2.0';

describe('top sign', () => {
  test('prints the string and the signature of the published example', () => {
    const signed = runCli([...example, '--secret', 'helloworld']);
    expect(signed.stdout.split('\n')).toEqual(
      expect.arrayContaining([joined, '签名：66987CB115214E59E6EC978214934FB8']),
    );
    expect(runCli([...example, '--secret', '-', '--json'], 'helloworld\n').json()).toMatchObject({
      stringToSign: joined,
      sign: '66987CB115214E59E6EC978214934FB8',
      params: { v: '2.0', format: 'json', session: 'test' },
    });
  });

  test('takes the other digests, and the secret from a variable', () => {
    process.env['TAOKE_TEST_SECRET'] = 'helloworld';
    const signed = runCli([...example, '--secret-env', 'TAOKE_TEST_SECRET', '--sign-method', 'hmac-md5', '--json']);
    expect(signed.json()).toMatchObject({ signMethod: 'hmac', sign: 'D56D7858309C31B6251083A874D48273' });
  });

  test('says what is wrong with the line', () => {
    expect(runCli(example)).toMatchObject({ status: 2, stderr: expect.stringContaining('--secret') });
    expect(runCli([...example, '--secret', 'x', '--timestamp', 'yesterday', '--json']).json()).toMatchObject({
      error: { code: 'VALIDATION', message: expect.stringContaining('北京时间') },
    });
  });
});

describe('top test', () => {
  let world: Simulator;
  let folder: string;
  beforeAll(async () => {
    world = await startSimulator();
    folder = mkdtempSync(join(tmpdir(), 'taoke-top-'));
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (secret: string, command: readonly string[] = ['test']): Promise<CliRun> => {
    const keys = '--app-key 12345678 --secret - --pid mm_12345_678_90123 --json'.split(' ');
    return startCli(['top', ...command, ...keys, '--proxy', world.proxyUrl, '--data-dir', folder], {
      input: secret,
      env: { NODE_EXTRA_CA_CERTS: world.caFile },
    });
  };

  test('says what works, through the proxy', async () => {
    const tried = await run('helloworld');
    expect(tried.json()).toMatchObject({
      works: true,
      steps: [{ capability: 'pid', state: 'works' }, {}, {}, {}, {}, {}],
    });
    expect(tried.status).toBe(0);
  });

  test('says in words what is wrong with the keys', async () => {
    const tried = await run('wrong');
    expect(tried).toMatchObject({ status: 1 });
    expect(tried.json()).toMatchObject({
      works: false,
      steps: [
        { state: 'refused', reason: 'invalid-signature', message: expect.stringContaining('App Secret'), code: '25' },
        {},
        {},
        {},
        {},
        {},
      ],
    });
    expect(tried.stdout + tried.stderr).not.toContain('wrong');
  });

  test('finds products and reads orders, without a trace', async () => {
    const found = (await run('helloworld', ['search', '马克杯', '--limit', '2'])).json<{ items: unknown[] }>();
    expect(found.items[0]).toMatchObject({ itemId: expect.any(String), affiliateUrl: expect.any(String) });
    const time = ['--from', '2026-11-20', '--to', '2026-11-20 04:00'];
    const { status, ...read } = await run('helloworld', ['orders', ...time]);
    expect(read.json()).toMatchObject({
      orders: [{ paidFen: 1990, expectedFen: 50, rateBp: 250 }, {}, {}, {}],
      completeTo: '2026-11-19T20:00:00.000Z',
      reason: null,
    });
    expect(status).toBe(0);
    const impossible = await run('helloworld', ['orders', '--from', '2026-11-20', '--to', '2026-11-31']);
    expect(impossible.status).toBe(2);
  });

  test('asks for keys when there are none', async () => {
    expect(runCli(['top', 'test', '--json', '--data-dir', folder]).json()).toMatchObject({
      error: { code: 'SECRET_STORE', message: expect.stringContaining('设置') },
    });
  });
});
