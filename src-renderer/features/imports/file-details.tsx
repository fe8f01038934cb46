import { Alert, Skeleton, Tabs } from 'antd';
import { type ReactNode, useState } from 'react';
import { importFileMessages } from '#contract/messages/import-file-messages';
import { importFieldNames } from '#contract/messages/import-mapping-messages';
import type { ImportPreview } from '#contract/import';
import { useTranslator } from '../../i18n/locale.tsx';
import type { DraftFile } from '../../state/import-store.ts';
import { useServices } from '../../state/services.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { fileSize } from '../../ui/file-size.ts';
import { Panel } from '../../ui/panel.tsx';
import { ColumnMeanings } from './column-meanings.tsx';
import { ReadingOptions } from './reading-options.tsx';
import { SampleRows } from './sample-rows.tsx';

/** What keeps the file from being imported, and what to know about it. */
function Remarks({ preview }: { preview: ImportPreview }): ReactNode {
  const { t, pick } = useTranslator();
  const { otherTable } = preview;
  // The columns of another kind of table need not be given a meaning.
  if (otherTable) return <Alert type="error" showIcon title={t('imports.otherTable', { kind: pick(otherTable) })} />;
  const names = (fields: readonly (keyof typeof importFieldNames)[]): string[] =>
    fields.map((field) => pick(importFieldNames[field]));
  return (
    <>
      {preview.missing.length > 0 && !preview.ready ? (
        <Alert type="warning" showIcon title={t('imports.missing', { fields: names(preview.missing) })} />
      ) : null}
      {preview.ambiguous.length > 0 && !preview.ready ? (
        <Alert
          type="warning"
          showIcon
          title={t('imports.ambiguous', { fields: names(preview.ambiguous.map(({ field }) => field)) })}
        />
      ) : null}
      {preview.problems.map(({ code, params }) => (
        <Alert key={code} type="info" showIcon title={pick(importFileMessages[code], params)} />
      ))}
    </>
  );
}

/** One chosen file: how it is read, what its columns mean, and its first rows. */
export function FileDetails({ file }: { file: DraftFile }): ReactNode {
  const { t, locale } = useTranslator();
  const { imports } = useServices();
  const { preview, error, picked } = file;
  const [tab, setTab] = useState<string | null>(null);
  const failed = error ? <ErrorNotice error={error} /> : null;
  if (preview === null) return <Panel title={picked.name}>{failed ?? <Skeleton active />}</Panel>;
  // What has to be settled first is shown first.
  const open = tab ?? (preview.ready ? 'rows' : 'columns');
  return (
    <Panel title={picked.name} note={fileSize(picked.bytes, locale)}>
      <div className="stack">
        {failed}
        <Remarks preview={preview} />
        <ReadingOptions file={file} preview={preview} />
        {preview.otherTable ? null : (
          <Tabs
            activeKey={open}
            onChange={setTab}
            items={[
              { key: 'rows', label: t('imports.rows'), children: <SampleRows preview={preview} /> },
              {
                key: 'columns',
                label: t('imports.columns'),
                children: (
                  <ColumnMeanings
                    file={file}
                    preview={preview}
                    onChange={(mapping) => {
                      setTab('columns');
                      void imports.getState().map(picked.ref, mapping);
                    }}
                  />
                ),
              },
            ]}
          />
        )}
      </div>
    </Panel>
  );
}
