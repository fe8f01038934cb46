import type { MessageParams } from '#contract/messages/format-message';
import type { ProbeSignalId } from '#contract/messages/probe-messages';
import type { CalendarDay } from '../links/calendar-day.ts';
import type { LinkKind } from '../links/link-kinds.ts';
import type { Outcome } from './outcomes.ts';

/** A link as the judge sees it. */
export interface JudgedLink {
  kind: LinkKind;
  /** Host of its address, for records that hold for one kind and domain; null for 口令 without a link. */
  host: string | null;
  /** Link classes known from elsewhere (a landing page without ICP filing, one that breaks the rules …). */
  extraClasses?: readonly string[];
}

/** Something that ends the link's life; the sentence is `openability.lifecycle.<code>`. */
export interface LifecycleFact {
  code: 'expired' | 'coupon-over' | 'coupon-used-up' | 'dead-domain';
  /** First day on which it is dead. */
  deadFrom: CalendarDay;
  /** Day the fact was learned (import, TOP); null when it follows from the link itself. */
  knownOn: CalendarDay | null;
}

/** One answer of a probe about exactly this link. */
export interface ProbeEvidence {
  id: string;
  /** Probe of the pack: `wapredirect`, `direct`, `resolve`. */
  probe: string;
  /** Reason code of the probe; its sentence is in contract/messages/probe-messages. */
  result: string;
  /** null: nothing against what policy says. `unknown`: what was met could not be read. */
  outcome: Outcome | null;
  /** `article-jump`: met in WeChat's article jump only; `every-surface`: a sanction or a page's death, wherever opened. */
  scope: 'article-jump' | 'every-surface';
  /** ISO instant. */
  checkedAt: string;
  params: MessageParams;
  /** Ways the page behaves that WeChat's rules name, whatever the outcome. */
  signals?: readonly PageBehaviour[];
}

export interface PageBehaviour {
  /** Its sentence is in contract/messages/probe-messages `probeSignalMessages`. */
  id: ProbeSignalId;
  /** Clause of 《微信外部链接内容管理规范》; null when it is not confirmed. */
  clause: string | null;
  strength: 'clear' | 'suspected';
  /** What it was seen by. */
  evidence: readonly { name: string; value: string }[];
}

/** What a person saw on a phone. */
export interface DeviceEvidence {
  id: string;
  /** `link`: this very link; `kind`: a link of the same kind and host stands for all of them. */
  scope: 'link' | 'kind';
  kind: LinkKind;
  host: string | null;
  surface: string;
  outcome: Outcome;
  /** ISO instant. */
  checkedAt: string;
  /** Model and system as the person noted them. */
  device: string;
  wechatVersion: string;
}

/** Everything known about one link beside policy. */
export interface LinkEvidence {
  lifecycle: readonly LifecycleFact[];
  probes: readonly ProbeEvidence[];
  /** May hold records of other kinds and surfaces; those that do not apply are ignored. */
  devices: readonly DeviceEvidence[];
}
