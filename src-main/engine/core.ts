import { randomUUID } from 'node:crypto';
import { CampaignPreparer } from '#app/campaigns/campaign-preparer';
import { CampaignService } from '#app/campaigns/campaign-service';
import { TemplateBook } from '#app/campaigns/template-book';
import { ComplianceRules } from '#app/rules/compliance-rules';
import { judgingDay } from '#app/rules/judging-day';
import { OpenabilityRules } from '#app/rules/openability-rules';
import { loadBuiltInTemplates } from '#infra/pack/built-in-templates';
import { readBuiltInPacks } from '#infra/rule-pack-files';
import type { Connection } from '#infra/sqlite/open-database';
import { CampaignRepository } from '#infra/sqlite/repositories/campaign-repository';
import { CatalogRepository } from '#infra/sqlite/repositories/catalog-repository';
import { DashboardRepository } from '#infra/sqlite/repositories/dashboard-repository';
import { LinkRepository } from '#infra/sqlite/repositories/link-repository';
import { PackRepository } from '#infra/sqlite/repositories/pack-repository';
import { createSettingsRepository, type SettingsRepository } from '#infra/sqlite/repositories/settings-repository';
import { TemplateRepository } from '#infra/sqlite/repositories/template-repository';
import { VerdictState } from '#infra/sqlite/verdict-state';

/** Rules as they come with the program; read once for each thread. */
export interface RuleBooks {
  openability: OpenabilityRules;
  compliance: ComplianceRules;
}

export function readRuleBooks(resourcesDir: string): RuleBooks {
  return {
    openability: new OpenabilityRules(readBuiltInPacks(resourcesDir, 'openability').at(-1)),
    compliance: new ComplianceRules(readBuiltInPacks(resourcesDir, 'compliance')),
  };
}

/** The object graph over one database connection: the same in the engine and in each job. */
export interface Core extends RuleBooks {
  settings: SettingsRepository;
  verdicts: VerdictState;
  catalog: CatalogRepository;
  links: LinkRepository;
  campaigns: CampaignRepository;
  campaignService: CampaignService;
  preparer: CampaignPreparer;
  templates: TemplateBook;
  packs: PackRepository;
  dashboard: DashboardRepository;
}

export function createCore(db: Connection, rules: RuleBooks, resourcesDir: string, now: () => Date): Core {
  const settings = createSettingsRepository(db);
  const verdicts = new VerdictState(db, rules.openability, () => judgingDay(settings.get(), now()));
  const catalog = new CatalogRepository(db);
  const links = new LinkRepository(db);
  const campaigns = new CampaignRepository(db, now);
  const templates = new TemplateBook(loadBuiltInTemplates(resourcesDir), new TemplateRepository(db, now), randomUUID);
  const preparer = new CampaignPreparer({
    catalog,
    links,
    judgeFor: (asOf) => rules.openability.judgeFor(asOf),
    linterFor: (asOf) => rules.compliance.linterFor(asOf),
    settings: () => settings.get(),
    templateBody: (id, surface) => templates.body(id, surface),
  });
  const asOf = (): string => verdicts.prepare();
  const campaignService = new CampaignService({ campaigns, catalog, links, templates, preparer, asOf, now });
  return {
    ...rules,
    settings,
    verdicts,
    catalog,
    links,
    campaigns,
    campaignService,
    preparer,
    templates,
    packs: new PackRepository(db),
    dashboard: new DashboardRepository(db),
  };
}
