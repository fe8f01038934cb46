import { Button, type RefSelectProps, Select } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CatalogFilter } from '#contract/catalog';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';

interface MatchSelectProps {
  /** The product it goes to; null: a draft. */
  into: string | null;
  disabled: boolean;
  /** @param title of the product chosen; null when it is to be a draft */
  onChange(into: string | null, title: string | null): void;
}

const offered = 20;

/** Says that the product is one of the catalog after all, or that it is not. */
export function MatchSelect({ into, disabled, onChange }: MatchSelectProps): ReactNode {
  const { t } = useTranslator();
  const [choosing, setChoosing] = useState(false);
  if (into !== null) {
    return (
      <Button size="small" type="link" disabled={disabled} onClick={() => onChange(null, null)}>
        {t('paste.unmatch')}
      </Button>
    );
  }
  if (!choosing) {
    return (
      <Button size="small" type="link" disabled={disabled} onClick={() => setChoosing(true)}>
        {t('paste.chooseMatch')}
      </Button>
    );
  }
  return (
    <ProductSelect
      onChoose={(id, title) => {
        setChoosing(false);
        onChange(id, title);
      }}
      onClose={() => setChoosing(false)}
    />
  );
}

function ProductSelect({
  onChoose,
  onClose,
}: {
  onChoose(id: string, title: string): void;
  onClose(): void;
}): ReactNode {
  const { t } = useTranslator();
  const [search, setSearch] = useState('');
  const filter: CatalogFilter = search.trim() === '' ? {} : { search };
  const { data } = useRemote('catalog.query', {
    filter,
    sort: { by: 'newest', descending: true },
    offset: 0,
    limit: offered,
  });
  const items = data?.items ?? [];
  const box = useRef<RefSelectProps>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Select
      ref={box}
      defaultOpen
      showSearch={{ filterOption: false, onSearch: setSearch }}
      size="small"
      className="match-select"
      aria-label={t('paste.chooseMatch')}
      placeholder={t('paste.searchProduct')}
      options={items.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(id: string) => onChoose(id, items.find((item) => item.id === id)?.title ?? id)}
      onBlur={onClose}
    />
  );
}
