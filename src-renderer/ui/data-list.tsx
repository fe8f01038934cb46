import type { ReactNode } from 'react';

/** Names and values, one pair a line. Pairs whose value is null are left out. */
export function DataList({ rows }: { rows: readonly (readonly [ReactNode, ReactNode])[] }): ReactNode {
  return (
    <dl className="data-list">
      {rows
        .filter(([, value]) => value !== null)
        .map(([name, value], index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list is as fixed as the markup around it
          <div key={index}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
