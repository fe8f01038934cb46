import { randomUUID } from 'node:crypto';
import { CampaignPreparer } from '#app/campaigns/campaign-preparer';
import { CampaignService } from '#app/campaigns/campaign-service';
import { TemplateBook } from '#app/campaigns/template-book';
import { ComplianceBook } from '#app/compliance/compliance-book';
import { PackShelf } from '#app/compliance/pack-shelf';
import { WordLists } from '#app/compliance/word-lists';
import { ComplianceRules } from '#app/rules/compliance-rules';
import { judgingDay } from '#app/rules/judging-day';
import { OpenabilityRules } from '#app/rules/openability-rules';
import { loadBuiltInTemplates } from '#infra/pack/built-in-templates';
import { readBuiltInPacks } from '#infra/rule-pack-files';
import type { Connection } from '#infra/sqlite/open-database';
import { CampaignRepository } from '#infra/sqlite/repositories/campaign-repository';
import { CatalogRepository } from '#infra/sqlite/repositories/catalog-repository';
import { ComplianceRepository } from '#infra/sqlite/repositories/compliance-repository';
import { DashboardRepository } from '#infra/sqlite/repositories/dashboard-repository';
import { FindingRepository } from '#infra/sqlite/repositories/finding-repository';
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
export interface Core extends Omit<RuleBooks, 'compliance'> {
  compliance: ComplianceBook;
  complianceStore: ComplianceRepository;
  wordLists: WordLists;
  packShelf: PackShelf;
  findings: FindingRepository;
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
  const complianceStore = new ComplianceRepository(db, now);
  const compliance = new ComplianceBook(rules.compliance, complianceStore);
  const verdicts = new VerdictState(db, rules.openability, () => judgingDay(settings.get(), now()));
  const catalog = new CatalogRepository(db);
  const links = new LinkRepository(db);
  const campaigns = new CampaignRepository(db, now);
  const templates = new TemplateBook(loadBuiltInTemplates(resourcesDir), new TemplateRepository(db, now), randomUUID);
  const preparer = new CampaignPreparer({
    catalog,
    links,
    judgeFor: (asOf) => rules.openability.judgeFor(asOf),
    linterFor: (asOf) => compliance.linterFor(asOf, settings.get().language === 'en' ? 'en' : 'zh'),
    settings: () => settings.get(),
    templateBody: (id, surface) => templates.body(id, surface),
  });
  const asOf = (): string => verdicts.prepare();
  const campaignService = new CampaignService({ campaigns, catalog, links, templates, preparer, asOf, now });
  return {
    openability: rules.openability,
    compliance,
    complianceStore,
    packShelf: new PackShelf(compliance, complianceStore),
    findings: new FindingRepository(db),
    wordLists: new WordLists({ store: complianceStore, locale: () => settings.get().language }),
    settings,
    verdicts,
    catalog,
    links,
    campaigns,
    campaignService,
    preparer,
    templates,
    packs: new PackRepository(db, now),
    dashboard: new DashboardRepository(db),
  };
}
