import { lookup } from 'node:dns/promises';
import { judgeAddress } from './address-guard.ts';
import type { Clock } from './clock.ts';
import { codeOf, TransportFailure } from './transport-failure.ts';

export interface HostAddress {
  address: string;
  family: 4 | 6;
}

/** Asks the system for every address of a name, as browsers do (hosts file and VPNs included). */
export type LookUp = (host: string) => Promise<readonly HostAddress[]>;

export const systemLookUp: LookUp = async (host) => {
  const found = await lookup(host, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

export interface HostResolver {
  /**
   * Addresses of a name that may all be connected to.
   * @throws {TransportFailure} `address-refused` or `fake-ip` when any of them may not, `dns-not-found`,
   * `dns-unavailable`, `offline`
   */
  resolve(host: string): Promise<readonly HostAddress[]>;
}

export interface ResolverOptions {
  lookUp: LookUp;
  clock: Clock;
  /** Names that exist whenever there is a network; without any, a missing name cannot be told from a missing network. */
  controlHosts: readonly string[];
  timeoutMs: number;
}

/** Repeated questions within one run are answered from memory; the addresses themselves were checked. */
const keepMs = 30_000;
const maxKept = 2_000;
/** How long a control answer stands for the state of the network. */
const controlMs = 5_000;

export function createHostResolver(options: ResolverOptions): HostResolver {
  const kept = new Map<string, { at: number; addresses: Promise<readonly HostAddress[]> }>();
  const online = createOnlineCheck(options);

  async function ask(host: string): Promise<readonly HostAddress[]> {
    try {
      return checked(host, await withTimeout(options, host));
    } catch (error) {
      if (error instanceof TransportFailure && error.failure.kind !== 'dns-unavailable') throw error;
      throw await explain(error, host, online);
    }
  }

  return {
    resolve: (host) => {
      const now = options.clock.now();
      const known = kept.get(host);
      if (known && now - known.at < keepMs) return known.addresses;
      const addresses = ask(host);
      if (kept.size >= maxKept) kept.clear();
      kept.set(host, { at: now, addresses });
      // A failure is asked anew.
      addresses.catch(() => kept.delete(host));
      return addresses;
    },
  };
}

/** One refused address refuses the name: whoever mixes them wants the private one to be used. */
function checked(host: string, addresses: readonly HostAddress[]): readonly HostAddress[] {
  for (const { address } of addresses) {
    const verdict = judgeAddress(address);
    if (verdict === 'fake-ip') throw new TransportFailure('fake-ip', `${host} → ${address}`);
    if (verdict === 'refused') throw new TransportFailure('address-refused', `${host} → ${address}`);
  }
  if (addresses.length === 0) throw new TransportFailure('dns-not-found', host);
  return addresses;
}

async function withTimeout(
  { lookUp, clock, timeoutMs }: ResolverOptions,
  host: string,
): Promise<readonly HostAddress[]> {
  const giveUp = new AbortController();
  const late = clock.sleep(timeoutMs, giveUp.signal).then(() => {
    throw new TransportFailure('dns-unavailable', `${host}: ${timeoutMs} ms`);
  });
  // Aborted once the answer is there; nobody listens then.
  late.catch(() => undefined);
  try {
    return await Promise.race([lookUp(host), late]);
  } finally {
    giveUp.abort();
  }
}

async function explain(error: unknown, host: string, online: () => Promise<boolean>): Promise<unknown> {
  const code = codeOf(error);
  const missing = code === 'ENOTFOUND' || code === 'ENODATA' || code === 'EAI_NONAME';
  const unanswered = code === 'EAI_AGAIN' || code === 'ESERVFAIL' || code === 'ETIMEOUT' || code === 'ECONNREFUSED';
  const late = error instanceof TransportFailure;
  if (!missing && !unanswered && !late) {
    return code.startsWith('E') ? new TransportFailure('dns-unavailable', `${host}: ${code}`, error) : error;
  }
  if (!(await online())) return new TransportFailure('offline', code, error);
  if (missing) return new TransportFailure('dns-not-found', host, error);
  return late ? error : new TransportFailure('dns-unavailable', `${host}: ${code}`, error);
}

/** Whether any control name resolves now. */
function createOnlineCheck(options: ResolverOptions): () => Promise<boolean> {
  let last: { at: number; answer: Promise<boolean> } | null = null;
  async function ask(): Promise<boolean> {
    const answers = await Promise.allSettled(options.controlHosts.map((host) => withTimeout(options, host)));
    return answers.some((answer) => answer.status === 'fulfilled' && answer.value.length > 0);
  }
  return () => {
    const now = options.clock.now();
    if (last === null || now - last.at > controlMs) last = { at: now, answer: ask() };
    return last.answer;
  };
}
