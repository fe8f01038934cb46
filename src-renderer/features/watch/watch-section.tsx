import { Alert, Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { watchProblems } from '#contract/messages/watch-messages';
import type { AppError } from '#contract/errors';
import { useTranslator } from '../../i18n/locale.tsx';
import { asAppError } from '../../state/as-app-error.ts';
import { useServices } from '../../state/services.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useAction } from '../../ui/use-action.ts';
import { SettingRow } from '../settings/setting-row.tsx';
import './watch.css';

/** Whether a folder is watched for files to import, and which. */
export function WatchSection(): ReactNode {
  const { t, pick } = useTranslator();
  const { host, watch } = useServices();
  const { folder, problem, quiet, change } = useStore(watch);
  const { busy, run } = useAction();
  return (
    <Panel title={t('watch.setting')} note={t('watch.setting.note')} id="watched-folder">
      {problem === null ? null : <Alert type="warning" showIcon title={pick(watchProblems[problem])} />}
      <SettingRow
        label={t('watch.folder')}
        note={folder === null ? t('watch.off') : <span className="mono watch-folder">{folder}</span>}
      >
        {(labelId) => (
          <div className="toolbar">
            {folder === null ? null : (
              <Button disabled={busy} onClick={() => run(() => change('watch.choose', { folder: null }))}>
                {t('watch.stop')}
              </Button>
            )}
            {host.capabilities.folderDialog ? (
              <Button
                loading={busy}
                onClick={() =>
                  run(async () => {
                    const ref = await host.pickFolder();
                    if (ref !== null) await change('watch.choose', { folder: { ref } });
                  })
                }
              >
                {t(folder === null ? 'watch.choose' : 'watch.chooseOther')}
              </Button>
            ) : folder === null ? (
              <FolderForm labelId={labelId} />
            ) : null}
          </div>
        )}
      </SettingRow>
      {quiet === 0 ? null : (
        <SettingRow label={t('watch.quiet', { n: quiet })} note={t('watch.quiet.note')}>
          {() => (
            <Button disabled={busy} onClick={() => run(() => change('watch.offerAll', {}))}>
              {t('watch.offerAll')}
            </Button>
          )}
        </SettingRow>
      )}
    </Panel>
  );
}

/** Where the host has no folder dialog: the path is typed, and the engine says whether it is one. */
function FolderForm({ labelId }: { labelId: string }): ReactNode {
  const { t, errorText } = useTranslator();
  const { watch } = useServices();
  const [path, setPath] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await watch.getState().change('watch.choose', { folder: { path: path.trim() } });
      setError(null);
    } catch (failure) {
      setError(asAppError(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className="watch-form">
        <Input
          aria-labelledby={labelId}
          aria-invalid={error !== null}
          value={path}
          maxLength={4096}
          placeholder={t('watch.path.example')}
          onChange={({ target }) => {
            setPath(target.value);
            setError(null);
          }}
          {...(error === null ? {} : { status: 'error' as const })}
        />
        <Button htmlType="submit" loading={busy} disabled={path.trim() === ''}>
          {t('watch.begin')}
        </Button>
      </div>
      {error === null ? null : (
        <p role="alert" className="stat-bad">
          {errorText(error)}
        </p>
      )}
    </form>
  );
}
