import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useToday } from '../../state/use-today.ts';
import { dayText, overdueText } from './day-text.ts';

/** When a campaign is to be posted, and by how much it is late while something of it is not posted. */
export function CampaignDay({ day, open }: { day: string | null; open: boolean }): ReactNode {
  const translator = useTranslator();
  const today = useToday();
  if (day === null) return <span className="campaign-day faint">{translator.t('campaigns.undated')}</span>;
  const late = open ? overdueText(day, today, translator.t) : null;
  return (
    <span className="campaign-day">
      <time dateTime={day} className="tabular">
        {dayText(day, today, translator)}
      </time>
      {late === null ? null : <small className="campaign-late">{late}</small>}
    </span>
  );
}
