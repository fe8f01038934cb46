import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { SettingRow } from './setting-row.tsx';

const relationId = /^\d{3,14}$/;

/** The user's own 渠道关系 ids; what is not one is not taken. */
export function RelationIds({ ids, onChange }: { ids: string[]; onChange(ids: string[]): void }): ReactNode {
  const { t } = useTranslator();
  return (
    <SettingRow label={t('settings.identity.relationIds')} note={t('settings.identity.relationIds.note')}>
      {(labelId) => (
        <Select
          mode="tags"
          aria-labelledby={labelId}
          value={ids}
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', '，', ' ', '、']}
          placeholder="2093148765"
          className="relation-ids"
          onChange={(next: string[]) => onChange(next.map((id) => id.trim()).filter((id) => relationId.test(id)))}
        />
      )}
    </SettingRow>
  );
}
