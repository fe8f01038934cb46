import type { CampaignItemRecord } from '#app/ports/campaign-store';
import type { CatalogReader, LinkReader } from '#app/ports/catalog-reader';
import type { CampaignItem } from '#contract/campaigns';
import type { LinkRow } from '#contract/links';
import type { Settings } from '#contract/settings';
import type { SurfaceId } from '#contract/surfaces';
import { type PreparedItem, type Preparation, prepareItem } from '#domain/campaigns/prepare-item';
import { compileTemplate } from '#domain/campaigns/templates/template-engine';
import type { Linter } from '#domain/compliance/linter';
import { isLinkKind } from '#domain/links/link-kinds';
import type { Judge } from '#domain/openability/judge';
import { storedLifecycle } from '../links/link-verdicts.ts';

interface Dependencies {
  catalog: CatalogReader;
  links: LinkReader;
  judgeFor(asOf: string): Judge;
  linterFor(asOf: string): Linter;
  settings(): Settings;
  /** Body of a template by its id; the surface's first template when the id is unknown. */
  templateBody(id: string, surface: SurfaceId): string;
}

/** An item of a campaign with its product, or without one when the product's import was undone. */
export interface ItemOutcome {
  record: CampaignItemRecord;
  prepared: PreparedItem | null;
  shown: CampaignItem;
}

/** Turns stored campaign items into what would be posted: link, copy, findings, state. */
export class CampaignPreparer {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  prepare(records: readonly CampaignItemRecord[], surface: SurfaceId, templateId: string, asOf: string): ItemOutcome[] {
    const { catalog, links } = this.#deps;
    const rowIds = records.map((record) => record.productRowId).filter((id) => id !== null);
    const products = catalog.byRowIds(rowIds, asOf);
    const texts = catalog.recommendTexts(rowIds);
    const onSurface = links.ofProducts(rowIds, surface, asOf);
    const scanned = links.ofProducts(rowIds, 'scan_qr', asOf);
    const preparation = this.#preparation(surface, templateId, asOf);
    return records.map((record) => {
      const rowId = record.productRowId;
      const product = rowId === null ? undefined : products.get(rowId);
      if (rowId === null || !product) return { record, prepared: null, shown: goneItem(record) };
      const prepared = prepareItem(
        {
          product,
          recommendText: texts.get(rowId) ?? null,
          links: onSurface.get(rowId) ?? [],
          scanned: scanned.get(rowId) ?? [],
          decision: record,
        },
        preparation,
      );
      const alternatives = Math.max(0, (onSurface.get(rowId)?.length ?? 0) - 1);
      return {
        record,
        prepared,
        shown: { ...baseItem(record), product, title: product.title, alternatives, ...shownParts(prepared) },
      };
    });
  }

  #preparation(surface: SurfaceId, templateId: string, asOf: string): Preparation {
    const { judgeFor, linterFor, settings, templateBody } = this.#deps;
    const judge = judgeFor(asOf);
    const linter = linterFor(asOf);
    const { adMark, ownPids } = settings();
    const compiled = compileTemplate(templateBody(templateId, surface));
    // A template is checked when it is saved; one that no longer compiles renders nothing, and the item says so.
    const template = compiled.ok ? compiled.template : { templates: [], variables: [] };
    return {
      surface,
      template,
      adMark,
      ownPids: ownPids.map(({ pid }) => pid),
      lint: (text) => linter.lint(text, { surface, suggest: false }).findings,
      verdictOf: (link) => verdictOf(judge, link, surface),
    };
  }
}

function verdictOf(judge: Judge, link: LinkRow, surface: SurfaceId): ReturnType<Judge['judge']> {
  const kind = isLinkKind(link.kind) ? link.kind : 'web_link';
  const lifecycle = storedLifecycle(link, link.issuedOn);
  return judge.judge({ kind, host: link.host }, surface, { lifecycle, probes: [], devices: [] });
}

function baseItem(
  record: CampaignItemRecord,
): Pick<CampaignItem, 'itemId' | 'productId' | 'position' | 'overrideReason' | 'exportedAt' | 'postedAt'> {
  return {
    itemId: record.id,
    productId: `${record.market}:${record.itemKey}`,
    position: record.position,
    overrideReason: record.overrideReason,
    exportedAt: record.exportedAt,
    postedAt: record.postedAt,
  };
}

function shownParts({
  text,
  edited,
  link,
  findings,
  blockers,
  state,
}: PreparedItem): Pick<CampaignItem, 'text' | 'edited' | 'link' | 'findings' | 'blockers' | 'state'> {
  return { text, edited, link, findings, blockers, state };
}

function goneItem(record: CampaignItemRecord): CampaignItem {
  return {
    ...baseItem(record),
    title: record.titleWhenAdded,
    product: null,
    text: record.text ?? '',
    edited: record.text !== null,
    link: null,
    alternatives: 0,
    findings: [],
    blockers: [{ code: 'product-gone', severity: 'block', params: {} }],
    state: record.postedAt === null ? 'todo' : 'posted',
  };
}
