import { App, Button, Skeleton, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PackItem } from '#contract/packs';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { copyBoth, copyPicture } from './clipboard.ts';
import { usePackPicture } from './use-pack-picture.ts';

/** The pictures of an item, one at a time, with the ways to copy them. */
export function ItemPictures({ packId, item }: { packId: number; item: PackItem }): ReactNode {
  const { t } = useTranslator();
  const [index, setIndex] = useState(0);
  if (item.pictures.length === 0) return <p className="faint">{t('packs.item.noPictures')}</p>;
  return (
    <div className="item-pictures">
      <Picture packId={packId} item={item} index={index} />
      {item.pictures.length > 1 ? (
        <div className="picture-steps" role="group" aria-label={t('packs.item.picture', { n: '' })}>
          {item.pictures.map((role, at) => (
            <Button
              key={`${role}-${at}`}
              size="small"
              type={at === index ? 'primary' : 'default'}
              aria-pressed={at === index}
              aria-label={t('packs.item.picture', { n: at + 1 })}
              onClick={() => setIndex(at)}
            >
              {at + 1}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function Picture({ packId, item, index }: { packId: number; item: PackItem; index: number }): ReactNode {
  const { t } = useTranslator();
  const { message } = App.useApp();
  const { host } = useServices();
  const { source, error } = usePackPicture(packId, item.number, index);
  const tell = (copying: Promise<void>): void => {
    copying.then(
      () => message.success(t('packs.item.copied')),
      () => message.error(t('packs.item.copyFailed')),
    );
  };
  if (error) return <ErrorNotice error={error} />;
  return (
    <>
      <div className="picture-frame" aria-busy={source === null}>
        {source === null ? (
          <Skeleton.Node active />
        ) : (
          <img src={source} alt={t('packs.item.picture', { n: index + 1 })} />
        )}
      </div>
      <div className="page-actions">
        <Button disabled={source === null} onClick={() => source && tell(copyPicture(source))}>
          {t('packs.item.copyPicture')}
        </Button>
        {host.capabilities.richClipboard ? (
          <Tooltip title={t('packs.item.copyBothNote')}>
            <Button disabled={source === null} onClick={() => source && tell(copyBoth(source, item.text))}>
              {t('packs.item.copyBoth')}
            </Button>
          </Tooltip>
        ) : null}
      </div>
    </>
  );
}
