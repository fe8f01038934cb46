import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslator } from '../../i18n/locale.tsx';
import { isReady } from '../../state/import-store.ts';
import { useServices } from '../../state/services.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ChooseFiles } from './choose-files.tsx';
import { FileDetails } from './file-details.tsx';
import { FileList } from './file-list.tsx';
import { ImportOutcome } from './import-outcome.tsx';

/** From chosen files to products: look into each, settle what is unclear, import, read the result. */
export function ImportFlow(): ReactNode {
  const { t } = useTranslator();
  const { imports, route } = useServices();
  const { files, jobId } = useStore(imports);
  const { busy, run } = useAction();
  const [chosen, setChosen] = useState<string | null>(null);
  const current = files.find(({ picked }) => picked.ref === chosen) ?? files[0];
  const ready = files.filter(isReady).length;
  const leave = (): void => {
    imports.getState().clear();
    route.getState().go('imports');
  };
  return (
    <>
      <PageHeader
        title={t('imports.title')}
        actions={
          <>
            <Button onClick={leave}>{t(jobId === null ? 'common.cancel' : 'imports.allImports')}</Button>
            {files.length > 0 ? (
              <Button
                type="primary"
                loading={busy}
                disabled={ready === 0}
                onClick={() => run(() => imports.getState().start())}
              >
                {t('imports.start', { n: ready })}
              </Button>
            ) : null}
          </>
        }
      />
      <div className="stack">
        {jobId === null ? null : <ImportOutcome jobId={jobId} />}
        {files.length === 0 && jobId === null ? <ChooseFiles /> : null}
        {current ? (
          <div className="import-files">
            <FileList files={files} current={current.picked.ref} onChoose={setChosen} />
            <FileDetails key={current.picked.ref} file={current} />
          </div>
        ) : null}
      </div>
    </>
  );
}
