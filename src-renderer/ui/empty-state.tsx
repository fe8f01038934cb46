import type { ReactNode } from 'react';

/** What a place says while it holds nothing: what would be here and how to get it there. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}): ReactNode {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {actions ? <div className="page-actions">{actions}</div> : null}
    </div>
  );
}
