import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { mostSavedViews, type SavedView } from '#contract/settings';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { CatalogView } from './catalog-view.ts';
import { filterParts } from './filter-parts.ts';

interface SavedViewsProps {
  view: CatalogView;
  onShow(view: CatalogView): void;
}

/** Filters and order of the list under names of the user's own. */
export function SavedViews({ view, onShow }: SavedViewsProps): ReactNode {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={
        <Views
          view={view}
          onShow={(shown) => {
            setOpen(false);
            onShow(shown);
          }}
        />
      }
    >
      <Button icon={<StarOutlined />} aria-expanded={open}>
        {t('catalog.views')}
      </Button>
    </Popover>
  );
}

function Views({ view, onShow }: SavedViewsProps): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const { settings } = useServices();
  const { catalogViews: views } = useSettings();
  const { run } = useAction();
  const [name, setName] = useState('');
  const keep = (next: SavedView[]): void => run(() => settings.getState().change({ catalogViews: next }));
  const save = (): void => {
    const trimmed = name.trim();
    if (trimmed === '') return;
    keep([...views.filter((each) => each.name !== trimmed), { name: trimmed, ...view }]);
    setName('');
  };
  const wordsOf = ({ filter }: SavedView): string =>
    [
      ...(filter.search === undefined ? [] : [`“${filter.search}”`]),
      ...filterParts(filter, translator).map(({ label }) => label),
    ].join(' · ');
  return (
    <section className="saved-views" aria-label={t('catalog.views')}>
      {views.length === 0 ? <p className="secondary">{t('catalog.views.none')}</p> : null}
      <ul>
        {views.map((each) => (
          <li key={each.name}>
            <button
              type="button"
              className="saved-view"
              onClick={() => onShow({ filter: each.filter, sort: each.sort })}
            >
              <span>{each.name}</span>
              <small className="secondary">{wordsOf(each)}</small>
            </button>
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('catalog.views.delete', { name: each.name })}
              onClick={() => keep(views.filter((other) => other !== each))}
            />
          </li>
        ))}
      </ul>
      <div className="add-new">
        <Input
          value={name}
          maxLength={60}
          placeholder={t('catalog.views.name')}
          aria-label={t('catalog.views.name')}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={save}
        />
        <Button type="primary" disabled={name.trim() === '' || views.length >= mostSavedViews} onClick={save}>
          {t('catalog.views.save')}
        </Button>
      </div>
    </section>
  );
}
