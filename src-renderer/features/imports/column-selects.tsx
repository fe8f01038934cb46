import { Select } from 'antd';
import type { ReactNode } from 'react';
import { importFieldNames, importUnitNames } from '#contract/messages/import-mapping-messages';
import { type MappingFile, mappedColumns, withColumn, withUnit } from '#domain/import/mapping-file';
import {
  isMoneyField,
  isRateField,
  moneyUnits,
  rateUnits,
  type TargetField,
  targetFields,
  type MoneyUnit,
  type RateUnit,
} from '#domain/import/target-fields';
import { useTranslator } from '../../i18n/locale.tsx';

const leftOut = '-';

/** What each column is taken for, by its index. */
export function fieldsByColumn(mapping: MappingFile, headers: readonly string[]): Map<number, TargetField> {
  return new Map(
    Object.entries(mappedColumns(mapping, headers)).map(([field, column]) => [column, field as TargetField]),
  );
}

interface MeaningSelectProps {
  mapping: MappingFile;
  headers: readonly string[];
  column: number;
  field: TargetField | null;
  onChange(mapping: MappingFile): void;
}

/** What a column is taken for; left out, it is kept as it is. */
export function MeaningSelect({ mapping, headers, column, field, onChange }: MeaningSelectProps): ReactNode {
  const { t, pick } = useTranslator();
  return (
    <Select
      aria-label={t('imports.meaningOf', { column: headers[column] ?? '' })}
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
  );
}

interface UnitSelectProps {
  mapping: MappingFile;
  field: TargetField;
  /** What the values look like, where nobody has said. */
  recognised?: MoneyUnit | RateUnit | undefined;
  onChange(mapping: MappingFile): void;
}

/** The unit a column of money or rates is in; nothing for other columns. */
export function UnitSelect({ mapping, field, recognised, onChange }: UnitSelectProps): ReactNode {
  const { t, pick } = useTranslator();
  const units: readonly (MoneyUnit | RateUnit)[] = isMoneyField(field)
    ? moneyUnits
    : isRateField(field)
      ? rateUnits
      : [];
  const [usual] = units;
  if (usual === undefined) return null;
  return (
    <Select
      aria-label={t('imports.unitOf', { field: pick(importFieldNames[field]) })}
      size="small"
      value={mapping.fields[field]?.unit ?? recognised ?? usual}
      options={units.map((value) => ({ value: value as string, label: pick(importUnitNames[value]) }))}
      onChange={(value) => onChange(withUnit(mapping, field, value))}
      popupMatchSelectWidth={false}
    />
  );
}
