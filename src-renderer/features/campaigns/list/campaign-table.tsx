import { Button, Pagination } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CampaignSummary } from '#contract/campaigns';
import { useTranslator } from '../../../i18n/locale.tsx';
import { Money } from '../../../ui/money.tsx';
import { CampaignDay } from '../campaign-day.tsx';
import { CampaignMenu } from '../campaign-menu.tsx';
import { useCampaignRoutes } from '../use-campaign-routes.ts';
import { hasOpenWork, NextStepButton } from './next-step-button.tsx';
import { SurfaceCounts } from './surface-counts.tsx';

const perPage = 50;

/** Campaigns with how far each is on each surface, and what comes next. */
export function CampaignTable({ campaigns }: { campaigns: readonly CampaignSummary[] }): ReactNode {
  const { t } = useTranslator();
  const [page, setPage] = useState(1);
  const first = Math.min(page - 1, Math.floor((campaigns.length - 1) / perPage)) * perPage;
  return (
    <>
      <div className="campaign-table">
        <table>
          <caption className="visually-hidden">{t('nav.campaigns')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('campaigns.column.name')}</th>
              <th scope="col">{t('campaigns.column.day')}</th>
              <th scope="col">{t('campaigns.column.progress')}</th>
              <th scope="col" className="cell-end">
                {t('campaigns.column.value')}
              </th>
              <th scope="col">{t('campaigns.column.next')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('campaigns.column.more')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {campaigns.slice(first, first + perPage).map((campaign) => (
              <CampaignRow key={campaign.id} campaign={campaign} />
            ))}
          </tbody>
        </table>
      </div>
      {campaigns.length > perPage ? (
        <Pagination
          align="end"
          current={first / perPage + 1}
          pageSize={perPage}
          total={campaigns.length}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
    </>
  );
}

function CampaignRow({ campaign }: { campaign: CampaignSummary }): ReactNode {
  const { t } = useTranslator();
  const routes = useCampaignRoutes();
  const { id, name, note, items, scheduledOn, surfaces, commissionFen } = campaign;
  return (
    <tr>
      <th scope="row">
        <Button type="link" className="campaign-name" title={name} onClick={() => routes.desk(id)}>
          {name}
        </Button>
        <small>
          {t('common.items', { n: items })}
          {note === '' ? '' : ` · ${note}`}
        </small>
      </th>
      <td>
        <CampaignDay day={scheduledOn} open={hasOpenWork(campaign)} />
      </td>
      <td>
        {surfaces.map((surface) => (
          <SurfaceCounts key={surface.surface} campaignId={id} surface={surface} />
        ))}
      </td>
      <td className="cell-end">
        <Money fen={commissionFen} />
      </td>
      <td>
        <NextStepButton campaign={campaign} />
      </td>
      <td>
        <CampaignMenu campaign={campaign} />
      </td>
    </tr>
  );
}
