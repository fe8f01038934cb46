import { AutoComplete, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { pidPattern } from '#contract/settings';
import { signMethods } from '#contract/top';
import type { SignMethod } from '#domain/top/sign-request';
import { useTranslator } from '../../i18n/locale.tsx';
import { useSettings } from '../../state/services.tsx';
import { SettingRow } from '../settings/setting-row.tsx';

/** As typed; nothing of it is secret. */
export interface TypedAccount {
  pid: string;
  relationId: string;
  signMethod: SignMethod;
}

interface AccountFieldsProps {
  account: TypedAccount;
  onChange(account: TypedAccount): void;
}

/** Whose promotion calls make, and how they are signed. */
export function AccountFields({ account, onChange }: AccountFieldsProps): ReactNode {
  const { t } = useTranslator();
  const { ownPids, ownRelationIds } = useSettings();
  const { pid, relationId, signMethod } = account;
  return (
    <>
      <SettingRow label={t('top.pid')} note={t('top.pid.note')}>
        {(id) => (
          <AutoComplete
            className="top-field"
            aria-labelledby={id}
            value={pid}
            onChange={(next: string) => onChange({ ...account, pid: next })}
            placeholder={t('top.pid.example')}
            {...(pid !== '' && !pidPattern.test(pid.trim()) ? { status: 'error' as const } : {})}
            options={ownPids.map((own) => ({
              value: own.pid,
              label: own.name === '' ? own.pid : `${own.pid} ${own.name}`,
            }))}
          />
        )}
      </SettingRow>
      <SettingRow label={t('top.relationId')} note={t('top.relationId.note')}>
        {(id) => (
          <AutoComplete
            className="top-field"
            aria-labelledby={id}
            value={relationId}
            onChange={(next: string) => onChange({ ...account, relationId: next })}
            options={ownRelationIds.map((value) => ({ value }))}
          />
        )}
      </SettingRow>
      <SettingRow label={t('top.signMethod')} note={t('top.signMethod.note')}>
        {(id) => (
          <Segmented<SignMethod>
            aria-labelledby={id}
            value={signMethod}
            onChange={(next) => onChange({ ...account, signMethod: next })}
            options={[...signMethods]
              .reverse()
              .map((value) => ({ value, label: value === 'hmac' ? 'hmac-md5' : value }))}
          />
        )}
      </SettingRow>
    </>
  );
}
