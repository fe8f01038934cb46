import type { ReactNode } from 'react';

interface OneLineProps {
  children: string;
  as?: 'span' | 'strong' | 'small' | 'p';
  className?: string;
}

/** A text on one line that ends in dots where it finds no room; the whole of it is shown on hover. */
export function OneLine({ children, as: Kind = 'span', className }: OneLineProps): ReactNode {
  return (
    <Kind className={className === undefined ? 'one-line' : `one-line ${className}`} title={children}>
      {children}
    </Kind>
  );
}
