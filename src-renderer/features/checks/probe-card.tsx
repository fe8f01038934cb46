import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { ProbeRecord } from '#contract/checks';
import { probeMeanings } from '#contract/messages/check-messages';
import { describeProbe, describeProbeSignal } from '#contract/messages/probe-messages';
import type { ProbeAnswer } from '#domain/checking/probe-answer';
import { useTranslator } from '../../i18n/locale.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { HopList } from './hop-list.tsx';
import { SeenItems } from './seen-items.tsx';

/** What one answer means for the verdict: an outcome, nothing against the link, or nothing learned. */
export function AnswerTag({ answer }: { answer: ProbeAnswer }): ReactNode {
  const { t } = useTranslator();
  const { skipped, outcome, probe, reason } = answer;
  if (skipped) return <ToneTag tone="open">{t('evidence.skipped')}</ToneTag>;
  if (outcome !== null) return <OutcomeTag outcome={outcome} />;
  if (reason === 'page-opened') return <ToneTag tone="neutral">{t('evidence.pageOpened')}</ToneTag>;
  if (probe === 'resolve') return <ToneTag tone="neutral">{t('evidence.resolved')}</ToneTag>;
  return (
    <ToneTag tone="neutral">{t(probe === 'wapredirect' ? 'evidence.nothingAgainst' : 'evidence.notSeen')}</ToneTag>
  );
}

/** One probe's newest answer as a chain a person can read, with what it cannot show. */
export function ProbeCard({ answer }: { answer: ProbeRecord }): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { name, asks, limits } = probeMeanings[answer.probe];
  return (
    <article className="probe-card">
      <header>
        <strong>{pick(name)}</strong>
        <AnswerTag answer={answer} />
        <span className="toolbar-space" />
        <time className="faint tabular" dateTime={answer.checkedAt}>
          {shortTime(answer.checkedAt, locale)}
        </time>
      </header>
      <p>{describeProbe(answer.reason, answer.params, locale)}</p>
      <ProbeDetails answer={answer} />
      <p className="secondary probe-asks">
        <strong>{t('evidence.asks')}</strong> {pick(asks)}
      </p>
      <Alert
        type="info"
        title={
          <>
            <strong>{t('evidence.limits')}</strong> {pick(limits)}
          </>
        }
        className="probe-limits"
      />
      <p className="faint">{t('evidence.pack', { pack: answer.packVersion })}</p>
    </article>
  );
}

/** Requests, words and behaviour an answer was read from. */
export function ProbeDetails({ answer }: { answer: ProbeRecord }): ReactNode {
  const { t, locale } = useTranslator();
  return (
    <>
      {answer.signals.length === 0 ? null : (
        <ul className="probe-signals" aria-label={t('evidence.signals')}>
          {answer.signals.map((signal) => (
            <li key={signal.id}>
              <ToneTag tone="warn">
                {signal.clause === null ? t('evidence.signals') : t('evidence.clause', { clause: signal.clause })}
              </ToneTag>{' '}
              {describeProbeSignal(signal, locale)}
              {signal.strength === 'suspected' ? <span className="faint">（{t('evidence.suspected')}）</span> : null}
            </li>
          ))}
        </ul>
      )}
      {answer.hops.length === 0 ? (
        <p className="faint">{t('evidence.chain.gone')}</p>
      ) : (
        <details className="probe-chain" open>
          <summary>{t('evidence.chain', { n: answer.hops.length })}</summary>
          <HopList hops={answer.hops} />
        </details>
      )}
      <SeenItems evidence={answer.evidence} />
    </>
  );
}
