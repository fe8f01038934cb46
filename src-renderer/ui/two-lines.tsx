import type { ReactNode } from 'react';

interface TwoLinesProps {
  children: ReactNode;
  /** Class of the first line. */
  className?: string;
  second: ReactNode;
  secondClassName?: string | undefined;
  /** Shown on hover. */
  title?: string | undefined;
  /** Shown on hover of the second line, where that is something else. */
  secondTitle?: string | undefined;
}

/** The lines of a cell of a column with `twoLines`: no element around them, tables are made of thousands. */
export function TwoLines(props: TwoLinesProps): ReactNode {
  const { children, className, second, secondClassName, title, secondTitle = title } = props;
  return (
    <>
      <span className={className} title={title}>
        {children}
      </span>
      {second === null ? null : (
        <small className={secondClassName} title={secondTitle}>
          {second}
        </small>
      )}
    </>
  );
}
