import { describe, expect, it } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { createHostResolver, type HostAddress, type HostResolver } from './resolve-host.ts';
import { toFailure } from './transport-failure.ts';

type Answers = Record<string, readonly string[] | Error>;

const dnsError = (code: string): Error => Object.assign(new Error(code), { code });

function resolverFor(
  answers: Answers,
  clock = new FakeClock(),
): { resolver: HostResolver; asked: string[]; clock: FakeClock } {
  const asked: string[] = [];
  const resolver = createHostResolver({
    clock,
    controlHosts: ['control.example.com'],
    timeoutMs: 1_000,
    lookUp: async (host) => {
      asked.push(host);
      const answer = answers[host] ?? dnsError('ENOTFOUND');
      if (answer instanceof Error) throw answer;
      return answer.map((address): HostAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  });
  return { resolver, asked, clock };
}

async function failureOf(resolver: HostResolver, host: string): Promise<string> {
  try {
    await resolver.resolve(host);
    return 'none';
  } catch (error) {
    return toFailure(error).kind;
  }
}

const online = { 'control.example.com': ['8.8.8.8'] };

describe('createHostResolver', () => {
  it('gives all addresses of a public name', async () => {
    const { resolver } = resolverFor({ 'a.example.com': ['1.1.1.1', '2400:3200::1'] });
    expect((await resolver.resolve('a.example.com')).map(({ address }) => address)).toEqual([
      '1.1.1.1',
      '2400:3200::1',
    ]);
  });

  it.each([
    ['127.0.0.1', 'address-refused'],
    ['::1', 'address-refused'],
    ['::ffff:192.168.0.1', 'address-refused'],
    ['169.254.169.254', 'address-refused'],
    ['64:ff9b::a00:1', 'address-refused'],
    ['198.18.3.7', 'fake-ip'],
  ])('refuses a name that answers %s', async (address, kind) => {
    const { resolver } = resolverFor({ 'a.example.com': [address] });
    expect(await failureOf(resolver, 'a.example.com')).toBe(kind);
  });

  it('refuses a name of which one address is private, wherever it stands', async () => {
    const { resolver } = resolverFor({
      'first.example.com': ['10.0.0.1', '1.1.1.1'],
      'last.example.com': ['1.1.1.1', '2400:3200::1', 'fd00::1'],
    });
    expect(await failureOf(resolver, 'first.example.com')).toBe('address-refused');
    expect(await failureOf(resolver, 'last.example.com')).toBe('address-refused');
  });

  it('tells a name that does not exist from a network that does not', async () => {
    expect(await failureOf(resolverFor(online).resolver, 'gone.example.com')).toBe('dns-not-found');
    expect(await failureOf(resolverFor({}).resolver, 'gone.example.com')).toBe('offline');
  });

  it('calls a failing resolver a failing resolver', async () => {
    const failing = { 'a.example.com': dnsError('EAI_AGAIN'), 'b.example.com': dnsError('ESERVFAIL') };
    expect(await failureOf(resolverFor({ ...online, ...failing }).resolver, 'a.example.com')).toBe('dns-unavailable');
    expect(await failureOf(resolverFor({ ...online, ...failing }).resolver, 'b.example.com')).toBe('dns-unavailable');
    expect(await failureOf(resolverFor(failing).resolver, 'a.example.com')).toBe('offline');
  });

  it('gives up a question nobody answers', async () => {
    const clock = new FakeClock();
    const resolver = createHostResolver({
      clock,
      controlHosts: ['control.example.com'],
      timeoutMs: 1_000,
      lookUp: (host) =>
        host.startsWith('control')
          ? Promise.resolve([{ address: '8.8.8.8', family: 4 }])
          : new Promise(() => undefined),
    });
    const failure = failureOf(resolver, 'slow.example.com');
    await clock.advance(1_000);
    expect(await failure).toBe('dns-unavailable');
    expect(clock.sleeping).toBe(0);
  });

  it('asks once for many and again later', async () => {
    const { resolver, asked, clock } = resolverFor({ 'a.example.com': ['1.1.1.1'] });
    await Promise.all([resolver.resolve('a.example.com'), resolver.resolve('a.example.com')]);
    await resolver.resolve('a.example.com');
    expect(asked).toEqual(['a.example.com']);
    clock.time += 31_000;
    await resolver.resolve('a.example.com');
    expect(asked).toHaveLength(2);
  });

  it('does not remember a failure', async () => {
    const answers: Answers = { ...online };
    const { resolver } = resolverFor(answers);
    expect(await failureOf(resolver, 'late.example.com')).toBe('dns-not-found');
    answers['late.example.com'] = ['1.1.1.1'];
    expect(await failureOf(resolver, 'late.example.com')).toBe('none');
  });
});
