import { Alert, App, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PickedFile } from '#contract/files';
import { describePackProblem } from '#contract/messages/openability-pack-messages';
import type { PackReport } from '#contract/policy';
import type { PackProblem } from '#domain/openability/shape';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ChangeList } from './change-list.tsx';
import { ImpactDialog } from './impact-dialog.tsx';

const shownProblems = 8;

function Problems({ problems }: { problems: readonly PackProblem[] }): ReactNode {
  const { t, locale } = useTranslator();
  const left = problems.length - shownProblems;
  return (
    <ul className="policy-changes">
      {problems.slice(0, shownProblems).map((problem) => (
        <li key={`${problem.at} ${problem.code} ${JSON.stringify(problem.params)}`}>
          {describePackProblem(problem, locale)}
        </li>
      ))}
      {left > 0 ? <li className="faint">{t('policy.load.more', { n: left })}</li> : null}
    </ul>
  );
}

interface LoadDialogProps {
  file: PickedFile;
  report: PackReport;
  onUse(id: string): Promise<void>;
  onLoaded(): void;
  onClose(): void;
}

/** What a pack file holds and what it says otherwise, or why it is refused; then keep it, or see its impact and use it. */
export function LoadDialog({ file, report, onUse, onLoaded, onClose }: LoadDialogProps): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { message } = App.useApp();
  const { run, busy } = useAction();
  const [weighing, setWeighing] = useState(false);
  const load = async (): Promise<void> => {
    await transport.call('policy.load', { ref: file.ref });
    onLoaded();
  };
  const keep = (id: string): void =>
    run(async () => {
      await load();
      void message.success(t('policy.load.kept', { id }));
      onClose();
    });
  if (weighing && report.ok) {
    const { id } = report.pack;
    return (
      <ImpactDialog
        title={t('impact.title.pack', { id })}
        change={{ pack: { ref: file.ref }, asOf: null }}
        applyLabel={t('impact.apply.pack')}
        onApply={async () => {
          await load();
          await onUse(id);
        }}
        onClose={onClose}
      />
    );
  }
  const canLoad = report.ok && report.standing === 'new';
  return (
    <Modal
      open
      width={720}
      title={t('policy.load.title', { file: file.name })}
      onCancel={onClose}
      footer={
        canLoad ? (
          <>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button loading={busy} onClick={() => keep(report.pack.id)}>
              {t('policy.load.keep')}
            </Button>
            <Button type="primary" onClick={() => setWeighing(true)}>
              {t('policy.load.impact')}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{t('common.close')}</Button>
        )
      }
    >
      <Report report={report} />
    </Modal>
  );
}

function Report({ report }: { report: PackReport }): ReactNode {
  const { t, pick } = useTranslator();
  if (!report.ok) {
    return (
      <Alert
        type="error"
        showIcon
        title={t('policy.load.refused')}
        description={<Problems problems={report.problems} />}
      />
    );
  }
  const { pack, standing, warnings, changes } = report;
  return (
    <div className="stack">
      <p className="policy-loading">
        <strong>{pick(pack.title)}</strong> <span className="mono faint">{pack.id}</span>
        <span className="secondary">{t('policy.pack.facts', { rows: pack.rows, asOf: pack.asOf })}</span>
      </p>
      {standing === 'id-taken' ? <Alert type="error" showIcon title={t('policy.load.taken', { id: pack.id })} /> : null}
      {standing === 'loaded' ? <Alert type="info" showIcon title={t('policy.load.same')} /> : null}
      {warnings.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('policy.load.warnings')}
          description={<Problems problems={warnings} />}
        />
      )}
      <section>
        <h4 className="impact-heading">{t('policy.load.changes', { n: changes.length })}</h4>
        <ChangeList changes={changes} />
      </section>
    </div>
  );
}
