import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PickedFile } from '#contract/files';
import type { PackReport, PolicyPackInfo } from '#contract/policy';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { chooseFile } from '../../ui/choose-file.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useAction } from '../../ui/use-action.ts';
import { DiffDialog } from './diff-dialog.tsx';
import { ImpactDialog } from './impact-dialog.tsx';
import { LoadDialog } from './load-dialog.tsx';
import { PackLine } from './pack-line.tsx';

/** The packs the rules come from: load, compare, put in use, go back to an older one. */
export function PolicyPacks(): ReactNode {
  const { t } = useTranslator();
  const { transport, host } = useServices();
  const { message, modal } = App.useApp();
  const { data, error, reload } = useRemote('policy.list', {});
  const { run, busy } = useAction();
  const [loading, setLoading] = useState<{ file: PickedFile; report: PackReport } | null>(null);
  const [using, setUsing] = useState<PolicyPackInfo | null>(null);
  const [comparing, setComparing] = useState<PolicyPackInfo | null>(null);

  const choose = (): void =>
    run(async () => {
      const chosen = await chooseFile('.json');
      const [file] = chosen === null ? [] : await host.takeDroppedFiles([chosen]);
      if (file === undefined) return;
      setLoading({ file, report: await transport.call('policy.check', { ref: file.ref }) });
    });
  const use = async (id: string): Promise<void> => {
    await transport.call('policy.use', { id });
    reload();
    void message.success(t('policy.used', { id }));
  };
  const remove = (id: string): void =>
    void modal.confirm({
      title: t('policy.pack.remove.ask', { id }),
      content: t('policy.pack.remove.note'),
      okText: t('common.delete'),
      onOk: () =>
        run(async () => {
          await transport.call('policy.remove', { id });
          reload();
          void message.success(t('policy.pack.removed', { id }));
        }),
    });

  return (
    <Panel
      title={t('policy.packs')}
      note={t('policy.packs.note')}
      actions={
        <Button onClick={choose} loading={busy}>
          {t('policy.packs.load')}
        </Button>
      }
    >
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      <ul className="policy-packs">
        {(data ?? []).map((pack) => (
          <PackLine
            key={pack.id}
            pack={pack}
            onUse={() => setUsing(pack)}
            onCompare={() => setComparing(pack)}
            onRemove={() => remove(pack.id)}
          />
        ))}
      </ul>
      {loading ? <LoadDialog {...loading} onUse={use} onLoaded={reload} onClose={() => setLoading(null)} /> : null}
      {using ? (
        <ImpactDialog
          title={t('impact.title.pack', { id: using.id })}
          change={{ pack: { id: using.id }, asOf: null }}
          applyLabel={t('impact.apply.pack')}
          onApply={() => use(using.id)}
          onClose={() => setUsing(null)}
        />
      ) : null}
      {comparing ? <DiffDialog packId={comparing.id} onClose={() => setComparing(null)} /> : null}
    </Panel>
  );
}
