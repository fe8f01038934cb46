import { type ReactNode, useId } from 'react';

interface PanelProps {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  /** Lets wide content (tables, charts) reach the panel's edges. */
  flush?: boolean;
  /** Anchor for links to this section. */
  id?: string;
  children: ReactNode;
}

/** A titled section of a page. */
export function Panel({ title, note, actions, flush = false, id, children }: PanelProps): ReactNode {
  const heading = useId();
  return (
    <section className="panel" aria-labelledby={heading} id={id}>
      <header className="panel-head">
        <div>
          <h2 id={heading}>{title}</h2>
          {note ? <p>{note}</p> : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      <div className={flush ? 'panel-body panel-flush' : 'panel-body'}>{children}</div>
    </section>
  );
}
