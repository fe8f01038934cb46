import type { SkipReason } from '#contract/messages/check-messages';
import type { ProbeReason } from '#contract/messages/probe-messages';
import type { ProbeFacts } from '#domain/probing/probe-facts';

/** Failures that every further request of the run would meet as well; a proxy that cannot reach one site is none. */
const everywhere: ReadonlySet<ProbeReason> = new Set([
  'offline',
  'dns-unavailable',
  'fake-ip',
  'proxy-unreachable',
  'proxy-auth',
  'proxy-unsupported',
] as const);

/** In a row; a connection may hiccup. */
const patience = 6;

/**
 * Tells when asking on is pointless: without a connection two thousand links would each wait for their own time-out, and a
 * gateway that refuses is not asked a thousand times more.
 */
export class RunHealth {
  #network = { reason: 'offline' as ProbeReason, inRow: 0 };
  #gateway = { reason: 'gateway-unavailable' as ProbeReason, inRow: 0 };

  /** Why no link of the run can be asked about any more; null while the network works. */
  get networkDown(): SkipReason | null {
    return this.#network.inRow >= patience ? this.#network.reason : null;
  }

  /** Whether WeChat's gateway has stopped answering usefully. */
  get gatewayDown(): boolean {
    return this.#gateway.inRow >= patience;
  }

  note(facts: readonly ProbeFacts[]): void {
    for (const { probe, skipped, reason } of facts) {
      if (reason === 'cancelled') continue;
      if (everywhere.has(reason)) this.#network = { reason, inRow: this.#network.inRow + 1 };
      else this.#network.inRow = 0;
      if (probe !== 'wapredirect') continue;
      this.#gateway = { reason, inRow: skipped ? this.#gateway.inRow + 1 : 0 };
    }
  }
}
