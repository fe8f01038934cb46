import type { ClassifiedPart } from '#contract/links';
import { classifyText } from '#domain/links/classify';
import { earning } from '#domain/links/earning';
import { lifecycleFacts } from '#domain/links/lifecycle';
import type { Judge } from '#domain/openability/judge';
import type { OwnIdentity } from '../catalog/derive-links.ts';

/**
 * Takes a text apart and judges every link in it. Nothing is known of these links but their text, so neither an issue
 * day nor a coupon can end them.
 */
export function classifyForSurface(
  text: string,
  surface: string,
  judge: Judge,
  identity: OwnIdentity,
): ClassifiedPart[] {
  return classifyText(text).map((part) => {
    const money = earning(part, { ...identity, source: 'other' });
    const lifecycle = lifecycleFacts(part, {
      issuedOn: null,
      couponEndsOn: null,
      fromField: null,
      couponLeft: null,
      couponSeenOn: null,
    });
    return {
      kind: part.kind,
      value: part.value,
      start: part.start,
      end: part.end,
      itemId: part.itemId,
      pid: part.pid,
      relationId: part.relationId,
      certainty: part.certainty,
      earns: money.earns,
      owner: money.owner,
      earnsReason: money.reason,
      validDays: part.validDays,
      verdict: judge.judge({ kind: part.kind, host: part.host }, surface, { lifecycle, probes: [], devices: [] }),
    };
  });
}
