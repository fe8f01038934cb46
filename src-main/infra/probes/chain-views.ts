import { compareViews, type ViewComparison } from '#domain/probing/compare-views';
import type { Chain } from '#domain/probing/hop';
import { nextPage, type PageReading, readLanding } from '#domain/probing/jumps';
import { createScriptReader } from '#domain/probing/page/known-scripts';
import { type PageView, viewChain } from '#domain/probing/page-view';
import type { ProbePack } from '#domain/probing/probe-pack';
import { type FollowRequest, followChain } from './http/follow-chain.ts';
import type { HttpClient } from './http/http-client.ts';

/** The two user agents a link is asked for with. */
export type Viewer = keyof ProbePack['userAgents'];

/** Browsers give up at 20; a chain this long opens nowhere in practice. */
const maxHops = 12;
const pageBytes = 1_048_576;

/** Chains of requests and what their last pages show. */
export class ChainViews {
  readonly #client: HttpClient;
  readonly #pack: ProbePack;
  readonly #readScript = createScriptReader();

  constructor(client: HttpClient, pack: ProbePack) {
    this.#client = client;
    this.#pack = pack;
  }

  /** One request; a redirect is reported, not followed. */
  once(url: string, as: Viewer, signal?: AbortSignal): Promise<Chain> {
    return this.#follow({ url, maxHops: 1, findPageJump: null, redirects: 'report' }, as, signal);
  }

  /** Through redirects and the jumps pages make by themselves. */
  async whole(url: string, as: Viewer, signal?: AbortSignal): Promise<Chain> {
    return (await this.view(url, as, signal)).chain;
  }

  async view(url: string, as: Viewer, signal?: AbortSignal): Promise<PageView> {
    let last: { at: string; html: string; reading: PageReading } | null = null;
    const read: typeof readLanding = (at, html, pack) => {
      if (last?.at !== at || last.html !== html)
        last = { at, html, reading: readLanding(at, html, pack, this.#readScript) };
      return last.reading;
    };
    const findPageJump = (at: string, html: string) => nextPage(at, read(at, html, this.#pack), this.#pack);
    const chain = await this.#follow({ url, maxHops, findPageJump, redirects: 'follow' }, as, signal);
    return viewChain(chain, this.#pack, read);
  }

  /**
   * Makes a comparison twice more with fresh answers. Null when either view does not even agree with itself: such a page
   * changes from moment to moment. Asked one after the other, in changing order, so that a page that alternates is found
   * out.
   */
  async compareAgain(
    url: string,
    first: Record<Viewer, PageView>,
    signal?: AbortSignal,
  ): Promise<ViewComparison | null> {
    let repeated: ViewComparison | null = null;
    for (const firstAsked of ['browser', 'wechat'] as const) {
      const again = { ...first };
      again[firstAsked] = await this.view(url, firstAsked, signal);
      const other = firstAsked === 'browser' ? 'wechat' : 'browser';
      again[other] = await this.view(url, other, signal);
      if (!this.#isSteady(first.wechat, again.wechat) || !this.#isSteady(first.browser, again.browser)) return null;
      repeated = compareViews(again.wechat, again.browser, this.#pack);
    }
    return repeated;
  }

  #isSteady(one: PageView, other: PageView): boolean {
    return compareViews(one, other, this.#pack).verdict === 'same';
  }

  #follow(request: Omit<FollowRequest, 'userAgent' | 'pageBytes'>, as: Viewer, signal?: AbortSignal): Promise<Chain> {
    const userAgent = this.#pack.userAgents[as].value;
    return followChain(this.#client, { ...request, userAgent, pageBytes }, signal);
  }
}
