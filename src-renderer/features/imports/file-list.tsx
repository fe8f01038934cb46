import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { FileRef } from '#contract/files';
import { useTranslator } from '../../i18n/locale.tsx';
import { type DraftFile, isReady } from '../../state/import-store.ts';
import { useServices } from '../../state/services.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { OneLine } from '../../ui/one-line.tsx';
import { ImportButton } from './import-button.tsx';

function FileState({ file }: { file: DraftFile }): ReactNode {
  const { t } = useTranslator();
  if (file.error !== null || file.preview?.otherTable) return <ToneTag tone="bad">{t('imports.unusable')}</ToneTag>;
  if (file.preview === null) return <ToneTag tone="neutral">{t('imports.looking')}</ToneTag>;
  return isReady(file) ? (
    <ToneTag tone="good">{t('imports.ready')}</ToneTag>
  ) : (
    <ToneTag tone="warn">{t('imports.unclear')}</ToneTag>
  );
}

/** The chosen files, each with whether it can be imported as it stands. */
export function FileList({
  files,
  current,
  onChoose,
}: {
  files: readonly DraftFile[];
  current: FileRef;
  onChoose(ref: FileRef): void;
}): ReactNode {
  const { t, pick } = useTranslator();
  const { imports } = useServices();
  return (
    <div className="file-list">
      <ul>
        {files.map((file) => (
          <li key={file.picked.ref} className={file.picked.ref === current ? 'file-current' : undefined}>
            <button
              type="button"
              aria-current={file.picked.ref === current}
              onClick={() => onChoose(file.picked.ref)}
              title={file.picked.name}
            >
              <OneLine as="strong">{file.picked.name}</OneLine>
              <span>
                <FileState file={file} />
                <span className="faint one-line">{file.preview?.layout ? pick(file.preview.layout.name) : ''}</span>
              </span>
            </button>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('imports.removeFile', { file: file.picked.name })}
              onClick={() => imports.getState().remove(file.picked.ref)}
            />
          </li>
        ))}
      </ul>
      <ImportButton primary={false} />
    </div>
  );
}
