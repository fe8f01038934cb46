import type { ReactNode } from 'react';

interface TwoLinesProps {
  children: ReactNode;
  /** Class of the first line. */
  className?: string;
  second: ReactNode;
  /** Shown on hover. */
  title?: string | undefined;
}

/** The lines of a cell of a column with `twoLines`: no element around them, tables are made of thousands. */
export function TwoLines({ children, className, second, title }: TwoLinesProps): ReactNode {
  return (
    <>
      <span className={className} title={title}>
        {children}
      </span>
      {second === null ? null : <small title={title}>{second}</small>}
    </>
  );
}
