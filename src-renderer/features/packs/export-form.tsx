import { Checkbox, Form, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { type ExportPreview, posterFormats, posterStyles } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import type { ExportWishes } from './export-wishes.ts';
import { PosterPreview } from './poster-preview.tsx';
import { RefusedItems } from './refused-items.tsx';

interface ExportFormProps {
  campaignId: number;
  surfaces: readonly SurfaceId[];
  wishes: ExportWishes;
  preview: ExportPreview;
  onChange(change: Partial<ExportWishes>): void;
  onSubmit(): void;
}

/** The choices of an export beside a poster as it will look. */
export function ExportForm({ campaignId, surfaces, wishes, preview, onChange, onSubmit }: ExportFormProps): ReactNode {
  const { t } = useTranslator();
  const { images, container, surface } = wishes;
  return (
    <Form className="export-form" colon={false} labelCol={{ flex: '104px' }} labelAlign="left" onFinish={onSubmit}>
      <div>
        {surfaces.length > 1 ? (
          <Form.Item label={t('export.surface')}>
            <Segmented<SurfaceId>
              value={surface}
              options={surfaces.map((id) => ({ value: id, label: t(`surface.${id}`) }))}
              onChange={(next) => onChange({ surface: next })}
            />
          </Form.Item>
        ) : null}
        <Summary preview={preview} wishes={wishes} />
        <Form.Item label={t('export.container')} extra={t(`export.${container}Note`)}>
          <Segmented<ExportWishes['container']>
            value={container}
            options={[
              { value: 'zip', label: t('export.zip') },
              { value: 'folder', label: t('export.folder') },
            ]}
            onChange={(next) => onChange({ container: next })}
          />
        </Form.Item>
        <PosterChoice wishes={wishes} onChange={onChange} />
        <Form.Item label={t('export.pictures')}>
          <Checkbox
            checked={images.productImages}
            onChange={({ target }) => onChange({ images: { ...images, productImages: target.checked } })}
          >
            {t('export.withPictures')}
          </Checkbox>
          <Checkbox
            checked={images.square}
            disabled={!images.productImages}
            onChange={({ target }) => onChange({ images: { ...images, square: target.checked } })}
          >
            {t('export.square')}
          </Checkbox>
        </Form.Item>
        <Hints preview={preview} posters={images.poster !== null} />
      </div>
      <PosterPreview campaignId={campaignId} surface={surface} sample={preview.sample} poster={images.poster} />
      {preview.refused.length > 0 ? (
        <RefusedItems refused={preview.refused} wishes={wishes} onChange={onChange} />
      ) : null}
    </Form>
  );
}

function Summary({ preview, wishes }: Pick<ExportFormProps, 'preview' | 'wishes'>): ReactNode {
  const { t } = useTranslator();
  const allowed = preview.refused.filter(({ productId }) => wishes.allowed.has(productId)).length;
  const left = preview.refused.length - allowed;
  return (
    <div className="export-summary" aria-live="polite">
      <ToneTag tone={preview.ready + allowed > 0 ? 'good' : 'warn'}>
        {t('export.ready', { ready: preview.ready + allowed })}
      </ToneTag>
      {allowed > 0 ? <ToneTag tone="warn">{t('export.overridden', { n: allowed })}</ToneTag> : null}
      {left > 0 ? <ToneTag tone="bad">{t('export.refused', { n: left })}</ToneTag> : null}
      {preview.ready + allowed === 0 ? <p>{t('export.nothing')}</p> : null}
    </div>
  );
}

function PosterChoice({ wishes, onChange }: Pick<ExportFormProps, 'wishes' | 'onChange'>): ReactNode {
  const { t } = useTranslator();
  const { images } = wishes;
  const format = images.poster?.format ?? 'portrait';
  return (
    <>
      <Form.Item label={t('export.poster')}>
        <Segmented<(typeof posterStyles)[number] | 'none'>
          value={images.poster?.style ?? 'none'}
          options={[...posterStyles, 'none' as const].map((style) => ({
            value: style,
            label: t(`export.style.${style}`),
          }))}
          onChange={(style) => onChange({ images: { ...images, poster: style === 'none' ? null : { style, format } } })}
        />
      </Form.Item>
      {images.poster ? (
        <Form.Item label={t('export.format')}>
          <Segmented<(typeof posterFormats)[number]>
            value={format}
            options={posterFormats.map((id) => ({ value: id, label: t(`export.format.${id}`) }))}
            onChange={(next) =>
              onChange({ images: { ...images, poster: images.poster && { ...images.poster, format: next } } })
            }
          />
        </Form.Item>
      ) : null}
    </>
  );
}

function Hints({ preview, posters }: { preview: ExportPreview; posters: boolean }): ReactNode {
  const { t } = useTranslator();
  const { hints, posterGaps } = preview;
  const gaps = posters && posterGaps.items > 0;
  if (hints.length === 0 && !gaps) return null;
  return (
    <Form.Item label={t('export.hints')}>
      <ul className="export-hints">
        {hints.map(({ code, items }) => (
          <li key={code}>{t(`export.hint.${code}`, { n: items })}</li>
        ))}
        {gaps ? (
          <li>{t('export.posterGaps', { n: posterGaps.items, characters: posterGaps.characters.join('') })}</li>
        ) : null}
      </ul>
    </Form.Item>
  );
}
