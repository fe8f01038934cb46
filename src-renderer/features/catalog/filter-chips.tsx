import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CatalogFilter } from '#contract/catalog';
import { useTranslator } from '../../i18n/locale.tsx';
import { filterParts, withoutPart } from './filter-parts.ts';

interface FilterChipsProps {
  filter: CatalogFilter;
  onChange(filter: CatalogFilter): void;
}

/** What the list is narrowed down to; each part can be taken away on its own. */
export function FilterChips({ filter, onChange }: FilterChipsProps): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const parts = filterParts(filter, translator);
  if (parts.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label={t('catalog.filter.active')}>
      {parts.map(({ key, label }) => (
        <li key={key}>
          <span className="one-line">{label}</span>
          <button
            type="button"
            aria-label={t('catalog.filter.remove', { part: label })}
            onClick={() => onChange(withoutPart(filter, key))}
          >
            <CloseOutlined />
          </button>
        </li>
      ))}
      <li className="chips-clear">
        <Button
          type="link"
          size="small"
          onClick={() => onChange(filter.search === undefined ? {} : { search: filter.search })}
        >
          {t('catalog.filter.clear')}
        </Button>
      </li>
    </ul>
  );
}
