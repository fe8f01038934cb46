import { Button, Input, Switch } from 'antd';
import type { ReactNode } from 'react';
import type { Settings } from '#contract/settings';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { Panel } from '../../ui/panel.tsx';
import { useAction } from '../../ui/use-action.ts';
import { PidForm } from './pid-form.tsx';
import { RelationIds } from './relation-ids.tsx';
import { SettingRow } from './setting-row.tsx';
import { SeenPids } from './seen-pids.tsx';

type OwnPid = Settings['ownPids'][number];

/** Whose links are the user's own: pids with names of their own, relation ids, and pids seen in links to pick from. */
export function IdentitySection(): ReactNode {
  const { t } = useTranslator();
  const { settings: store } = useServices();
  const { ownPids, ownRelationIds, ownFiles } = useSettings();
  const { busy, run } = useAction();
  const { data: seen } = useRemote('links.pids', {});
  const change = (part: Partial<Settings>): void => run(() => store.getState().change(part));
  const add = (added: readonly OwnPid[]): void => {
    const known = new Set(ownPids.map(({ pid }) => pid));
    change({ ownPids: [...ownPids, ...added.filter(({ pid }) => !known.has(pid))] });
  };
  const rename = (pid: string, name: string): void =>
    change({ ownPids: ownPids.map((each) => (each.pid === pid ? { pid, name } : each)) });
  return (
    <Panel title={t('settings.identity')} note={t('settings.identity.note')} id="identity">
      <div className="identity">
        <OwnPids
          pids={ownPids}
          links={new Map((seen ?? []).map(({ pid, links }) => [pid, links]))}
          onRename={rename}
          onRemove={(pid) => change({ ownPids: ownPids.filter((each) => each.pid !== pid) })}
        />
        <PidForm busy={busy} known={ownPids} onAdd={add} />
        <SeenPids seen={seen ?? []} own={ownPids} onAdd={(pid) => add([{ pid, name: '' }])} />
        <RelationIds ids={ownRelationIds} onChange={(ids) => change({ ownRelationIds: ids })} />
        <SettingRow label={t('settings.identity.ownFiles')} note={t('settings.identity.ownFiles.note')}>
          {(labelId) => (
            <Switch
              aria-labelledby={labelId}
              checked={ownFiles}
              loading={busy}
              onChange={(on) => change({ ownFiles: on })}
            />
          )}
        </SettingRow>
      </div>
    </Panel>
  );
}

interface OwnPidsProps {
  pids: readonly OwnPid[];
  links: ReadonlyMap<string, number>;
  onRename(pid: string, name: string): void;
  onRemove(pid: string): void;
}

function OwnPids({ pids, links, onRename, onRemove }: OwnPidsProps): ReactNode {
  const { t, locale } = useTranslator();
  const { route } = useServices();
  const { surface, ownFiles } = useSettings();
  if (pids.length === 0) return ownFiles ? null : <p className="secondary">{t('settings.identity.none')}</p>;
  return (
    <table className="pid-table">
      <thead>
        <tr>
          <th scope="col">pid</th>
          <th scope="col">{t('settings.identity.name')}</th>
          <th scope="col" className="cell-end">
            {t('nav.links')}
          </th>
          <th scope="col" aria-label={t('common.delete')} />
        </tr>
      </thead>
      <tbody>
        {pids.map(({ pid, name }) => (
          <tr key={pid}>
            <td className="mono">{pid}</td>
            <td>
              <Input
                key={name}
                size="small"
                defaultValue={name}
                maxLength={60}
                aria-label={t('settings.identity.nameOf', { pid })}
                placeholder={t('settings.identity.name.example')}
                onBlur={({ target }) => {
                  if (target.value.trim() !== name) onRename(pid, target.value.trim());
                }}
                onPressEnter={({ currentTarget }) => currentTarget.blur()}
              />
            </td>
            <td className="cell-end">
              <button
                type="button"
                className="text-link tabular"
                onClick={() => route.getState().go('links', { view: { filter: { surface, search: pid } } })}
              >
                {(links.get(pid) ?? 0).toLocaleString(locale)}
              </button>
            </td>
            <td className="cell-end">
              <Button size="small" type="text" danger onClick={() => onRemove(pid)}>
                {t('common.delete')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
