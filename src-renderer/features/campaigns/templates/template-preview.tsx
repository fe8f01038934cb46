import type { ReactNode } from 'react';
import type { TemplateOutputs } from '#contract/templates';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../../i18n/locale.tsx';
import type { Remote } from '../../../state/use-remote.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { FindingsList } from '../../compliance/findings-list.tsx';
import { PostPreview } from '../editor/post-preview.tsx';
import { ProductPicker } from './product-picker.tsx';

interface TemplatePreviewProps {
  preview: Remote<TemplateOutputs['templates.preview']>;
  surface: SurfaceId;
  /** Null: the first one. */
  productId: string | null;
  onProduct(id: string): void;
}

/** What a template makes of one real product, and what the rules say to that. */
export function TemplatePreview({ preview, surface, productId, onProduct }: TemplatePreviewProps): ReactNode {
  const { t } = useTranslator();
  const { data, error, reload } = preview;
  return (
    <div className="template-preview">
      <ProductPicker productId={productId} onChange={onProduct} />
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {/* Until the first answer there is no copy to call missing. */}
      <PostPreview text={data?.text ?? (error ? '' : '…')} surface={surface} title={t('preview.articleTitle')} />
      {data && data.findings.length > 0 ? <FindingsList findings={data.findings} text={data.text} /> : null}
      {data && data.findings.length === 0 && data.text !== '' ? (
        <p className="faint" role="status">
          {t('templates.noFindings')}
        </p>
      ) : null}
    </div>
  );
}
