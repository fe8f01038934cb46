import { campaignsTexts } from '../features/campaigns/campaigns-texts.ts';
import { catalogTexts } from '../features/catalog/catalog-texts.ts';
import { complianceTexts } from '../features/compliance/compliance-texts.ts';
import { dashboardTexts } from '../features/dashboard/dashboard-texts.ts';
import { devicesTexts } from '../features/devices/devices-texts.ts';
import { fixesTexts } from '../features/fixes/fixes-texts.ts';
import { importsTexts } from '../features/imports/imports-texts.ts';
import { inboxTexts } from '../features/inbox/inbox-texts.ts';
import { linksTexts } from '../features/links/links-texts.ts';
import { packsTexts } from '../features/packs/packs-texts.ts';
import { policyTexts } from '../features/policy/policy-texts.ts';
import { pasteTexts } from '../features/paste/paste-texts.ts';
import { rulesTexts } from '../features/rules/rules-texts.ts';
import { settingsTexts } from '../features/settings/settings-texts.ts';
import { topTexts } from '../features/top/top-texts.ts';
import { tourTexts } from '../features/tour/tour-texts.ts';
import { watchTexts } from '../features/watch/watch-texts.ts';
import { wordsTexts } from '../features/words/words-texts.ts';
import { checksTexts } from '../features/checks/checks-texts.ts';
import { commonTexts } from './common-texts.ts';

/** Every visible string of the app. Features keep their own part beside their code and are added here. */
export const texts = {
  ...commonTexts,
  ...complianceTexts,
  ...dashboardTexts,
  ...devicesTexts,
  ...inboxTexts,
  ...fixesTexts,
  ...catalogTexts,
  ...checksTexts,
  ...linksTexts,
  ...campaignsTexts,
  ...packsTexts,
  ...pasteTexts,
  ...importsTexts,
  ...policyTexts,
  ...rulesTexts,
  ...settingsTexts,
  ...watchTexts,
  ...wordsTexts,
  ...topTexts,
  ...tourTexts,
} as const;

export type TextKey = keyof typeof texts;
