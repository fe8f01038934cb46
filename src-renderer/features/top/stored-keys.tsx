import { App, Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import type { TopKeyStatus } from '#contract/top';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import type { Tone } from '../../theme/status-colors.ts';
import { DataList } from '../../ui/data-list.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { useAction } from '../../ui/use-action.ts';
import { KeyTest } from './key-test.tsx';
import { UnlockForm } from './unlock-form.tsx';

const tones: Record<Exclude<TopKeyStatus['state'], 'none'>, Tone> = {
  open: 'good',
  locked: 'warn',
  'out-of-reach': 'bad',
};

interface StoredKeysProps {
  status: TopKeyStatus;
  onStatus(status: TopKeyStatus): void;
  onChange(): void;
}

/** The keys there are, as far as they may be shown, and what can be done with them. */
export function StoredKeys({ status, onStatus, onChange }: StoredKeysProps): ReactNode {
  const { t, locale } = useTranslator();
  const { message } = App.useApp();
  const { transport } = useServices();
  const { busy, run } = useAction();
  const { state, stored } = status;
  if (!stored || state === 'none') return null;
  const forget = (): void =>
    run(async () => {
      onStatus(await transport.call('top.forget', {}));
      void message.success(t('top.forgotten'));
    });
  return (
    <div className="stack">
      <DataList
        rows={[
          [
            t('top.appKey'),
            <span key="hint" className="top-hint">
              <span className="mono">{stored.appKeyHint}</span>
              <ToneTag tone={tones[state]}>{t(`top.state.${state}`)}</ToneTag>
            </span>,
          ],
          [
            t('top.pid'),
            <span key="pid" className="mono">
              {stored.pid}
            </span>,
          ],
          [t('top.relationId'), stored.relationId],
          [t('top.signMethod'), stored.signMethod === 'hmac' ? 'hmac-md5' : stored.signMethod],
          [t('top.protection'), t(`top.protection.${stored.protection}`)],
          [t('top.savedAt'), shortTime(stored.savedAt, locale)],
        ]}
      />
      {state === 'locked' ? <UnlockForm onUnlocked={onStatus} /> : null}
      {state === 'out-of-reach' ? <p className="secondary">{t('top.outOfReach.text')}</p> : null}
      {state === 'open' ? <KeyTest /> : null}
      <div className="toolbar">
        <Button onClick={onChange}>{t('top.change')}</Button>
        <Popconfirm
          title={t('top.forget.sure')}
          okText={t('top.forget')}
          okButtonProps={{ danger: true }}
          onConfirm={forget}
        >
          <Button danger type="text" loading={busy}>
            {t('top.forget')}
          </Button>
        </Popconfirm>
      </div>
    </div>
  );
}
