import { randomUUID } from 'node:crypto';
import { TemplateBook } from '#app/campaigns/template-book';
import { ComplianceBook } from '#app/compliance/compliance-book';
import { PackShelf } from '#app/compliance/pack-shelf';
import { DeviceBook } from '#app/devices/device-book';
import { PolicyShelf } from '#app/policy/policy-shelf';
import { WordLists } from '#app/compliance/word-lists';
import { ComplianceRules } from '#app/rules/compliance-rules';
import { judgingDay } from '#app/rules/judging-day';
import { OpenabilityRules } from '#app/rules/openability-rules';
import { loadBuiltInTemplates } from '#infra/pack/built-in-templates';
import { readBuiltInPacks } from '#infra/rule-pack-files';
import type { Connection } from '#infra/sqlite/open-database';
import { CheckPlanRepository } from '#infra/sqlite/repositories/check-plan-repository';
import { CheckRunRepository } from '#infra/sqlite/repositories/check-run-repository';
import { CatalogRepository } from '#infra/sqlite/repositories/catalog-repository';
import { ComplianceRepository } from '#infra/sqlite/repositories/compliance-repository';
import type { OverviewDays, SummaryStore } from '#app/ports/dashboard-reader';
import { DashboardRepository } from '#infra/sqlite/repositories/dashboard-repository';
import { DeviceRepository } from '#infra/sqlite/repositories/device-repository';
import { EvidenceRepository } from '#infra/sqlite/repositories/evidence-repository';
import { FindingRepository } from '#infra/sqlite/repositories/finding-repository';
import { LinkGroupRepository } from '#infra/sqlite/repositories/link-group-repository';
import { LinkFactsRepository } from '#infra/sqlite/repositories/link-facts-repository';
import { LinkRepository } from '#infra/sqlite/repositories/link-repository';
import { PackRepository } from '#infra/sqlite/repositories/pack-repository';
import { PasteCatalogRepository } from '#infra/sqlite/repositories/paste-catalog-repository';
import { PolicyPackRepository } from '#infra/sqlite/repositories/policy-pack-repository';
import { RenewalRepository } from '#infra/sqlite/repositories/renewal-repository';
import { ScanRepository } from '#infra/sqlite/repositories/scan-repository';
import { createSettingsRepository, type SettingsRepository } from '#infra/sqlite/repositories/settings-repository';
import { OverviewDaysRepository } from '#infra/sqlite/repositories/overview-days-repository';
import { createSummaryRepository } from '#infra/sqlite/repositories/summary-repository';
import { TemplateRepository } from '#infra/sqlite/repositories/template-repository';
import { VerdictState } from '#infra/sqlite/verdict-state';
import { type CampaignCore, createCampaignCore } from './campaign-core.ts';

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
export interface Core extends Omit<RuleBooks, 'compliance'>, CampaignCore {
  compliance: ComplianceBook;
  complianceStore: ComplianceRepository;
  wordLists: WordLists;
  packShelf: PackShelf;
  findings: FindingRepository;
  settings: SettingsRepository;
  verdicts: VerdictState;
  catalog: CatalogRepository;
  links: LinkRepository;
  linkFacts: LinkFactsRepository;
  renewals: RenewalRepository;
  pasteCatalog: PasteCatalogRepository;
  templates: TemplateBook;
  packs: PackRepository;
  dashboard: DashboardRepository;
  summary: SummaryStore;
  overviewDays: OverviewDays;
  policyShelf: PolicyShelf;
  evidence: EvidenceRepository;
  devices: DeviceRepository;
  deviceBook: DeviceBook;
  checkRuns: CheckRunRepository;
  checkPlan: CheckPlanRepository;
  /** Products whose own texts the rules in force have not judged yet. */
  unscanned(): number;
}

export function createCore(db: Connection, rules: RuleBooks, resourcesDir: string, now: () => Date): Core {
  const settings = createSettingsRepository(db);
  const complianceStore = new ComplianceRepository(db, now);
  const compliance = new ComplianceBook(rules.compliance, complianceStore);
  const policyShelf = new PolicyShelf(rules.openability, new PolicyPackRepository(db, now));
  const verdicts = new VerdictState(db, rules.openability, () => judgingDay(settings.get(), now()));
  const catalog = new CatalogRepository(db);
  const links = new LinkRepository(db);
  const templates = new TemplateBook(loadBuiltInTemplates(resourcesDir), new TemplateRepository(db, now), randomUUID);
  const { openability } = rules;
  const evidence = new EvidenceRepository(db);
  const devices = new DeviceRepository(db);
  const scanned = new ScanRepository(db, now);
  const unscanned = (): number => scanned.countUnscanned(compliance.fingerprint(verdicts.prepare()));
  const parts = { db, now, settings, compliance, openability, verdicts, catalog, links, evidence, devices, templates };
  return {
    ...createCampaignCore({ ...parts, unscanned }),
    unscanned,
    openability,
    compliance,
    complianceStore,
    packShelf: new PackShelf(compliance, complianceStore),
    findings: new FindingRepository(db),
    wordLists: new WordLists({ store: complianceStore, locale: () => settings.get().language }),
    settings,
    verdicts,
    catalog,
    links,
    linkFacts: new LinkFactsRepository(db),
    renewals: new RenewalRepository(db),
    pasteCatalog: new PasteCatalogRepository(db),
    templates,
    packs: new PackRepository(db, now),
    dashboard: new DashboardRepository(db),
    summary: createSummaryRepository(db, 'dashboard'),
    overviewDays: new OverviewDaysRepository(db),
    policyShelf,
    evidence,
    devices,
    deviceBook: new DeviceBook({
      store: devices,
      groups: new LinkGroupRepository(db),
      links,
      judge: () => openability.judgeFor(verdicts.prepare()),
      now,
    }),
    checkRuns: new CheckRunRepository(db),
    checkPlan: new CheckPlanRepository(db),
  };
}
