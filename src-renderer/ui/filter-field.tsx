import type { ReactNode } from 'react';
import './filters.css';

/** One thing a list can be narrowed down by, with its name above. */
export function FilterField({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <fieldset className={wide ? 'filter-field filter-wide' : 'filter-field'}>
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}
