import type { ReactNode } from 'react';
import './progress-bar.css';

interface ProgressBarProps {
  done: number;
  /** Null while it is not known: something then moves, to tell waiting from standing still. */
  total: number | null;
  label: string;
}

/** How far something is. It stands still between steps: a moving bar would have the whole window drawn all the time. */
export function ProgressBar({ done, total, label }: ProgressBarProps): ReactNode {
  if (total === null) {
    return (
      <div role="progressbar" aria-label={label} className="progress-bar progress-open">
        <div />
      </div>
    );
  }
  const percent = total === 0 ? 0 : Math.min(100, Math.floor((done / total) * 100));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="progress-bar"
    >
      <div style={{ transform: `scaleX(${percent / 100})` }} />
    </div>
  );
}
