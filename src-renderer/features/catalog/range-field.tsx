import { InputNumber } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';

interface Range {
  min?: number | undefined;
  max?: number | undefined;
}

interface RangeFieldProps {
  label: string;
  value: Range | undefined;
  onChange(range: Range): void;
  /** How many stored units one shown unit is, e.g. 100 for 分 shown as 元. */
  scale: number;
  unit?: string;
}

/** A smallest and a largest value; counts once one leaves the field or presses Enter. */
export function RangeField({ label, value, onChange, scale, unit }: RangeFieldProps): ReactNode {
  const { t } = useTranslator();
  const [draft, setDraft] = useState<Range>(value ?? {});
  const { min, max } = value ?? {};
  useEffect(() => setDraft({ min, max }), [min, max]);

  const commit = (): void => {
    if (draft.min !== min || draft.max !== max) onChange(draft);
  };
  const field = (end: 'min' | 'max'): ReactNode => (
    <InputNumber
      aria-label={t(`catalog.filter.${end}`, { what: label })}
      placeholder={t('filter.any')}
      min={0}
      precision={scale === 1 ? 0 : 2}
      value={shown(draft[end], scale)}
      onChange={(next) => setDraft({ ...draft, [end]: next === null ? undefined : Math.round(next * scale) })}
      onBlur={commit}
      onPressEnter={commit}
      controls={false}
      {...(unit === undefined ? {} : { suffix: unit })}
    />
  );
  return (
    <div className="range-field">
      {field('min')}
      <span aria-hidden="true">–</span>
      {field('max')}
    </div>
  );
}

const shown = (value: number | undefined, scale: number): number | null => (value === undefined ? null : value / scale);
