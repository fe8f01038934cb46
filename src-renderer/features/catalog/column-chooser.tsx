import { ArrowDownOutlined, ArrowUpOutlined, ProductOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { type CatalogColumnKey, catalogColumnKeys } from '#contract/catalog-choices';
import { defaultSettings } from '#contract/default-settings';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Which columns the list shows and in what order; kept for the next time. */
export function ColumnChooser(): ReactNode {
  const { t } = useTranslator();
  return (
    <Popover trigger="click" placement="bottomLeft" arrow={false} destroyOnHidden content={<Columns />}>
      <Button icon={<ProductOutlined />}>{t('catalog.columns')}</Button>
    </Popover>
  );
}

function Columns(): ReactNode {
  const { t } = useTranslator();
  const { settings } = useServices();
  const { catalogColumns } = useSettings();
  // A box shows its tick at once, not only when it is saved.
  const [chosen, setChosen] = useState(catalogColumns);
  const { run } = useAction();
  const keep = (next: CatalogColumnKey[]): void => {
    setChosen(next);
    run(() => settings.getState().change({ catalogColumns: next }));
  };
  const move = (key: CatalogColumnKey, by: 1 | -1): void => {
    const rest = chosen.filter((each) => each !== key);
    const at = chosen.indexOf(key) + by;
    keep([...rest.slice(0, at), key, ...rest.slice(at)]);
  };
  const hidden = catalogColumnKeys.filter((key) => !chosen.includes(key));
  return (
    <section className="column-chooser" aria-label={t('catalog.columns')}>
      <ul>
        {[...chosen, ...hidden].map((key) => {
          const at = chosen.indexOf(key);
          const name = t(`catalog.column.${key}`);
          return (
            <li key={key}>
              <Checkbox
                checked={at >= 0}
                onChange={({ target }) =>
                  keep(target.checked ? [...chosen, key] : chosen.filter((each) => each !== key))
                }
              >
                {name}
              </Checkbox>
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined />}
                disabled={at <= 0}
                aria-label={t('catalog.columns.forward', { name })}
                onClick={() => move(key, -1)}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined />}
                disabled={at < 0 || at === chosen.length - 1}
                aria-label={t('catalog.columns.back', { name })}
                onClick={() => move(key, 1)}
              />
            </li>
          );
        })}
      </ul>
      <Button size="small" type="text" onClick={() => keep(defaultSettings.catalogColumns)}>
        {t('catalog.columns.restore')}
      </Button>
    </section>
  );
}
