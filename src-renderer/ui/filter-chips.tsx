import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../i18n/locale.tsx';
import './filters.css';

interface FilterChipsProps<Key extends string> {
  parts: readonly { key: Key; label: string }[];
  onRemove(key: Key): void;
  /** Takes all parts away. */
  onClear(): void;
}

/** What a list is narrowed down to; each part can be taken away on its own. */
export function FilterChips<Key extends string>({ parts, onRemove, onClear }: FilterChipsProps<Key>): ReactNode {
  const { t } = useTranslator();
  if (parts.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label={t('filter.active')}>
      {parts.map(({ key, label }) => (
        <li key={key}>
          <span className="one-line">{label}</span>
          <button type="button" aria-label={t('filter.remove', { part: label })} onClick={() => onRemove(key)}>
            <CloseOutlined />
          </button>
        </li>
      ))}
      <li className="chips-clear">
        <Button type="link" size="small" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      </li>
    </ul>
  );
}
