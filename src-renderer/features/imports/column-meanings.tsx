import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ImportPreview } from '#contract/import';
import {
  importFieldNames,
  importUnitNames,
  mappingReasons,
  mappingRivalReasons,
  unitReasons,
} from '#contract/messages/import-mapping-messages';
import { type MappingFile, mappedColumns, withColumn, withUnit } from '#domain/import/mapping-file';
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
import type { DraftFile } from '../../state/import-store.ts';
import { useServices } from '../../state/services.tsx';

const samples = 3;
const leftOut = '-';

interface ColumnProps {
  preview: ImportPreview;
  /** As it stands on the screen, which the preview may not have caught up with. */
  mapping: MappingFile;
  column: number;
  field: TargetField | null;
  onChange(mapping: MappingFile): void;
}

/** Why the column was taken for this, or what else would fit. */
function Reason({ preview, column, field }: Omit<ColumnProps, 'mapping' | 'onChange'>): ReactNode {
  const { pick } = useTranslator();
  const choice = preview.choices.find((each) => each.column === column && each.field === field);
  const rival = preview.rivals.find((each) => each.column === column && each.field !== field);
  return (
    <>
      {choice ? pick(mappingReasons[choice.reason]) : null}
      {rival ? (
        <span className="faint">
          {pick(importFieldNames[rival.field])}：{pick(mappingRivalReasons[rival.reason])}
        </span>
      ) : null}
    </>
  );
}

function UnitSelect({
  preview,
  mapping,
  field,
  onChange,
}: { field: TargetField } & Omit<ColumnProps, 'column' | 'field'>): ReactNode {
  const { t, pick } = useTranslator();
  const units = isMoneyField(field) ? moneyUnits : isRateField(field) ? rateUnits : [];
  if (units.length === 0) return null;
  const recognised = preview.units.find((each) => each.field === field);
  const unit = mapping.fields[field]?.unit ?? recognised?.unit ?? units[0];
  return (
    <>
      <Select
        aria-label={t('imports.unitOf', { field: pick(importFieldNames[field]) })}
        size="small"
        value={unit ?? null}
        options={units.map((value) => ({ value: value as string, label: pick(importUnitNames[value]) }))}
        onChange={(value) => onChange(withUnit(mapping, field, value))}
        popupMatchSelectWidth={false}
      />
      {recognised?.unit === unit && recognised ? (
        <small className="faint">{pick(unitReasons[recognised.reason])}</small>
      ) : null}
    </>
  );
}

function ColumnRow({ preview, mapping, column, field, onChange }: ColumnProps): ReactNode {
  const { t, pick } = useTranslator();
  const { headers, sampleRows } = preview;
  const header = headers[column] ?? '';
  const values = sampleRows.map(({ cells }) => cells[column]?.trim() ?? '').filter((value) => value !== '');
  return (
    <tr>
      <th scope="row">{header}</th>
      <td className="column-samples">
        {values.slice(0, samples).map((value, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- samples may repeat
          <span key={index} className="one-line" title={value}>
            {value}
          </span>
        ))}
      </td>
      <td>
        <Select
          aria-label={t('imports.meaningOf', { column: header })}
          value={field ?? leftOut}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: leftOut, label: t('imports.rawOnly') },
            ...targetFields.map((value) => ({ value: value as string, label: pick(importFieldNames[value]) })),
          ]}
          onChange={(value) =>
            onChange(withColumn(mapping, headers, column, value === leftOut ? null : (value as TargetField)))
          }
          className="meaning-select"
        />
      </td>
      <td>{field ? <UnitSelect preview={preview} mapping={mapping} field={field} onChange={onChange} /> : null}</td>
      <td className="secondary">
        <Reason preview={preview} column={column} field={field} />
      </td>
    </tr>
  );
}

/** What each column means, with samples, the reason for the guess and units; changes are read again at once. */
export function ColumnMeanings({
  file,
  preview,
  onChange,
}: {
  file: DraftFile;
  preview: ImportPreview;
  onChange(mapping: MappingFile): void;
}): ReactNode {
  const { t } = useTranslator();
  const { imports } = useServices();
  const mapping = file.mapping ?? preview.mapping;
  const fields = new Map(
    Object.entries(mappedColumns(mapping, preview.headers)).map(([field, column]) => [column, field as TargetField]),
  );
  return (
    <div className="stack">
      <div className="toolbar">
        <span className="secondary">{t(preview.mappingSaved ? 'imports.savedMapping' : 'imports.columns.note')}</span>
        <span className="toolbar-space" />
        <Checkbox
          checked={file.saveMapping}
          onChange={({ target }) => imports.getState().remember(file.picked.ref, target.checked)}
        >
          {t('imports.remember')}
        </Checkbox>
      </div>
      <div className="column-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('imports.header')}</th>
              <th scope="col">{t('imports.samples')}</th>
              <th scope="col">{t('imports.meaning')}</th>
              <th scope="col">{t('imports.unit')}</th>
              <th scope="col">{t('imports.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.headers.map((header, column) =>
              column < reasonColumns(preview.headers) ? null : (
                <ColumnRow
                  // oxlint-disable-next-line react/no-array-index-key -- columns have no other name
                  key={`${column} ${header}`}
                  preview={preview}
                  mapping={mapping}
                  column={column}
                  field={fields.get(column) ?? null}
                  onChange={onChange}
                />
              ),
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}
