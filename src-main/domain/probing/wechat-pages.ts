import { plainHost } from './hosts.ts';
import { findPhrase, squash } from './phrases.ts';
import type { ProbePack, WechatOutcome, WechatPage } from './probe-pack.ts';

/** Which of WeChat's own pages an address is; look-alike hosts are none. Only https on the default port counts. */
export function wechatPageAt(address: string, pack: ProbePack): WechatPage | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '') return null;
  const host = plainHost(url.hostname);
  return (
    pack.wapredirect.pages.find(
      (page) => page.hosts.includes(host) && url.pathname === page.path && hasParameter(url, page.parameter),
    ) ?? null
  );
}

function hasParameter(url: URL, wanted: WechatPage['parameter']): boolean {
  if (!wanted) return true;
  return (url.searchParams.get(wanted.name) ?? '').startsWith(wanted.startsWith);
}

export interface NoticeReading {
  outcome: WechatOutcome | null;
  /** Id of the reason the notice gives. */
  cause: string | null;
  phrases: string[];
}

/** What the words of a WeChat notice say. */
export function readNotice(text: string, pack: ProbePack): NoticeReading {
  const squashed = squash(text);
  const found = pack.wapredirect.phrases.filter((phrase) => findPhrase(squashed, phrase.text) >= 0);
  return {
    outcome: found.find((phrase) => phrase.outcome !== null)?.outcome ?? null,
    cause: found.find((phrase) => phrase.cause !== null)?.cause ?? null,
    phrases: found.map((phrase) => phrase.text),
  };
}

/** The outcome a `cgiData.type` stands for; null for a type this pack does not know. */
export function outcomeOfType(type: string, pack: ProbePack): WechatOutcome | null {
  return pack.wapredirect.types.find((entry) => entry.type === type)?.outcome ?? null;
}
