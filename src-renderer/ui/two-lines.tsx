import type { ReactNode } from 'react';

interface TwoLinesProps {
  children: ReactNode;
  /** Class of the first line. */
  className?: string;
  second: ReactNode;
  secondClassName?: string | undefined;
  /** Shown on hover. */
  title?: string | undefined;
}

/** The lines of a cell of a column with `twoLines`: no element around them, tables are made of thousands. */
export function TwoLines({ children, className, second, secondClassName, title }: TwoLinesProps): ReactNode {
  return (
    <>
      <span className={className} title={title}>
        {children}
      </span>
      {second === null ? null : (
        <small className={secondClassName} title={title}>
          {second}
        </small>
      )}
    </>
  );
}
