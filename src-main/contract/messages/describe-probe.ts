import { fillMessage, type Locale, type MessageParams } from './format-message.ts';
import {
  isProbeCause,
  type ProbeReason,
  probeCauseMessages,
  probeDifferenceMessages,
  probeMessages,
  type ProbeSignalId,
  probeSignalMessages,
} from './probe-messages.ts';

/** What a probe found, as one text; WeChat's reason for a restriction is added when its notice names one. */
export function describeProbe(reason: ProbeReason, params: MessageParams, locale: Locale): string {
  const sentence = fillMessage(probeMessages[reason], params, locale).trim();
  const { cause } = params;
  if (typeof cause !== 'string' || !isProbeCause(cause)) return sentence;
  const why = fillMessage(probeCauseMessages[cause], {}, locale);
  return locale === 'en' ? `${sentence} Reason: ${why}.` : `${sentence}原因：${why}。`;
}

interface DescribedSignal {
  id: ProbeSignalId;
  evidence: readonly { name: string; value: string }[];
}

/** One signal of a probe, with what it was seen by. */
export function describeProbeSignal({ id, evidence }: DescribedSignal, locale: Locale): string {
  const params: Record<string, string> = {};
  for (const { name, value } of evidence) params[name] ??= value;
  const scheme = params['scheme'];
  params['what'] = scheme === undefined ? (params['phrase'] ?? '') : `${scheme}://`;
  params['difference'] = differences(params['difference'] ?? '', locale);
  return fillMessage(probeSignalMessages[id], params, locale);
}

function differences(ids: string, locale: Locale): string {
  const known: Readonly<Record<string, { zh: string; en: string }>> = probeDifferenceMessages;
  const texts = ids.split(' ').flatMap((id) => (known[id] ? [fillMessage(known[id], {}, locale)] : []));
  return texts.join(locale === 'en' ? ', ' : '，');
}
