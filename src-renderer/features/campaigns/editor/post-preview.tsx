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
}

/** How a post will look where it is posted: beside the editor and as it is typed. */
export function PostPreview({ text, surface, title }: PostPreviewProps): ReactNode {
  const { t } = useTranslator();
  const shape = surface === 'moments' ? 'moments' : surface.startsWith('oa_') ? 'article' : 'chat';
  return (
    <aside className="post-preview" aria-label={t('preview.title')}>
      <h3>{t('preview.on', { surface: t(`surface.${surface}`) })}</h3>
      {/* The same in light and dark: it shows WeChat, not this app. */}
      <div className={`phone phone-${shape}`}>
        {shape === 'chat' ? <Chat text={text} /> : null}
        {shape === 'moments' ? <Moments text={text} surface={surface} /> : null}
        {shape === 'article' ? <Article text={text} title={title} /> : null}
      </div>
      <p className="faint">{t(`preview.note.${shape}`)}</p>
    </aside>
  );
}

function Body({ text, links }: { text: string; links: boolean }): ReactNode {
  return previewParts(text).map(({ kind, text: part }, index) =>
    kind === 'link' && links ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts have no other identity
      <span key={index} className="phone-link">
        {part}
      </span>
    ) : (
      part
    ),
  );
}

function Chat({ text }: { text: string }): ReactNode {
  const { t } = useTranslator();
  return (
    <>
      <div className="phone-mine">
        <div className="phone-picture">{t('preview.poster')}</div>
        <span className="phone-face" aria-hidden="true" />
      </div>
      <div className="phone-mine">
        <div className="phone-bubble">{text === '' ? t('preview.empty') : <Body text={text} links />}</div>
        <span className="phone-face" aria-hidden="true" />
      </div>
    </>
  );
}

function Moments({ text, surface }: { text: string; surface: SurfaceId }): ReactNode {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const folds = copyHints(text, surface, null).some(({ code }) => code === 'folds');
  const lines = surfaceShape(surface).foldLines;
  return (
    <div className="phone-moment">
      <span className="phone-face" aria-hidden="true" />
      <div>
        <strong>{t('preview.me')}</strong>
        <p
          className={folds && !open ? 'phone-folded' : undefined}
          style={folds && !open && lines !== null ? { WebkitLineClamp: lines } : undefined}
        >
          {text === '' ? t('preview.empty') : <Body text={text} links={false} />}
        </p>
        {folds ? (
          <button type="button" className="phone-more" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'preview.fold' : 'preview.unfold')}
          </button>
        ) : null}
        <div className="phone-picture">{t('preview.poster')}</div>
        <small>{t('preview.now')}</small>
      </div>
    </div>
  );
}

function Article({ text, title }: { text: string; title: string }): ReactNode {
  const { t } = useTranslator();
  return (
    <article>
      <h4>{title}</h4>
      <small>{t('preview.account')}</small>
      <p>{text === '' ? t('preview.empty') : <Body text={text} links={false} />}</p>
      <div className="phone-picture">{t('preview.poster')}</div>
      <small className="phone-readmore">{t('preview.readMore')}</small>
    </article>
  );
}
