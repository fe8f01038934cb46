import { type ReactNode, useId } from 'react';

interface SettingRowProps {
  label: string;
  note?: ReactNode;
  /** The note says what is wrong with what was entered. */
  isWrong?: boolean;
  /** Gets the id of the label, for `aria-labelledby`. */
  children: (labelId: string) => ReactNode;
}

/** One setting: its name and meaning on the left, its control on the right. */
export function SettingRow({ label, note, isWrong = false, children }: SettingRowProps): ReactNode {
  const labelId = useId();
  return (
    <div className="setting-row">
      <div>
        <span id={labelId}>{label}</span>
        {isWrong ? (
          <p role="alert" className="stat-bad">
            {note}
          </p>
        ) : null}
        {note && !isWrong ? <p>{note}</p> : null}
      </div>
      <div>{children(labelId)}</div>
    </div>
  );
}
