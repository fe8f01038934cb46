import { Button, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import { joinList } from '#contract/messages/format-message';
import { importFieldNames } from '#contract/messages/import-mapping-messages';
import type { SavedMapping } from '#contract/saved-mappings';
import { mappedColumns } from '#domain/import/mapping-file';
import type { TargetField } from '#domain/import/target-fields';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useAction } from '../../ui/use-action.ts';
import { MappingEditor } from './mapping-editor.tsx';

/** What columns of the user's own tables were said to mean: to be looked at, changed and forgotten. Not there while there is none. */
export function SavedMappings(): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { data, error, reload } = useRemote('mappings.list', {});
  const { busy, run } = useAction();
  const [edited, setEdited] = useState<SavedMapping | null>(null);
  if (error) return <ErrorNotice error={error} onRetry={reload} />;
  if (data === null || data.length === 0) return null;
  return (
    <Panel title={t('imports.mappings')} note={t('imports.mappings.note')} id="mappings">
      <ul className="saved-mappings">
        {data.map((saved) => (
          <MappingLine
            key={saved.id}
            saved={saved}
            busy={busy}
            onEdit={() => setEdited(saved)}
            onRemove={() => run(() => transport.call('mappings.remove', { id: saved.id }).then(reload))}
          />
        ))}
      </ul>
      {edited ? (
        <MappingEditor
          saved={edited}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            reload();
          }}
        />
      ) : null}
    </Panel>
  );
}

interface MappingLineProps {
  saved: SavedMapping;
  busy: boolean;
  onEdit(): void;
  onRemove(): void;
}

function MappingLine({ saved, busy, onEdit, onRemove }: MappingLineProps): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { headers, mapping, updatedAt } = saved;
  const meanings = Object.entries(mappedColumns(mapping, headers))
    .toSorted(([, a], [, b]) => a - b)
    .map(([field, column]) => `${headers[column] ?? ''} → ${pick(importFieldNames[field as TargetField])}`);
  return (
    <li>
      <div>
        <strong className="one-line" title={joinList(headers, locale)}>
          {mapping.name || joinList(headers, locale)}
        </strong>
        <small className="secondary">{meanings.join(' · ')}</small>
        <small className="faint">
          {t('imports.mappings.savedAt', { time: new Date(updatedAt).toLocaleString(locale) })}
        </small>
      </div>
      <Button size="small" onClick={onEdit}>
        {t('imports.mappings.edit')}
      </Button>
      <Popconfirm
        title={t('imports.mappings.removeTitle')}
        okText={t('common.delete')}
        cancelText={t('common.cancel')}
        onConfirm={onRemove}
      >
        <Button size="small" type="text" danger disabled={busy}>
          {t('common.delete')}
        </Button>
      </Popconfirm>
    </li>
  );
}
