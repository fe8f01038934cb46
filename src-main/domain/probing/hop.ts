import type { NetworkFailure } from './network-failure.ts';

/** How a chain came to an address. */
export type HopVia = 'start' | 'redirect' | 'meta-refresh' | 'script';

/** One request of a chain, as a person reads it later. */
export interface Hop {
  url: string;
  via: HopVia;
  /** Null when no answer came. */
  status: number | null;
  /** The headers that matter for reading the chain, by lower-case name. */
  headers: Record<string, string>;
  /** From the start of the request to its end, in milliseconds. */
  ms: number;
  /** The address the connection was made to; null through a proxy or without a connection. */
  address: string | null;
  failure: NetworkFailure | null;
}

/** Where a chain ended. */
export type ChainEnd =
  /** An answer that is not a redirect. `text` is null when the body is not text and was not read. */
  | {
      kind: 'page';
      url: string;
      status: number;
      headers: Record<string, string>;
      text: string | null;
      truncated: boolean;
    }
  /** A jump to something that is not http(s), such as `taobao://…`. */
  | { kind: 'scheme'; url: string; via: HopVia }
  | { kind: 'failure'; url: string; failure: NetworkFailure };

export interface Chain {
  hops: Hop[];
  end: ChainEnd;
}
