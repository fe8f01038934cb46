/** One thing to do against a host. */
export interface QueueItem {
  id: string;
  /** Where its first request goes. */
  host: string;
  /** Higher goes first. */
  priority: number;
}

export interface QueueLimits {
  /** Items at work at the same time. */
  concurrency: number;
  /** Of those, against one host. */
  perHost: number;
  /** Between two starts against one host, in milliseconds. */
  hostIntervalMs: number;
}

interface Lane<Item> {
  host: string;
  /** Highest priority last, so that taking one is cheap; within a priority the earlier item is nearer the end. */
  waiting: Item[];
  running: number;
  /** Earliest next start, in the clock's milliseconds. */
  nextAt: number;
  /** Stands in `ready` or `resting`. */
  queued: boolean;
}

/**
 * Decides what starts next; knows nothing of requests or timers. Higher priority first; within a priority hosts take
 * turns, so one host with a thousand links never holds up another.
 */
export class ProbeQueue<Item extends QueueItem> {
  readonly #limits: QueueLimits;
  readonly #lanes = new Map<string, Lane<Item>>();
  /** Lanes that may start, first come first served, by the priority of their next item. */
  readonly #ready = new Map<number, Lane<Item>[]>();
  /** Lanes that wait for their interval, the one that ends first in front. */
  readonly #resting: Lane<Item>[] = [];
  readonly #running = new Map<string, Lane<Item>>();
  #left = 0;

  constructor(items: readonly Item[], limits: QueueLimits) {
    this.#limits = limits;
    for (const item of items) this.#lane(item.host).waiting.push(item);
    for (const lane of this.#lanes.values()) {
      lane.waiting.reverse().sort((a, b) => a.priority - b.priority);
      this.#left += lane.waiting.length;
      this.#enqueue(lane, 0);
    }
  }

  /** Items neither started nor finished. */
  get waiting(): number {
    return this.#left;
  }

  get running(): number {
    return this.#running.size;
  }

  get done(): boolean {
    return this.#left === 0 && this.#running.size === 0;
  }

  /** The next item to start now; null when the limits leave nothing to start. Call until it returns null. */
  take(now: number): Item | null {
    if (this.#running.size >= this.#limits.concurrency) return null;
    this.#wake(now);
    const lane = this.#firstReady();
    const item = lane?.waiting.pop();
    if (!lane || !item) return null;
    lane.running += 1;
    lane.nextAt = now + this.#limits.hostIntervalMs;
    this.#left -= 1;
    this.#running.set(item.id, lane);
    this.#enqueue(lane, now);
    return item;
  }

  /** To be called once for every item taken, whatever came of it. */
  finish(id: string, now: number): void {
    const lane = this.#running.get(id);
    if (!lane) return;
    this.#running.delete(id);
    lane.running -= 1;
    this.#enqueue(lane, now);
  }

  /** When a host's interval ends and something may start; null when only a finished item can make room. */
  nextAt(): number | null {
    if (this.#running.size >= this.#limits.concurrency) return null;
    return this.#resting[0]?.nextAt ?? null;
  }

  #lane(host: string): Lane<Item> {
    const known = this.#lanes.get(host);
    if (known) return known;
    const lane: Lane<Item> = { host, waiting: [], running: 0, nextAt: 0, queued: false };
    this.#lanes.set(host, lane);
    return lane;
  }

  #enqueue(lane: Lane<Item>, now: number): void {
    const next = lane.waiting.at(-1);
    if (lane.queued || !next || lane.running >= this.#limits.perHost) return;
    lane.queued = true;
    if (lane.nextAt > now) this.#rest(lane);
    else this.#readyAt(next.priority).push(lane);
  }

  /** Intervals end nearly in the order they begin, so the place is found near the back. */
  #rest(lane: Lane<Item>): void {
    const before = this.#resting.findLastIndex(({ nextAt }) => nextAt <= lane.nextAt);
    this.#resting.splice(before + 1, 0, lane);
  }

  #readyAt(priority: number): Lane<Item>[] {
    const known = this.#ready.get(priority);
    if (known) return known;
    const lanes: Lane<Item>[] = [];
    this.#ready.set(priority, lanes);
    return lanes;
  }

  #wake(now: number): void {
    let rested = 0;
    while ((this.#resting[rested]?.nextAt ?? Number.POSITIVE_INFINITY) <= now) rested += 1;
    for (const lane of this.#resting.splice(0, rested)) {
      lane.queued = false;
      this.#enqueue(lane, now);
    }
  }

  #firstReady(): Lane<Item> | null {
    let best: number | null = null;
    for (const [priority, lanes] of this.#ready) {
      if (lanes.length > 0 && (best === null || priority > best)) best = priority;
    }
    const lane = best === null ? null : (this.#ready.get(best)?.shift() ?? null);
    if (lane) lane.queued = false;
    return lane;
  }
}
