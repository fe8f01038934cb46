import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { describeListIssue } from '#contract/messages/describe-list-issue';
import type { FileRef } from '#contract/files';
import type { ListImportResult } from '#contract/word-lists';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { chooseFile } from '../../ui/choose-file.ts';
import { useAction } from '../../ui/use-action.ts';
import { useUndoNotice } from '../../ui/use-undo-notice.tsx';

interface Pending {
  file: FileRef;
  result: ListImportResult;
}

/** What an import would do, before it does it. */
function ImportPreview({ result }: { result: ListImportResult }): ReactNode {
  const { t, locale } = useTranslator();
  const { file, added, updated, unchanged, issues, issueCount } = result;
  return (
    <>
      <p>{t('words.import.summary', { file, added, updated, unchanged })}</p>
      {added + updated + unchanged === 0 ? <p className="secondary">{t('words.import.format')}</p> : null}
      {issueCount === 0 ? null : (
        <>
          <p>{t('words.import.issues', { n: issueCount })}</p>
          <ul className="import-issues">
            {issues.map((issue) => (
              <li key={`${issue.line} ${issue.code} ${issue.value}`}>{describeListIssue(issue, locale)}</li>
            ))}
            {issueCount > issues.length ? (
              <li>{t('words.import.moreIssues', { n: issueCount - issues.length })}</li>
            ) : null}
          </ul>
        </>
      )}
    </>
  );
}

/** Takes lists in from a file, after saying what that changes, and writes them to one. */
export function ListTransfer(): ReactNode {
  const { t } = useTranslator();
  const { transport, host } = useServices();
  const { run, busy } = useAction();
  const notice = useUndoNotice();
  const [pending, setPending] = useState<Pending | null>(null);

  const preview = (): void =>
    run(async () => {
      const chosen = await chooseFile('.csv,.json,.txt');
      const [picked] = chosen === null ? [] : await host.takeDroppedFiles([chosen]);
      if (picked === undefined) return;
      setPending({
        file: picked.ref,
        result: await transport.call('words.import', { file: picked.ref, dryRun: true }),
      });
    });
  const apply = ({ file }: Pending): void =>
    run(async () => {
      const { changeId, file: name } = await transport.call('words.import', { file, dryRun: false });
      setPending(null);
      if (changeId !== null)
        notice(t('words.import.done', { file: name }), () => transport.call('words.undo', { changeId }));
    });
  const write = (format: 'csv' | 'json'): void =>
    run(async () => {
      const { ref, name } = await transport.call('words.export', { format });
      await host.revealOrDownload(ref, name);
    });
  const changes = pending === null ? 0 : pending.result.added + pending.result.updated;

  return (
    <>
      <Button onClick={preview} loading={busy && pending === null}>
        {t('common.import')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: (['csv', 'json'] as const).map((key) => ({ key, label: t(`words.export.${key}`) })),
          onClick: ({ key }) => write(key === 'json' ? 'json' : 'csv'),
        }}
      >
        <Button icon={<DownOutlined />} iconPlacement="end">
          {t('common.export')}
        </Button>
      </Dropdown>
      {pending === null ? null : (
        <Modal
          open
          title={t('words.import.title')}
          onCancel={() => setPending(null)}
          cancelText={changes === 0 ? t('common.close') : t('common.cancel')}
          okText={t('words.import.ok')}
          okButtonProps={{ disabled: changes === 0, loading: busy }}
          onOk={() => apply(pending)}
        >
          <ImportPreview result={pending.result} />
        </Modal>
      )}
    </>
  );
}
