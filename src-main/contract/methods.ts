import type { z } from 'zod';
import { type AppOutputs, appInputs } from './app-info.ts';
import { type CampaignChangeOutputs, campaignChangeInputs } from './campaign-changes.ts';
import { type CampaignFixOutputs, campaignFixInputs } from './campaign-fixes.ts';
import { type CampaignOutputs, campaignInputs } from './campaigns.ts';
import { type CheckOutputs, checkInputs } from './checks.ts';
import { type CatalogOutputs, catalogInputs } from './catalog.ts';
import { type ComplianceOutputs, complianceInputs } from './compliance.ts';
import { type CompliancePackOutputs, compliancePackInputs } from './compliance-packs.ts';
import { type DashboardOutputs, dashboardInputs } from './dashboard.ts';
import { type DeviceOutputs, deviceInputs } from './devices.ts';
import { type InternalOutputs, internalInputs } from './files.ts';
import { type ImportOutputs, importInputs } from './import.ts';
import { type InboxOutputs, inboxInputs } from './inbox.ts';
import { type JobOutputs, type JobSnapshot, jobInputs } from './jobs.ts';
import { type LinkOutputs, linkInputs } from './links.ts';
import { type PackOutputs, packInputs } from './packs.ts';
import { type PasteOutputs, pasteInputs } from './paste.ts';
import { type PhoneOutputs, type PhoneState, phoneInputs } from './phone.ts';
import { type PolicyOutputs, policyInputs } from './policy.ts';
import { type RuleOutputs, ruleInputs } from './rules.ts';
import { type SavedMappingOutputs, savedMappingInputs } from './saved-mappings.ts';
import { type SettingsOutputs, type Settings, settingsInputs } from './settings.ts';
import { type TemplateOutputs, templateInputs } from './templates.ts';
import { type TopOutputs, topInputs } from './top.ts';
import { type TopRunOutputs, topRunInputs } from './top-runs.ts';
import { type WatchOutputs, type WatchState, watchInputs } from './watch.ts';
import { type WordListOutputs, wordListInputs } from './word-lists.ts';

/** The engine's methods with their input checks. The only registry: client types, server dispatch and handlers derive from it. */
export const inputSchemas = {
  ...appInputs,
  ...settingsInputs,
  ...jobInputs,
  ...catalogInputs,
  ...linkInputs,
  ...importInputs,
  ...savedMappingInputs,
  ...campaignInputs,
  ...campaignChangeInputs,
  ...campaignFixInputs,
  ...inboxInputs,
  ...templateInputs,
  ...packInputs,
  ...pasteInputs,
  ...phoneInputs,
  ...complianceInputs,
  ...compliancePackInputs,
  ...dashboardInputs,
  ...ruleInputs,
  ...checkInputs,
  ...deviceInputs,
  ...policyInputs,
  ...watchInputs,
  ...wordListInputs,
  ...topInputs,
  ...topRunInputs,
  ...internalInputs,
};

interface Outputs
  extends AppOutputs,
    SettingsOutputs,
    JobOutputs,
    CatalogOutputs,
    LinkOutputs,
    ImportOutputs,
    SavedMappingOutputs,
    CampaignOutputs,
    CampaignChangeOutputs,
    CampaignFixOutputs,
    InboxOutputs,
    TemplateOutputs,
    PackOutputs,
    PasteOutputs,
    PhoneOutputs,
    ComplianceOutputs,
    CompliancePackOutputs,
    DashboardOutputs,
    RuleOutputs,
    CheckOutputs,
    DeviceOutputs,
    PolicyOutputs,
    WatchOutputs,
    WordListOutputs,
    TopOutputs,
    TopRunOutputs,
    InternalOutputs {}

export type MethodName = keyof Outputs & keyof typeof inputSchemas;

export type Methods = { [M in MethodName]: { in: z.infer<(typeof inputSchemas)[M]>; out: Outputs[M] } };

export interface Events {
  'job.changed': JobSnapshot;
  /** Something in the catalog, campaigns or checks changed: pages of an older revision are stale. */
  'catalog.changed': { revision: number };
  /** The data folder is of an earlier version: it is backed up and brought up to date before any call is answered. */
  'catalog.upgrading': Record<string, never>;
  'settings.changed': Settings;
  /** A share with a phone started, was opened, or ended. */
  'phone.changed': PhoneState;
  /** Files came into the watched folder, left it, or the folder itself did. */
  'watch.changed': WatchState;
}

export type EventName = keyof Events;
