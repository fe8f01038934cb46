import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { ImportPreview } from '#contract/import';
import {
  importFieldNames,
  mappingReasons,
  mappingRivalReasons,
  unitReasons,
} from '#contract/messages/import-mapping-messages';
import type { MappingFile } from '#domain/import/mapping-file';
import { reasonColumns } from '#domain/import/reason-column';
import type { TargetField } from '#domain/import/target-fields';
import { useTranslator } from '../../i18n/locale.tsx';
import type { DraftFile } from '../../state/import-store.ts';
import { useServices } from '../../state/services.tsx';
import { fieldsByColumn, MeaningSelect, UnitSelect } from './column-selects.tsx';
import { OneLine } from '../../ui/one-line.tsx';

const samples = 3;

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

/** The unit of a column, with the reason where it was recognised. */
function ColumnUnit({
  preview,
  mapping,
  field,
  onChange,
}: { field: TargetField } & Omit<ColumnProps, 'column' | 'field'>): ReactNode {
  const { pick } = useTranslator();
  const recognised = preview.units.find((each) => each.field === field);
  const chosen = mapping.fields[field]?.unit;
  const isRecognised = recognised !== undefined && (chosen === undefined || chosen === recognised.unit);
  return (
    <>
      <UnitSelect mapping={mapping} field={field} recognised={recognised?.unit} onChange={onChange} />
      {isRecognised ? <small className="faint">{pick(unitReasons[recognised.reason])}</small> : null}
    </>
  );
}

function ColumnRow({ preview, mapping, column, field, onChange }: ColumnProps): ReactNode {
  const { headers, sampleRows } = preview;
  const header = headers[column] ?? '';
  const values = sampleRows.map(({ cells }) => cells[column]?.trim() ?? '').filter((value) => value !== '');
  return (
    <tr>
      <th scope="row">{header}</th>
      <td className="column-samples">
        {values.slice(0, samples).map((value, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- samples may repeat
          <OneLine key={index}>{value}</OneLine>
        ))}
      </td>
      <td>
        <MeaningSelect mapping={mapping} headers={headers} column={column} field={field} onChange={onChange} />
      </td>
      <td>{field ? <ColumnUnit preview={preview} mapping={mapping} field={field} onChange={onChange} /> : null}</td>
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
  const fields = fieldsByColumn(mapping, preview.headers);
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
