import type { ReactNode } from 'react';
import { useRoute } from '../../state/services.tsx';
import { CampaignDesk } from './desk/campaign-desk.tsx';
import { TemplatesPage } from './templates/templates-page.tsx';
import { CampaignList } from './list/campaign-list.tsx';
import '../catalog/catalog.css';
import './campaigns.css';

/** The list of campaigns, the one the address names, or the copy templates. */
export function CampaignsPage(): ReactNode {
  const { id } = useRoute();
  if (id === 'templates') return <TemplatesPage />;
  const campaignId = Number(id);
  return Number.isSafeInteger(campaignId) && campaignId > 0 ? (
    <CampaignDesk key={campaignId} id={campaignId} />
  ) : (
    <CampaignList />
  );
}
