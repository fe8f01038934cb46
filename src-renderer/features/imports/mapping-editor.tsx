import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { SavedMapping } from '#contract/saved-mappings';
import { reasonColumns } from '#domain/import/reason-column';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import { fieldsByColumn, MeaningSelect, UnitSelect } from './column-selects.tsx';

interface MappingEditorProps {
  saved: SavedMapping;
  onClose(): void;
  onSaved(): void;
}

/** Changes what columns of tables with these headers will be taken for from the next import on. */
export function MappingEditor({ saved, onClose, onSaved }: MappingEditorProps): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { busy, run } = useAction();
  const [mapping, setMapping] = useState(saved.mapping);
  const { headers } = saved;
  const fields = fieldsByColumn(mapping, headers);
  const save = (): void =>
    run(async () => {
      await transport.call('mappings.update', { id: saved.id, mapping: { ...mapping } });
      onSaved();
    });
  return (
    <Modal
      open
      width={720}
      title={t('imports.mappings.editTitle')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={save}
      onCancel={onClose}
    >
      <p className="secondary">{t('imports.mappings.editNote')}</p>
      <div className="column-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('imports.header')}</th>
              <th scope="col">{t('imports.meaning')}</th>
              <th scope="col">{t('imports.unit')}</th>
            </tr>
          </thead>
          <tbody>
            {headers.map((header, column) => {
              if (column < reasonColumns(headers)) return null;
              const field = fields.get(column) ?? null;
              return (
                // oxlint-disable-next-line react/no-array-index-key -- columns have no other name
                <tr key={`${column} ${header}`}>
                  <th scope="row">{header}</th>
                  <td>
                    <MeaningSelect
                      mapping={mapping}
                      headers={headers}
                      column={column}
                      field={field}
                      onChange={setMapping}
                    />
                  </td>
                  <td>{field ? <UnitSelect mapping={mapping} field={field} onChange={setMapping} /> : null}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
