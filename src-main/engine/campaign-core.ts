import { setImmediate } from 'node:timers/promises';
import { CampaignChecks } from '#app/campaigns/campaign-checks';
import { CampaignPreparer } from '#app/campaigns/campaign-preparer';
import { CampaignService } from '#app/campaigns/campaign-service';
import { ItemDesk } from '#app/campaigns/item-desk';
import type { TemplateBook } from '#app/campaigns/template-book';
import { Inbox } from '#app/inbox/inbox';
import type { ComplianceBook } from '#app/compliance/compliance-book';
import type { OpenabilityRules } from '#app/rules/openability-rules';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import type { Connection } from '#infra/sqlite/open-database';
import { CampaignChangeLog } from '#infra/sqlite/repositories/campaign-change-log';
import { CampaignCheckRepository } from '#infra/sqlite/repositories/campaign-check-repository';
import { CampaignRepository } from '#infra/sqlite/repositories/campaign-repository';
import { CampaignTables } from '#infra/sqlite/repositories/campaign-tables';
import type { CatalogRepository } from '#infra/sqlite/repositories/catalog-repository';
import { InboxRepository } from '#infra/sqlite/repositories/inbox-repository';
import type { DeviceRepository } from '#infra/sqlite/repositories/device-repository';
import type { EvidenceRepository } from '#infra/sqlite/repositories/evidence-repository';
import type { LinkRepository } from '#infra/sqlite/repositories/link-repository';
import type { SettingsRepository } from '#infra/sqlite/repositories/settings-repository';
import type { VerdictState } from '#infra/sqlite/verdict-state';

export interface CampaignCore {
  campaigns: CampaignRepository;
  campaignChanges: CampaignChangeLog;
  campaignChecks: CampaignChecks;
  campaignService: CampaignService;
  itemDesk: ItemDesk;
  inbox: Inbox;
  preparer: CampaignPreparer;
}

interface Parts {
  db: Connection;
  now(): Date;
  settings: SettingsRepository;
  compliance: ComplianceBook;
  openability: OpenabilityRules;
  verdicts: VerdictState;
  catalog: CatalogRepository;
  links: LinkRepository;
  evidence: EvidenceRepository;
  devices: DeviceRepository;
  templates: TemplateBook;
  unscanned(): number;
}

/** Everything about campaigns over one database connection. */
export function createCampaignCore(parts: Parts): CampaignCore {
  const { db, now, settings, compliance, openability, verdicts, catalog, links, evidence, devices, templates } = parts;
  const { unscanned } = parts;
  const asOf = (): string => verdicts.prepare();
  const today = (): string => shanghaiDay(now());
  const campaigns = new CampaignRepository(db);
  const changes = new CampaignChangeLog(db, new CampaignTables(db, campaigns, now), now);
  const preparer = new CampaignPreparer({
    catalog,
    links,
    evidence,
    deviceRecords: () => devices.all(),
    judgeFor: (day) => openability.judgeFor(day),
    linterFor: (day) => compliance.linterFor(day, settings.get().language === 'en' ? 'en' : 'zh'),
    rulesOf: (day) => compliance.fingerprint(day),
    settings: () => settings.get(),
    templates,
  });
  const store = new CampaignCheckRepository(db);
  const checks = new CampaignChecks({ store, campaigns, preparer, asOf, breathe: () => setImmediate() });
  return {
    campaigns,
    campaignChanges: changes,
    campaignChecks: checks,
    campaignService: new CampaignService({ campaigns, changes, catalog, templates, preparer, checks, asOf, today }),
    itemDesk: new ItemDesk({ campaigns, changes, links, templates, preparer, asOf, now }),
    inbox: new Inbox({ campaigns, changes, checks, preparer, store: new InboxRepository(db), unscanned, asOf, today }),
    preparer,
  };
}
