import { Select } from 'antd';
import type { ReactNode } from 'react';
import { type SurfaceId, surfaceIds } from '#contract/surfaces';
import { useTranslator } from '../i18n/locale.tsx';

interface SurfaceSelectProps {
  value: SurfaceId;
  onChange(surface: SurfaceId): void;
  /** Which places to offer; all by default. */
  among?: readonly SurfaceId[];
  label?: string;
}

/** Where in WeChat. */
export function SurfaceSelect({ value, onChange, among = surfaceIds, label }: SurfaceSelectProps): ReactNode {
  const { t } = useTranslator();
  return (
    <Select
      aria-label={label ?? t('surface.label')}
      value={value}
      onChange={onChange}
      options={among.map((id) => ({ value: id, label: t(`surface.${id}`) }))}
      popupMatchSelectWidth={false}
      className="surface-select"
    />
  );
}
