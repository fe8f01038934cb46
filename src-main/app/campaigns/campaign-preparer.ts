import type { CampaignItemRecord, CampaignRecord } from '#app/ports/campaign-store';
import type { CatalogReader, LinkReader } from '#app/ports/catalog-reader';
import type { EvidenceReader } from '#app/ports/check-store';
import type { Settings } from '#contract/settings';
import type { SurfaceId } from '#contract/surfaces';
import { type ItemSource, type Preparation, type PreparedItem, prepareItem } from '#domain/campaigns/prepare-item';
import { compileTemplate } from '#domain/campaigns/templates/template-engine';
import type { Linter } from '#domain/compliance/linter';
import type { DeviceRecord } from '#domain/checking/device-records';
import type { Judge } from '#domain/openability/judge';
import { verdictOn } from '../links/link-verdicts.ts';
import { LintMemo } from './lint-memo.ts';
import { goneItem, type ItemOutcome, shownItem } from './shown-item.ts';
import type { TemplateBook } from './template-book.ts';

interface Dependencies {
  catalog: CatalogReader;
  links: LinkReader;
  evidence: EvidenceReader;
  deviceRecords(): readonly DeviceRecord[];
  judgeFor(asOf: string): Judge;
  linterFor(asOf: string): Linter;
  /** Stands for the rules and lists of a day: equal fingerprints judge equally. */
  rulesOf(asOf: string): string;
  settings(): Settings;
  templates: TemplateBook;
}

interface PrepareOptions {
  /** Also choose the link for a poster's QR code; only packs need it. */
  withQr: boolean;
}

/** Turns stored campaign items into what would be posted: link, copy, findings, state. */
export class CampaignPreparer {
  readonly #deps: Dependencies;
  readonly #lints = new LintMemo();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  prepare(
    records: readonly CampaignItemRecord[],
    campaign: CampaignRecord,
    surface: SurfaceId,
    asOf: string,
    options: PrepareOptions = { withQr: false },
  ): ItemOutcome[] {
    const sources = this.sources(records, campaign, surface, asOf, options);
    const preparation = this.preparation(campaign, surface, asOf, [...sources.values()]);
    return records.map((record): ItemOutcome => {
      const source = sources.get(record.id);
      if (!source) return { record, prepared: null, shown: goneItem(record) };
      const prepared: PreparedItem = prepareItem(source, preparation);
      return { record, prepared, shown: shownItem(record, source, prepared) };
    });
  }

  /** Everything known of the items' products, by item id; those whose product is gone are missing. */
  sources(
    records: readonly CampaignItemRecord[],
    { scheduledOn }: Pick<CampaignRecord, 'scheduledOn'>,
    surface: SurfaceId,
    asOf: string,
    { withQr }: PrepareOptions = { withQr: false },
  ): Map<number, ItemSource> {
    const { catalog, links } = this.#deps;
    const rowIds = records.map((record) => record.productRowId).filter((id) => id !== null);
    const products = catalog.byRowIds(rowIds, asOf);
    const texts = catalog.recommendTexts(rowIds);
    const onSurface = links.ofProducts(rowIds, surface, asOf);
    const scanned = withQr ? links.ofProducts(rowIds, 'scan_qr', asOf) : null;
    const sources = new Map<number, ItemSource>();
    for (const record of records) {
      const rowId = record.productRowId ?? -1;
      const product = products.get(rowId);
      if (!product) continue;
      sources.set(record.id, {
        product,
        recommendText: texts.get(rowId) ?? null,
        links: onSurface.get(rowId) ?? [],
        scanned: scanned?.get(rowId) ?? [],
        postedOn: scheduledOn !== null && scheduledOn > asOf ? scheduledOn : null,
        decision: record,
      });
    }
    return sources;
  }

  /** @param sources the items to be prepared, so that what is known of their links is read at once */
  preparation(campaign: CampaignRecord, surface: SurfaceId, asOf: string, sources: readonly ItemSource[]): Preparation {
    const { judgeFor, linterFor, settings, evidence, deviceRecords } = this.#deps;
    const judge = judgeFor(asOf);
    const { adMark, ownPids, ownRelationIds } = settings();
    const compiled = compileTemplate(this.#templateBody(campaign, surface));
    // A template is checked when it is saved; one that no longer compiles renders nothing, and the item says so.
    const template = compiled.ok ? compiled.template : { templates: [], variables: [] };
    const answers = evidence.answersOf(sources.flatMap(({ links }) => links.map(({ hash }) => hash)));
    const records = deviceRecords();
    const lintKey = this.lintKey(surface, asOf);
    const judgeText = (text: string) => linterFor(asOf).lint(text, { surface, suggest: false }).findings;
    return {
      surface,
      template,
      adMark,
      ownPids: ownPids.map(({ pid }) => pid),
      ownRelationIds,
      lint: (text) => this.#lints.lint(lintKey, text, () => judgeText(text)),
      verdictOf: (link) => verdictOn(link, surface, judge, { answers: answers.get(link.hash) ?? [], records }),
    };
  }

  /** Stands for everything a text's findings depend on beside the text. */
  lintKey(surface: SurfaceId, asOf: string): string {
    return `${this.#deps.rulesOf(asOf)} ${this.#deps.settings().language} ${surface}`;
  }

  /** Stands for the settings and the template that the items of a campaign surface are prepared with. */
  settingsKey(campaign: CampaignRecord, surface: SurfaceId): string {
    const { adMark, ownPids, ownRelationIds } = this.#deps.settings();
    return JSON.stringify([
      adMark,
      ownPids.map(({ pid }) => pid),
      ownRelationIds,
      this.#templateBody(campaign, surface),
    ]);
  }

  restoreLints(lintKey: string, json: string): void {
    this.#lints.restore(lintKey, json);
  }

  keepLints(lintKey: string, texts: readonly string[]): string {
    return this.#lints.keep(lintKey, texts);
  }

  #templateBody({ surfaces }: CampaignRecord, surface: SurfaceId): string {
    const { templates } = this.#deps;
    const chosen = surfaces.find((each) => each.surface === surface);
    return templates.body(chosen?.templateId ?? templates.defaultFor(surface), surface);
  }
}
