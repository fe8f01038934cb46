import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useRemote } from '../../../state/use-remote.ts';
import { useSettled } from '../../../ui/use-settled.ts';

interface ProductPickerProps {
  /** Null: the first one. */
  productId: string | null;
  onChange(id: string): void;
}

const offered = 30;
const searchPauseMs = 150;

/** Chooses the product a template is tried on; the arrows go through the list. */
export function ProductPicker({ productId, onChange }: ProductPickerProps): ReactNode {
  const { t } = useTranslator();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim(), searchPauseMs);
  const { data } = useRemote('catalog.query', {
    filter: search === '' ? {} : { search },
    sort: { by: 'newest', descending: true },
    offset: 0,
    limit: offered,
  });
  const products = data?.items ?? [];
  const at = productId === null ? 0 : products.findIndex(({ id }) => id === productId);
  const step = (by: number): void => {
    const next = products[(at + by + products.length) % products.length];
    if (next) onChange(next.id);
  };
  if (data && products.length === 0 && search === '') return <p className="secondary">{t('templates.noProducts')}</p>;
  return (
    <div className="product-picker">
      <Button
        icon={<LeftOutlined />}
        aria-label={t('templates.previousProduct')}
        disabled={products.length < 2}
        onClick={() => step(-1)}
      />
      <Select
        aria-label={t('templates.product')}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        value={productId ?? products[0]?.id ?? null}
        onChange={(id) => id !== null && onChange(id)}
        options={products.map(({ id, title }) => ({ value: id, label: title }))}
        placeholder={t('templates.product')}
      />
      <Button
        icon={<RightOutlined />}
        aria-label={t('templates.nextProduct')}
        disabled={products.length < 2}
        onClick={() => step(1)}
      />
    </div>
  );
}
