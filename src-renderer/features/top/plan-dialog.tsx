import { Button, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ProductSelection } from '#contract/catalog';
import { topActionNames } from '#contract/messages/top-names';
import { mostTopProducts, type TopAction, topActions, type TopPlan } from '#contract/top-runs';
import type { TopKeyStatus } from '#contract/top';
import { type Translator, useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { refusalText } from './refusal-text.ts';
import { UnlockForm } from './unlock-form.tsx';
import { useTopKeys } from './use-top-keys.ts';
import './top.css';

interface PlanDialogProps {
  products: ProductSelection;
  /** Null while unknown. */
  count: number | null;
  onClose(): void;
  onStarted(runId: number): void;
}

/** What to do with some products, and what that would ask and send, before anything is. */
export function PlanDialog({ products, count, onClose, onStarted }: PlanDialogProps): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { transport } = useServices();
  const { busy, run } = useAction();
  const { status, set } = useTopKeys();
  const [action, setAction] = useState<TopAction>('refresh');
  const { data: plan, error, loading, reload } = useRemote('top.plan', { action, products });
  const canStart = status?.state === 'open' && plan !== null && plan.asked > 0 && !loading;
  return (
    <Modal
      open
      width={600}
      title={t('top.plan.title', { n: count === null ? '…' : count.toLocaleString(locale) })}
      onCancel={onClose}
      okText={t('top.plan.start')}
      okButtonProps={{ disabled: !canStart, loading: busy }}
      onOk={() => run(async () => onStarted((await transport.call('top.start', { action, products })).id))}
    >
      <div className="stack">
        <Radio.Group
          className="top-actions"
          value={action}
          onChange={(event) => setAction(event.target.value as TopAction)}
        >
          {topActions.map((value) => (
            <Radio key={value} value={value}>
              {pick(topActionNames[value])}
              <p className="secondary">{t(`top.action.${value}.note`)}</p>
            </Radio>
          ))}
        </Radio.Group>
        {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
        {plan ? <PlanText plan={plan} action={action} /> : null}
        {status ? <Keys status={status} onStatus={set} /> : null}
      </div>
    </Modal>
  );
}

function duration(seconds: number, { t }: Translator): string {
  return seconds < 90
    ? t('top.plan.seconds', { n: Math.max(1, seconds) })
    : t('top.plan.minutes', { n: Math.round(seconds / 60) });
}

function PlanText({ plan, action }: { plan: TopPlan; action: TopAction }): ReactNode {
  const translator = useTranslator();
  const { t, locale } = translator;
  const counted = (value: number): string => value.toLocaleString(locale);
  const time = duration(plan.seconds, translator);
  return (
    <div className="top-plan" role="status">
      <p>
        {plan.asked === 0
          ? t('top.plan.nothing')
          : t('top.plan.asked', { n: counted(plan.asked), calls: counted(plan.calls), time })}
      </p>
      {plan.skipped.map(({ refusal, products }) => (
        <p key={refusal.reason} className="secondary">
          {t('top.plan.skipped', { n: counted(products) })}
          {refusalText(refusal, locale)}
        </p>
      ))}
      {plan.left > 0 ? (
        <p className="stat-warn">{t('top.plan.left', { n: counted(plan.left), most: counted(mostTopProducts) })}</p>
      ) : null}
      <p className="secondary">{t('top.plan.sends', { what: t(`top.sent.${action}`) })}</p>
      <p className="secondary">{t('top.plan.kept')}</p>
    </div>
  );
}

/** Where the keys stand in the way: none, locked, or out of reach. */
function Keys({ status, onStatus }: { status: TopKeyStatus; onStatus(status: TopKeyStatus): void }): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  if (status.state === 'open') return null;
  if (status.state === 'locked') return <UnlockForm onUnlocked={onStatus} />;
  return (
    <div className="toolbar">
      <span className="stat-warn">{t(status.state === 'none' ? 'top.plan.noKeys' : 'top.outOfReach.text')}</span>
      <Button type="link" onClick={() => route.getState().go('settings')}>
        {t('top.plan.toSettings')}
      </Button>
    </div>
  );
}
