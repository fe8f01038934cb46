import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';

export interface NumberLine {
  key: string;
  label: ReactNode;
  count: number;
  onOpen(): void;
}

/** Names with counts, longest bar first; each opens its rows. */
export function NumberList({ lines }: { lines: readonly NumberLine[] }): ReactNode {
  const { locale } = useTranslator();
  const most = Math.max(1, ...lines.map(({ count }) => count));
  return (
    <ul className="number-list">
      {lines.map(({ key, label, count, onOpen }) => (
        <li key={key}>
          <button type="button" onClick={onOpen} disabled={count === 0}>
            <span>{label}</span>
            <span className="number-bar" aria-hidden="true">
              <span style={{ width: `${(count / most) * 100}%` }} />
            </span>
            <span className="tabular">{count.toLocaleString(locale)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
