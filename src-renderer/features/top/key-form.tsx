import { App, Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { pidPattern } from '#contract/settings';
import type { TopKeyStatus } from '#contract/top';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import { SettingRow } from '../settings/setting-row.tsx';
import { AccountFields, type TypedAccount } from './account-fields.tsx';
import { PassphraseFields } from './passphrase-fields.tsx';

interface KeyFormProps {
  status: TopKeyStatus;
  onSaved(status: TopKeyStatus): void;
  /** Null when there is nothing to go back to. */
  onCancel: (() => void) | null;
}

/** Takes the keys once; they are encrypted at once and never come back to the page. */
export function KeyForm({ status: { stored, newProtection }, onSaved, onCancel }: KeyFormProps): ReactNode {
  const { t } = useTranslator();
  const { message } = App.useApp();
  const { transport } = useServices();
  const { ownPids } = useSettings();
  const { busy, run } = useAction();
  const [appKey, setAppKey] = useState('');
  const [secret, setSecret] = useState('');
  const [account, setAccount] = useState<TypedAccount>({
    pid: stored?.pid ?? ownPids[0]?.pid ?? '',
    relationId: stored?.relationId ?? '',
    signMethod: stored?.signMethod ?? 'hmac-sha256',
  });
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const pid = account.pid.trim();
  const isProtected = newProtection === 'system' || passphrase !== null;
  const isComplete = appKey.trim() !== '' && secret.trim() !== '' && pidPattern.test(pid) && isProtected;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const { signMethod } = account;
    const relationId = account.relationId.trim() === '' ? null : account.relationId.trim();
    run(async () => {
      const keys = { appKey: appKey.trim(), secret: secret.trim(), pid, relationId, signMethod, passphrase };
      onSaved(await transport.call('top.save', keys));
      void message.success(t('top.saved'));
    });
  }

  return (
    <form onSubmit={submit} autoComplete="off">
      <SettingRow label={t('top.appKey')}>
        {(id) => (
          <Input
            className="top-field"
            aria-labelledby={id}
            value={appKey}
            onChange={({ target }) => setAppKey(target.value)}
          />
        )}
      </SettingRow>
      <SettingRow label={t('top.secret')} note={t('top.secret.note')}>
        {(id) => (
          <Input.Password
            className="top-field"
            aria-labelledby={id}
            autoComplete="off"
            value={secret}
            onChange={({ target }) => setSecret(target.value)}
          />
        )}
      </SettingRow>
      <AccountFields account={account} onChange={setAccount} />
      {newProtection === 'passphrase' ? (
        <PassphraseFields onChange={setPassphrase} />
      ) : (
        <p className="secondary">{t('top.system.note')}</p>
      )}
      <div className="toolbar top-save">
        <Button type="primary" htmlType="submit" loading={busy} disabled={!isComplete}>
          {t('top.save')}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('common.cancel')}</Button> : null}
      </div>
    </form>
  );
}
