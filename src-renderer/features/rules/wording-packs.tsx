import { App, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { FileRef } from '#contract/files';
import type { CompliancePackRow, PackLoadResult } from '#contract/compliance-packs';
import { describePackIssue } from '#contract/messages/describe-pack-issue';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { chooseFile } from '../../ui/choose-file.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { useAction } from '../../ui/use-action.ts';

interface Pending {
  file: FileRef;
  result: PackLoadResult;
}

function PackLine({ pack, onRemove }: { pack: CompliancePackRow; onRemove: (() => void) | null }): ReactNode {
  const { t, pick, locale } = useTranslator();
  return (
    <li>
      <span className="mono">{pack.id}</span>
      <span className="rule-line">
        {pack.title === null ? '' : `${pick(pack.title)} · `}
        <span className="secondary">{t(`rules.packs.${pack.kind}`, { n: pack.entries })}</span>
        {pack.issues.map((issue) => (
          <span key={`${issue.code} ${issue.where} ${issue.detail}`} className="pack-issue">
            {describePackIssue(issue, locale)}
          </span>
        ))}
      </span>
      {pack.issues.length > 0 ? <ToneTag tone="warn">{t('rules.packs.unused')}</ToneTag> : null}
      {onRemove === null ? null : (
        <Button size="small" onClick={onRemove}>
          {t('common.delete')}
        </Button>
      )}
    </li>
  );
}

/** What a pack file brings, or why it is refused. */
function LoadPreview({ result }: { result: PackLoadResult }): ReactNode {
  const { t, locale } = useTranslator();
  if (result.issues.length > 0) {
    return (
      <>
        <p>{t('rules.packs.refused', { file: result.file })}</p>
        <ul className="import-issues">
          {result.issues.map((issue) => (
            <li key={`${issue.code} ${issue.where} ${issue.detail}`}>{describePackIssue(issue, locale)}</li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <p>{t('rules.packs.checked', { file: result.file })}</p>
      <ul className="pack-lines">
        {result.packs.map((pack) => (
          <PackLine key={pack.id} pack={pack} onRemove={null} />
        ))}
      </ul>
      {result.replaces.length === 0 ? null : <p>{t('rules.packs.replaces', { ids: result.replaces })}</p>}
    </>
  );
}

/** People read rules; words and grammar are what they are made of. */
function rulesFirst(left: CompliancePackRow, right: CompliancePackRow): number {
  return Number(right.kind === 'rules') - Number(left.kind === 'rules');
}

/** The packs copy is judged by: those of the program, and those of the user's own. */
export function WordingPacks(): ReactNode {
  const { t } = useTranslator();
  const { transport, host } = useServices();
  const { message } = App.useApp();
  const { data, error, reload } = useRemote('compliance.packs', {});
  const { run, busy } = useAction();
  const [pending, setPending] = useState<Pending | null>(null);
  const own = (data ?? []).filter((pack) => pack.origin === 'user');
  const builtIn = (data ?? []).filter((pack) => pack.origin === 'built-in').toSorted(rulesFirst);
  const refused = pending !== null && pending.result.issues.length > 0;

  const choose = (): void =>
    run(async () => {
      const chosen = await chooseFile('.json');
      const [picked] = chosen === null ? [] : await host.takeDroppedFiles([chosen]);
      if (picked === undefined) return;
      const result = await transport.call('compliance.loadPacks', { file: picked.ref, dryRun: true });
      setPending({ file: picked.ref, result });
    });
  const load = ({ file }: Pending): void =>
    run(async () => {
      await transport.call('compliance.loadPacks', { file, dryRun: false });
      setPending(null);
      void message.success(t('rules.packs.loaded'));
    });

  return (
    <Panel
      title={t('rules.packs')}
      note={t('rules.packs.note')}
      actions={
        <Button onClick={choose} loading={busy && pending === null}>
          {t('rules.packs.load')}
        </Button>
      }
    >
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      <ul className="pack-lines" aria-label={t('rules.packs.user')}>
        {own.map((pack) => (
          <PackLine
            key={pack.id}
            pack={pack}
            onRemove={() => run(() => transport.call('compliance.removePack', { id: pack.id }))}
          />
        ))}
      </ul>
      {data !== null && own.length === 0 ? <p className="faint pack-none">{t('rules.packs.none')}</p> : null}
      {data === null ? null : (
        <details className="pack-built-in">
          <summary>{t('rules.packs.builtIn', { n: builtIn.length })}</summary>
          <ul className="pack-lines">
            {builtIn.map((pack) => (
              <PackLine key={pack.id} pack={pack} onRemove={null} />
            ))}
          </ul>
        </details>
      )}
      {pending === null ? null : (
        <Modal
          open
          title={t('rules.packs.load')}
          onCancel={() => setPending(null)}
          cancelText={refused ? t('common.close') : t('common.cancel')}
          okText={t('rules.packs.use')}
          okButtonProps={{ disabled: refused, loading: busy }}
          onOk={() => load(pending)}
        >
          <LoadPreview result={pending.result} />
        </Modal>
      )}
    </Panel>
  );
}
