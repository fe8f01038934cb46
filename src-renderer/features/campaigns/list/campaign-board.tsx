import { type ReactNode, useState } from 'react';
import type { CampaignSummary } from '#contract/campaigns';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { useToday } from '../../../state/use-today.ts';
import { type BoardColumn, boardColumns, dayOfColumn, sortIntoColumns } from '../board-columns.ts';
import { useCampaignChange } from '../use-campaign-change.ts';
import { CampaignCard } from './campaign-card.tsx';

/** Columns without a card stand back, so that those with cards have room. */
const tracksOf = (columns: ReadonlyMap<BoardColumn, readonly unknown[]>): string =>
  boardColumns.map((column) => (columns.get(column)?.length ? 'minmax(154px, 3fr)' : 'minmax(96px, 1fr)')).join(' ');

/** Campaigns by their day. A card dragged to today, tomorrow or no day gets that day; the card's menu does the same. */
export function CampaignBoard({ campaigns }: { campaigns: readonly CampaignSummary[] }): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { change } = useCampaignChange();
  const today = useToday();
  const columns = sortIntoColumns(campaigns, today);
  const [dragged, setDragged] = useState<CampaignSummary | null>(null);
  const [over, setOver] = useState<BoardColumn | null>(null);

  function drop(column: BoardColumn): void {
    const day = dayOfColumn(column, today);
    if (dragged && day !== undefined && day !== dragged.scheduledOn) {
      const { id } = dragged;
      change(() => transport.call('campaigns.update', { id, scheduledOn: day }));
    }
    setDragged(null);
    setOver(null);
  }

  return (
    <div className="campaign-board" style={{ gridTemplateColumns: tracksOf(columns) }}>
      {boardColumns.map((column) => {
        const cards = columns.get(column) ?? [];
        const takes = dragged !== null && dayOfColumn(column, today) !== undefined;
        return (
          <div
            key={column}
            className={takes && over === column ? 'board-column board-over' : 'board-column'}
            onDragOver={(event) => {
              if (!takes) return;
              event.preventDefault();
              setOver(column);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={() => drop(column)}
          >
            <h2 id={`board-${column}`}>
              {t(`campaigns.board.${column}`)} <span className="faint tabular">{cards.length}</span>
            </h2>
            {cards.length === 0 ? <p className="faint">{t('campaigns.board.none')}</p> : null}
            {cards.map((campaign) => (
              <CampaignCard key={campaign.id} campaign={campaign} onDrag={setDragged} />
            ))}
          </div>
        );
      })}
    </div>
  );
}
