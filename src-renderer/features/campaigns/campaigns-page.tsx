import type { ReactNode } from 'react';
import { useRoute } from '../../state/services.tsx';
import { CampaignDesk } from './desk/campaign-desk.tsx';
import { CampaignList } from './list/campaign-list.tsx';
import '../catalog/catalog.css';
import './campaigns.css';

/** The list of campaigns, or the one the address names. */
export function CampaignsPage(): ReactNode {
  const { id } = useRoute();
  const campaignId = Number(id);
  return Number.isSafeInteger(campaignId) && campaignId > 0 ? (
    <CampaignDesk key={campaignId} id={campaignId} />
  ) : (
    <CampaignList />
  );
}
