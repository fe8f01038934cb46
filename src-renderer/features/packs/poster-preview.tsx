import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Methods } from '#contract/methods';
import type { ExportPreview, PackImageOptions } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';

interface PosterPreviewProps {
  campaignId: number;
  surface: SurfaceId;
  sample: ExportPreview['sample'];
  poster: PackImageOptions['poster'];
}

/** The poster of one real item, drawn by the same code as the export; or why there is none. */
export function PosterPreview({ campaignId, surface, sample, poster }: PosterPreviewProps): ReactNode {
  const { t } = useTranslator();
  if (sample && poster)
    return <Poster wanted={{ campaignId, surface, productId: sample.productId, poster }} title={sample.title} />;
  return (
    <figure className="poster-preview">
      <div className="poster-frame">
        <p>{t(sample ? 'export.noPoster' : 'export.noSample')}</p>
      </div>
    </figure>
  );
}

function Poster({ wanted, title }: { wanted: Methods['packs.poster']['in']; title: string }): ReactNode {
  const { t } = useTranslator();
  const { data, error, loading, reload } = useRemote('packs.poster', wanted);
  const caption = t('export.previewOf', { title });
  const shape = wanted.poster.format === 'square' ? ' poster-frame-square' : '';
  return (
    <figure className="poster-preview">
      <div className={`poster-frame${shape}`} aria-busy={loading}>
        {data ? <img src={`data:image/jpeg;base64,${data.jpeg}`} alt={caption} /> : null}
        {!data && loading ? <Skeleton.Node active className="poster-waiting" /> : null}
      </div>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      <figcaption>
        <span className="few-lines" title={caption}>
          {caption}
        </span>
        {data?.hasPicture === false ? t('export.previewNoPicture') : null}
      </figcaption>
    </figure>
  );
}
