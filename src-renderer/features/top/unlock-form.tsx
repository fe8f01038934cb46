import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { TopKeyStatus } from '#contract/top';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Opens the stored keys with the passphrase. */
export function UnlockForm({ onUnlocked }: { onUnlocked(status: TopKeyStatus): void }): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { busy, run } = useAction();
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      className="top-unlock"
      onSubmit={(event) => {
        event.preventDefault();
        run(async () => {
          const status = await transport.call('top.unlock', { passphrase });
          setPassphrase('');
          onUnlocked(status);
        });
      }}
    >
      <p className="secondary">{t('top.locked.text')}</p>
      <div className="toolbar">
        <Input.Password
          className="top-field"
          aria-label={t('top.passphrase')}
          placeholder={t('top.passphrase')}
          autoComplete="current-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={busy} disabled={passphrase === ''}>
          {t('top.unlock')}
        </Button>
      </div>
    </form>
  );
}
