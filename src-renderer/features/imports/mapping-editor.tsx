import { Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { importFieldNames, importUnitNames } from '#contract/messages/import-mapping-messages';
import type { SavedMapping } from '#contract/saved-mappings';
import { mappedColumns, withColumn, withUnit } from '#domain/import/mapping-file';
import { reasonColumns } from '#domain/import/reason-column';
import {
  isMoneyField,
  isRateField,
  moneyUnits,
  rateUnits,
  type TargetField,
  targetFields,
} from '#domain/import/target-fields';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

const leftOut = '-';

interface MappingEditorProps {
  saved: SavedMapping;
  onClose(): void;
  onSaved(): void;
}

/** Changes what columns of tables with these headers will be taken for from the next import on. */
export function MappingEditor({ saved, onClose, onSaved }: MappingEditorProps): ReactNode {
  const { t, pick } = useTranslator();
  const { transport } = useServices();
  const { busy, run } = useAction();
  const [mapping, setMapping] = useState(saved.mapping);
  const { headers } = saved;
  const fields = new Map(
    Object.entries(mappedColumns(mapping, headers)).map(([field, column]) => [column, field as TargetField]),
  );
  const save = (): void =>
    run(async () => {
      await transport.call('mappings.update', { id: saved.id, mapping: { ...mapping } });
      onSaved();
    });
  const unitSelect = (field: TargetField): ReactNode => {
    const units = isMoneyField(field) ? moneyUnits : isRateField(field) ? rateUnits : [];
    if (units.length === 0) return null;
    return (
      <Select
        aria-label={t('imports.unitOf', { field: pick(importFieldNames[field]) })}
        size="small"
        value={mapping.fields[field]?.unit ?? units[0]}
        options={units.map((value) => ({ value: value as string, label: pick(importUnitNames[value]) }))}
        onChange={(value) => setMapping(withUnit(mapping, field, value))}
        popupMatchSelectWidth={false}
      />
    );
  };
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
                    <Select
                      aria-label={t('imports.meaningOf', { column: header })}
                      value={field ?? leftOut}
                      showSearch={{ optionFilterProp: 'label' }}
                      options={[
                        { value: leftOut, label: t('imports.rawOnly') },
                        ...targetFields.map((value) => ({
                          value: value as string,
                          label: pick(importFieldNames[value]),
                        })),
                      ]}
                      onChange={(value) =>
                        setMapping(
                          withColumn(mapping, headers, column, value === leftOut ? null : (value as TargetField)),
                        )
                      }
                      className="meaning-select"
                    />
                  </td>
                  <td>{field ? unitSelect(field) : null}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
