import type { JobKind, JobSnapshot } from '#contract/jobs';

interface Dependencies {
  /** Starts a scan job. */
  start(): Promise<JobSnapshot>;
  /** A job by its id. */
  get(id: string): JobSnapshot;
  /** Products that were not judged by the rules in force. */
  unscanned(): number;
}

/**
 * Keeps the catalog judged by the rules in force, with one scan at a time. A running scan takes changes of rules and
 * lists in by itself; products that come in behind it are picked up when it is done.
 */
export class ScanScheduler {
  readonly #deps: Dependencies;
  /** The scan that runs, from the moment it is asked for. */
  #scan: Promise<JobSnapshot> | null = null;
  #again = false;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Products that the rules in force have not judged yet. */
  unscanned(): number {
    return this.#deps.unscanned();
  }

  /** Something changed that findings depend on: scans unless nothing is left to judge. */
  async request(): Promise<void> {
    if (this.#scan !== null) this.#again = true;
    else if (this.#deps.unscanned() > 0) await this.scan();
  }

  /** The running scan, or a new one. */
  async scan(): Promise<JobSnapshot> {
    if (this.#scan !== null) return this.#deps.get((await this.#scan).id);
    this.#scan = this.#deps.start();
    try {
      return await this.#scan;
    } catch (error) {
      this.#scan = null;
      throw error;
    }
  }

  /** To be told of every job that ends. A scan the user stopped stays stopped until the next change. */
  async ended({ kind, state }: { kind: JobKind; state: JobSnapshot['state'] }): Promise<void> {
    if (kind !== 'scan') return;
    const again = this.#again && state === 'done';
    this.#scan = null;
    this.#again = false;
    if (again) await this.request();
  }
}
