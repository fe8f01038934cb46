import type { MessageParams } from '#contract/messages/format-message';
import type { ProbeReason, ProbeSignalId } from '#contract/messages/probe-messages';
import type { LinkKind } from '../links/link-kinds.ts';
import type { Outcome } from '../openability/outcomes.ts';
import type { Hop } from './hop.ts';

export const probeIds = ['wapredirect', 'direct', 'resolve'] as const;

/** `wapredirect`: WeChat's public article jump; `direct`: the link itself, as WeChat and as a browser; `resolve`: where
 * a short link leads. */
export type ProbeId = (typeof probeIds)[number];

/** One thing that was seen, in the words it was seen in. */
export interface ProbeEvidence {
  name: string;
  value: string;
}

/** A way the page behaves that 《微信外部链接内容管理规范》 names, whatever the verdict. */
export interface ProbeSignal {
  id: ProbeSignalId;
  /** Clause number such as `3.2.3`; null when it is not confirmed. */
  clause: string | null;
  strength: 'clear' | 'suspected';
  evidence: ProbeEvidence[];
}

/** What a link opens, read from the end of its chain. `null` = not shown. */
export interface OpenedTarget {
  url: string;
  kind: LinkKind;
  itemId: string | null;
  /** The first pid any address of the chain shows. */
  pid: string | null;
  relationId: string | null;
  activityId: string | null;
  /** An address on the way is an affiliate link by its form: the sale is somebody's, whether or not a pid is shown. */
  affiliate: boolean;
}

/** The result of one probe of one link. JSON-safe; stored as evidence as it is. */
export interface ProbeFacts {
  probe: ProbeId;
  /** The address that was asked about. */
  url: string;
  /** Nothing was learned about the link: offline, proxy trouble, no usable answer from the gateway. Never dead, never OK. */
  skipped: boolean;
  /**
   * What the answer means for the verdict. `null`: nothing against what policy says (no block found, page opened).
   * `unknown`: policy's verdict cannot be relied on, because the page could not be loaded.
   */
  outcomeHint: Outcome | null;
  /** `article-jump`: seen only in WeChat's article-jump scene, so no proof for chats, groups or Moments. */
  appliesTo: 'every-surface' | 'article-jump';
  /** Its sentence is in contract/messages/probe-messages, filled with `params`. */
  reason: ProbeReason;
  params: MessageParams;
  signals: ProbeSignal[];
  hops: Hop[];
  evidence: ProbeEvidence[];
  /** What the landing page shows, then what it holds ready (share card, hidden layers), for the compliance engine. */
  textForReview: string | null;
  opened: OpenedTarget | null;
  /** ISO instant. */
  checkedAt: string;
  packVersion: string;
}
