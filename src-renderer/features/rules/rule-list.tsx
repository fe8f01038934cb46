import { Checkbox, Input, Select } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { categoryName } from '#contract/messages/compliance-names';
import type { ComplianceRuleRow } from '#contract/rules';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RuleRow } from './rule-row.tsx';

function searchable(rule: ComplianceRuleRow): string {
  const { zh, en } = categoryName(rule.category);
  const { id, pack, clause, title, explain, source, examples } = rule;
  const written = [zh, en, id, pack, clause, title.zh, title.en, explain.zh, explain.en];
  return written.concat(source, examples.positive, examples.negative).join('\n').toLowerCase();
}

/** Rules in force first, then those that are not; within, as the packs have them. */
function ordered(rules: readonly ComplianceRuleRow[]): ComplianceRuleRow[] {
  return rules.toSorted((left, right) => Number(right.inForce) - Number(left.inForce));
}

/** The dated rules copy is judged by, to search and read. */
export function RuleList({ day }: { day: string }): ReactNode {
  const { t, pick } = useTranslator();
  const { data, error, reload } = useRemote('rules.compliance', { asOf: day });
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const categories = useMemo(() => [...new Set((data ?? []).map((rule) => rule.category))], [data]);
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return ordered(
      (data ?? []).filter(
        (rule) =>
          (all || rule.inForce) &&
          (category === null || rule.category === category) &&
          (wanted === '' || searchable(rule).includes(wanted)),
      ),
    );
  }, [data, search, category, all]);
  const inForce = (data ?? []).filter((rule) => rule.inForce).length;

  return (
    <Panel
      title={t('rules.list')}
      note={data === null ? null : t('rules.count', { inForce, total: data.length, day })}
      actions={
        <>
          <Input
            allowClear
            className="words-search"
            placeholder={t('rules.search')}
            aria-label={t('rules.search')}
            onChange={(event) => setSearch(event.target.value)}
          />
          <Select
            aria-label={t('words.category')}
            className="rule-category"
            value={category ?? ''}
            onChange={(value) => setCategory(value === '' ? null : value)}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: t('words.category.all') },
              ...categories.map((value) => ({ value, label: pick(categoryName(value)) })),
            ]}
          />
          <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
            {t('rules.all')}
          </Checkbox>
        </>
      }
    >
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {data !== null && shown.length === 0 ? <EmptyState title={t('rules.none')} /> : null}
      {shown.map((rule) => (
        <RuleRow key={`${rule.pack} ${rule.id}`} rule={rule} day={day} />
      ))}
    </Panel>
  );
}
