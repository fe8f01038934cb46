import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { linkKindName } from '#contract/messages/link-messages';
import type { ImpactedCampaign, ImpactedLink, PolicyImpact } from '#contract/policy';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Count } from '../../ui/money.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { StatTile } from '../../ui/stat-tile.tsx';
import { OneLine } from '../../ui/one-line.tsx';

const listedPerPage = 10;

/** Counts first, then which campaigns, then link by link. */
export function ImpactReport({ impact }: { impact: PolicyImpact }): ReactNode {
  const { t, locale } = useTranslator();
  const { before, after, compared, changed, linksChanged, campaigns } = impact;
  const counted = (value: number): string => value.toLocaleString(locale);
  if (changed === 0) {
    return <EmptyState title={t('impact.none')}>{t('impact.none.note', { compared: counted(compared) })}</EmptyState>;
  }
  return (
    <div className="stack">
      <p className="secondary impact-between">
        {t('impact.between', {
          before: before.packId,
          beforeDay: before.asOf,
          after: after.packId,
          afterDay: after.asOf,
        })}
      </p>
      <div className="stat-row">
        <StatTile label={t('impact.links')} value={counted(linksChanged)} tone="warn" />
        <StatTile
          label={t('impact.changed')}
          value={counted(changed)}
          note={t('impact.changed.note', { compared: counted(compared) })}
        />
        <StatTile label={t('impact.campaigns')} value={counted(new Set(campaigns.map(({ id }) => id)).size)} />
      </div>
      <Counts impact={impact} />
      {campaigns.length === 0 ? null : <Campaigns campaigns={campaigns} />}
      <Links impact={impact} />
    </div>
  );
}

function Counts({ impact: { counts } }: { impact: PolicyImpact }): ReactNode {
  const { t } = useTranslator();
  return (
    <section>
      <h4 className="impact-heading">{t('impact.counts')}</h4>
      <Table
        rowKey={({ surface, from, to }) => `${surface} ${from} ${to}`}
        size="small"
        pagination={{ pageSize: listedPerPage, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={counts}
        columns={[
          {
            key: 'surface',
            title: t('impact.surface'),
            render: (_, { surface }) => t(`surface.${surface as SurfaceId}`),
          },
          { key: 'from', title: t('impact.from'), render: (_, { from }) => <OutcomeTag outcome={from} /> },
          { key: 'to', title: t('impact.to'), render: (_, { to }) => <OutcomeTag outcome={to} /> },
          {
            key: 'links',
            title: t('impact.count'),
            align: 'end',
            render: (_, { links }) => <Count value={links} />,
          },
        ]}
      />
    </section>
  );
}

function Campaigns({ campaigns }: { campaigns: readonly ImpactedCampaign[] }): ReactNode {
  const { t } = useTranslator();
  return (
    <section>
      <h4 className="impact-heading">{t('impact.campaigns')}</h4>
      <ul className="impact-campaigns">
        {campaigns.map(({ id, name, surface, items, changes }) => (
          <li key={`${id} ${surface}`}>
            <strong>{name}</strong>
            <span className="secondary">
              {t(`surface.${surface}`)} · {t('impact.campaign.of', { n: items })}
            </span>
            {changes.map(({ from, to, items: turned }) => (
              <span key={`${from} ${to}`} className="impact-turn">
                <OutcomeTag outcome={from} /> → <OutcomeTag outcome={to} />
                <span className="tabular">{t('impact.campaign.items', { n: turned })}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Links({ impact: { links, changed } }: { impact: PolicyImpact }): ReactNode {
  const { t, pick } = useTranslator();
  const columns: TableColumnsType<ImpactedLink> = [
    {
      key: 'link',
      title: t('policy.kind'),
      render: (_, { kind, value, productTitle }) => (
        <div className="result-link">
          <OneLine>{productTitle ?? pick(linkKindName(kind))}</OneLine>
          <span className="mono faint one-line" title={value}>
            {value}
          </span>
        </div>
      ),
    },
    {
      key: 'surface',
      title: t('impact.surface'),
      width: 130,
      render: (_, { surface }) => t(`surface.${surface}`),
    },
    { key: 'from', title: t('impact.from'), width: 140, render: (_, { from }) => <OutcomeTag outcome={from} /> },
    { key: 'to', title: t('impact.to'), width: 140, render: (_, { to }) => <OutcomeTag outcome={to} /> },
  ];
  return (
    <section>
      <h4 className="impact-heading">{t('impact.list')}</h4>
      {links.length < changed ? <p className="faint">{t('impact.list.first', { n: links.length })}</p> : null}
      <Table
        rowKey={({ linkId, surface }) => `${linkId} ${surface}`}
        size="small"
        tableLayout="fixed"
        columns={columns}
        dataSource={links}
        pagination={{ pageSize: listedPerPage, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </section>
  );
}
