import { type ReactNode, useId } from 'react';

interface SettingRowProps {
  label: string;
  note?: ReactNode;
  /** Gets the id of the label, for `aria-labelledby`. */
  children: (labelId: string) => ReactNode;
}

/** One setting: its name and meaning on the left, its control on the right. */
export function SettingRow({ label, note, children }: SettingRowProps): ReactNode {
  const labelId = useId();
  return (
    <div className="setting-row">
      <div>
        <span id={labelId}>{label}</span>
        {note ? <p>{note}</p> : null}
      </div>
      <div>{children(labelId)}</div>
    </div>
  );
}
