import type { ReactNode } from 'react';
import './two-lines.css';

/** Two lines of which the second is the lesser; beside each other where rows are low. */
export function TwoLines({ children, second }: { children: ReactNode; second: ReactNode }): ReactNode {
  return (
    <div className="two-lines">
      <span className="one-line">{children}</span>
      {second === null ? null : <small className="one-line">{second}</small>}
    </div>
  );
}
