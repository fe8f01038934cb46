import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useJudgingDay } from '../../state/use-judging-day.ts';
import { Panel } from '../../ui/panel.tsx';
import { useAction } from '../../ui/use-action.ts';
import { TextCheck } from '../compliance/text-check.tsx';
import { RuleList } from './rule-list.tsx';
import { WordingPacks } from './wording-packs.tsx';
import './compliance-rules.css';

/** The wording rules of any day: try a text on them, read them, load others. */
export function ComplianceRulesTab(): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { run, busy } = useAction();
  const judgingDay = useJudgingDay();
  const [chosen, setChosen] = useState<string | null>(null);
  const day = chosen ?? judgingDay;
  return (
    <div className="stack">
      <Panel
        title={t('rules.try')}
        note={t('rules.try.note')}
        actions={
          <>
            <DatePicker
              allowClear={chosen !== null}
              aria-label={t('rules.day')}
              value={dayjs(day)}
              onChange={(value) => setChosen(value?.format('YYYY-MM-DD') ?? null)}
            />
            <Button loading={busy} onClick={() => run(() => transport.call('compliance.scan', {}))}>
              {t('rules.scan')}
            </Button>
          </>
        }
      >
        <TextCheck asOf={chosen} />
      </Panel>
      <WordingPacks />
      <RuleList day={day} />
    </div>
  );
}
