import { type ReactNode, useState } from 'react';
import type { SurfaceId } from '#contract/surfaces';
import { copyHints } from '#domain/copy-pack/copy-hints';
import { surfaceShape } from '#domain/copy-pack/pack-limits';
import { useTranslator } from '../../../i18n/locale.tsx';
import { previewParts } from './preview-text.ts';

interface PostPreviewProps {
  text: string;
  surface: SurfaceId;
  /** Of the article. */
  title: string;
  /** What is posted with the text; a plain frame by default. */
  picture?: ReactNode;
}

function shapeOf(surface: SurfaceId): 'chat' | 'moments' | 'article' | 'video' {
  if (surface === 'moments') return 'moments';
  if (surface === 'channels') return 'video';
  return surface.startsWith('oa_') ? 'article' : 'chat';
}

/** How a post will look where it is posted: beside the editor and as it is typed. */
export function PostPreview({ text, surface, title, picture }: PostPreviewProps): ReactNode {
  const { t } = useTranslator();
  const shape = shapeOf(surface);
  const frame = <div className="wx-picture">{picture ?? t('preview.poster')}</div>;
  return (
    <aside className="post-preview" aria-label={t('preview.title')}>
      <h3>{t('preview.on', { surface: t(`surface.${surface}`) })}</h3>
      {/* The same in light and dark: it shows WeChat, not this app. */}
      <div className={`wx wx-${shape}`}>
        {shape === 'chat' ? <Chat text={text} frame={frame} /> : null}
        {shape === 'moments' ? <Moments text={text} surface={surface} frame={frame} /> : null}
        {shape === 'video' ? <Video text={text} /> : null}
        {shape === 'article' ? <Article text={text} title={title} frame={frame} /> : null}
      </div>
      <p className="faint">{t(`preview.note.${shape}`)}</p>
    </aside>
  );
}

function Body({ text, links }: { text: string; links: boolean }): ReactNode {
  return previewParts(text).map(({ kind, text: part }, index) =>
    kind === 'link' && links ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts have no other identity
      <span key={index} className="wx-link">
        {part}
      </span>
    ) : (
      part
    ),
  );
}

function Chat({ text, frame }: { text: string; frame: ReactNode }): ReactNode {
  const { t } = useTranslator();
  return (
    <>
      <div className="wx-mine">
        {frame}
        <span className="wx-face" aria-hidden="true" />
      </div>
      <div className="wx-mine">
        <div className="wx-bubble">{text === '' ? t('preview.empty') : <Body text={text} links />}</div>
        <span className="wx-face" aria-hidden="true" />
      </div>
    </>
  );
}

function Moments({ text, surface, frame }: { text: string; surface: SurfaceId; frame: ReactNode }): ReactNode {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const folds = copyHints(text, surface, null).some(({ code }) => code === 'folds');
  const lines = surfaceShape(surface).foldLines;
  return (
    <div className="wx-moment">
      <span className="wx-face" aria-hidden="true" />
      <div>
        <strong>{t('preview.me')}</strong>
        <p
          className={folds && !open ? 'wx-folded' : undefined}
          style={folds && !open && lines !== null ? { WebkitLineClamp: lines } : undefined}
        >
          {text === '' ? t('preview.empty') : <Body text={text} links={false} />}
        </p>
        {folds ? (
          <button type="button" className="wx-more" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'preview.fold' : 'preview.unfold')}
          </button>
        ) : null}
        {frame}
        <small>{t('preview.now')}</small>
      </div>
    </div>
  );
}

function Video({ text }: { text: string }): ReactNode {
  const { t } = useTranslator();
  return (
    <div>
      <strong>@{t('preview.me')}</strong>
      <p>{text === '' ? t('preview.empty') : text}</p>
    </div>
  );
}

function Article({ text, title, frame }: { text: string; title: string; frame: ReactNode }): ReactNode {
  const { t } = useTranslator();
  return (
    <article>
      <h4>{title}</h4>
      <small>{t('preview.account')}</small>
      <p>{text === '' ? t('preview.empty') : <Body text={text} links={false} />}</p>
      {frame}
      <small className="wx-readmore">{t('preview.readMore')}</small>
    </article>
  );
}
