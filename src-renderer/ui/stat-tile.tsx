import type { ReactNode } from 'react';
import type { Tone } from '../theme/status-colors.ts';

interface StatTileProps {
  label: ReactNode;
  value: ReactNode;
  /** What the number means or rests on, in few words. */
  note?: ReactNode;
  tone?: Tone;
  /** Opens exactly the rows that the number counts. */
  onOpen?: () => void;
  /** Opens exactly the rows that the note speaks of, where those are others. */
  onNote?: () => void;
}

/** One number with its name; a button when there are rows behind it. */
export function StatTile({ onNote, note, ...tile }: StatTileProps): ReactNode {
  if (!onNote || !note) return <Tile {...tile} note={note} />;
  return (
    <div className="stat-pair">
      <Tile {...tile} />
      <button type="button" className="text-link stat-note" onClick={onNote}>
        {note}
      </button>
    </div>
  );
}

function Tile({ label, value, note, tone, onOpen }: Omit<StatTileProps, 'onNote'>): ReactNode {
  const body = (
    <>
      <span className="stat-label">{label}</span>
      <span className={tone ? `stat-value stat-${tone}` : 'stat-value'}>{value}</span>
      {note ? <span className="stat-note">{note}</span> : null}
    </>
  );
  return onOpen ? (
    <button type="button" className="stat-tile stat-link" onClick={onOpen}>
      {body}
    </button>
  ) : (
    <div className="stat-tile">{body}</div>
  );
}
