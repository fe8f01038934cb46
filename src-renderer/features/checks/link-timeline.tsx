import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { probeMeanings } from '#contract/messages/check-messages';
import { describeProbe } from '#contract/messages/probe-messages';
import type { SurfaceId } from '#contract/surfaces';
import type { ProbeStretch, TimelineEntry } from '#domain/checking/link-timeline';
import type { DeviceEvidence } from '#domain/openability/evidence';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { AnswerTag, ProbeDetails } from './probe-card.tsx';

/** When the link turned and why, newest first. */
export function LinkTimeline({ entries }: { entries: readonly TimelineEntry[] }): ReactNode {
  const { t } = useTranslator();
  if (entries.length === 0) return <p className="faint">{t('evidence.timeline.none')}</p>;
  return (
    <ol className="link-timeline">
      {entries.map((entry) => (
        <li key={entry.type === 'probe' ? `probe-${entry.answer.id}` : entry.record.id}>
          {entry.type === 'probe' ? <Stretch stretch={entry} /> : <DeviceLine record={entry.record} />}
        </li>
      ))}
    </ol>
  );
}

function Moment({ at }: { at: string }): ReactNode {
  const { locale } = useTranslator();
  return (
    <time className="tabular secondary" dateTime={at}>
      {shortTime(at, locale)}
    </time>
  );
}

function Stretch({ stretch: { answer, since, times, turnedFrom } }: { stretch: ProbeStretch }): ReactNode {
  const { t, pick, locale } = useTranslator();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="timeline-line">
        <Moment at={answer.checkedAt} />
        <AnswerTag answer={answer} />
        <span>{pick(probeMeanings[answer.probe].name)}</span>
        {times > 1 ? (
          <span className="faint">{t('evidence.timeline.since', { since: shortTime(since, locale), times })}</span>
        ) : null}
      </p>
      <p>{describeProbe(answer.reason, answer.params, locale)}</p>
      {turnedFrom === null ? null : (
        <p className="secondary">
          {t('evidence.timeline.before', { text: describeProbe(turnedFrom.reason, turnedFrom.params, locale) })}
        </p>
      )}
      {open ? (
        <StoredAnswer answerId={answer.id} />
      ) : (
        <Button type="link" size="small" className="timeline-more" onClick={() => setOpen(true)}>
          {t('evidence.timeline.chain')}
        </Button>
      )}
    </>
  );
}

function StoredAnswer({ answerId }: { answerId: number }): ReactNode {
  const { data, error, reload } = useRemote('checks.answer', { answerId });
  if (data) return <ProbeDetails answer={data} />;
  return error ? <ErrorNotice error={error} onRetry={reload} /> : null;
}

function DeviceLine({ record }: { record: DeviceEvidence }): ReactNode {
  const { t } = useTranslator();
  const { checkedAt, outcome, surface, device, wechatVersion } = record;
  return (
    <p className="timeline-line">
      <Moment at={checkedAt} />
      <OutcomeTag outcome={outcome} />
      <span>
        {t('evidence.timeline.device')} · {t(`surface.${surface as SurfaceId}`)}
      </span>
      <span className="faint">{[device, wechatVersion].filter((part) => part !== '').join(' · ')}</span>
    </p>
  );
}
