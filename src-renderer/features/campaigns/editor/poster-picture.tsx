import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useRemote } from '../../../state/use-remote.ts';
import { defaultWishes } from '../../packs/export-wishes.ts';

interface PosterPictureProps {
  campaignId: number;
  surface: SurfaceId;
  productId: string;
  /** Drawn only for items that would be in a pack. */
  exportable: boolean;
}

/** The poster an export makes of an item, as usually chosen; a plain frame where there is none. */
export function PosterPicture({ campaignId, surface, productId, exportable }: PosterPictureProps): ReactNode {
  const { t } = useTranslator();
  const { poster } = defaultWishes(surface).images;
  const asked = exportable && poster ? { campaignId, surface, productId, poster } : null;
  const { data, error, loading } = useRemote('packs.poster', asked);
  if (data && asked) return <img src={`data:image/jpeg;base64,${data.jpeg}`} alt={t('preview.poster')} />;
  if (asked && loading && !error) return <Skeleton.Node active className="poster-waiting" />;
  return t('preview.poster');
}
