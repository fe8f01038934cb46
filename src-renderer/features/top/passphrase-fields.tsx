import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { SettingRow } from '../settings/setting-row.tsx';

const shortestPassphrase = 8;

/** Takes a passphrase twice. @param onChange gets it, or null while it is too short or the two differ */
export function PassphraseFields({ onChange }: { onChange(passphrase: string | null): void }): ReactNode {
  const { t } = useTranslator();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const change = (one: string, other: string): void => {
    setFirst(one);
    setSecond(other);
    onChange(one.length >= shortestPassphrase && one === other ? one : null);
  };
  return (
    <SettingRow label={t('top.passphrase')} note={t('top.passphrase.note')}>
      {(id) => (
        <div className="top-field top-passphrase">
          <Input.Password
            aria-labelledby={id}
            autoComplete="new-password"
            value={first}
            onChange={({ target }) => change(target.value, second)}
          />
          <Input.Password
            aria-label={t('top.passphrase.again')}
            placeholder={t('top.passphrase.again')}
            autoComplete="new-password"
            value={second}
            onChange={({ target }) => change(first, target.value)}
          />
          {second !== '' && second !== first ? (
            <span className="stat-bad" role="alert">
              {t('top.passphrase.differs')}
            </span>
          ) : null}
        </div>
      )}
    </SettingRow>
  );
}
